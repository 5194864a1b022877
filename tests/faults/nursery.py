"""Run as a program: loads the bot once, then forks one process of it for each line on stdin.

Loading takes seconds, and a bot that is killed again and again should not spend the test's time on that. Each fork is a
process of its own, started from the main thread as `python -m bot run` is. A line is JSON: arguments, environment, log
file, and the faults planted into it. The process id is answered.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from types import ModuleType
from typing import Any

from bot.__main__ import main
from bot.types_as_needed import import_aiogram
from tests.faults.plants import plant


def _become_the_bot(wish: dict[str, Any]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    log = os.open(wish["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, sys.stderr.fileno())
    os.dup2(log, sys.stdout.fileno())
    os.chdir(wish["folder"])
    os.environ.update(wish["env"])
    code = 1
    try:
        for name in wish["plants"]:
            plant(name)
        code = main(wish["arguments"])
    except Exception as crash:  # noqa: BLE001 - a crash is told as the interpreter tells it
        sys.excepthook(type(crash), crash, crash.__traceback__)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def serve() -> None:
    """Forks until stdin ends; what is still alive then is killed."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # ended bots leave no zombies
    children = []
    _say(_load().__name__)
    for line in sys.stdin:
        wish = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _become_the_bot(wish)
        children.append(pid)
        _say(str(pid))
    for pid in children:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _load() -> ModuleType:
    """The bot, as `python -m bot run` loads it."""
    import_aiogram()
    import bot.run

    return bot.run


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    serve()
