"""Logs: one JSON object a line on stderr, with ids and plain facts; never a text of a person, a phone or a token.

Three fences hold that. Exceptions are reduced to class and frames, since their texts repeat what they failed on. Values
of unknown types are replaced by the name of the type. What looks like a token or a phone in a string is cut out.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterator, MutableMapping
from datetime import date, timedelta
from pathlib import PurePath
from types import TracebackType
from typing import Any, TextIO

import structlog

MOST_FRAMES = 12
MOST_CAUSES = 5
PATH_PARTS = 3
LONGEST_STRING = 300

# Telegram's tokens are 8-10 digits, a colon and 35 characters; some margin for shorter ones of test servers.
TOKEN = re.compile(r"\d{2,}:[A-Za-z0-9_-]{12,}")
PHONE = re.compile(r"(?<![\w.-])(?:(?:\+\d|0)(?:[\s().-]*\d){8,13}|380(?:[\s().-]*\d){9})(?!\w)")

# These tell in warnings all that is of use; below that they repeat requests and data.
QUIET_LIBRARIES = {
    "aiogram": logging.WARNING,
    "aiohttp": logging.WARNING,
    "alembic": logging.WARNING,
    "apscheduler": logging.ERROR,
    "asyncio": logging.WARNING,
    "sqlalchemy": logging.WARNING,
}

Event = MutableMapping[str, Any]


def configure(level: str = "INFO", stream: TextIO | None = None) -> None:
    """Send whatever is logged in this process, by us, by libraries or by a crash, to `stream` (stderr) as JSON."""
    number = logging.getLevelNamesMapping()[level]
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            reduce_exceptions,
            keep_plain_values,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.WriteLoggerFactory(file=stream or sys.stderr),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers[:] = [LibraryHandler()]
    root.setLevel(number)
    for name, least in QUIET_LIBRARIES.items():
        logging.getLogger(name).setLevel(max(number, least))
    sys.excepthook = _log_crash
    threading.excepthook = _log_thread_crash
    sys.unraisablehook = _log_unraisable


def log_failure(log: Any, event: str, exc: BaseException, **ids: object) -> None:
    """Log at level error that `event` failed with `exc`: its class and frames and those of its causes, never a text."""
    log.error(event, **describe(exc), **ids)


def describe(exc: BaseException) -> dict[str, Any]:
    """What may be logged of an exception: `error` (class), `frames` ("file:line function"), `causes` (both in one)."""
    told: dict[str, Any] = {"error": _class_name(exc), "frames": _frames(exc)}
    causes = [f"{_class_name(cause)} at {_last_frame(cause)}" for cause in _causes(exc)]
    if causes:
        told["causes"] = causes
    return told


def reduce_exceptions(_logger: Any, _method: str, event: Event) -> Event:
    """A processor: `exc_info` and exceptions as values become class and frames."""
    given = event.pop("exc_info", None)
    event.pop("exception", None)
    event.pop("stack_info", None)
    exc = given if isinstance(given, BaseException) else _current(given)
    if exc is not None:
        event.update(describe(exc))
    for name, value in event.items():
        if isinstance(value, BaseException):
            event[name] = _class_name(value)
    return event


def keep_plain_values(_logger: Any, _method: str, event: Event) -> Event:
    """A processor: numbers, times and short strings stay, without tokens and phones; other types become their name."""
    return {name: _plain(value) for name, value in event.items()}


class LibraryHandler(logging.Handler):
    """Takes over records of the standard library's logging.

    What a library says is a template with arguments, or a text it has put together: the template may be logged, the
    arguments and the text may hold anything. Where it was said is logged always.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Log one record."""
        told: dict[str, Any] = {"where": f"{_short(record.pathname)}:{record.lineno} {record.funcName}"}
        if record.args and isinstance(record.msg, str):
            told["template"] = record.msg
        if record.exc_info and record.exc_info[1] is not None:
            told.update(describe(record.exc_info[1]))
        level = min(max(record.levelno // 10 * 10, logging.DEBUG), logging.CRITICAL)
        structlog.get_logger(record.name).log(level, "library", logger=record.name, **told)


def _plain(value: object) -> object:
    if isinstance(value, str):
        return PHONE.sub("<phone>", TOKEN.sub("<token>", str(value)))[:LONGEST_STRING]
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return f"<{type(value).__name__}>"


def _current(exc_info: object) -> BaseException | None:
    if isinstance(exc_info, tuple):
        return exc_info[1] if isinstance(exc_info[1], BaseException) else None
    return sys.exception() if exc_info else None


def _causes(exc: BaseException) -> list[BaseException]:
    """Everything behind an exception (causes, contexts, members of groups), each once, the nearest first."""
    found: list[BaseException] = []
    waiting = list(_directly_behind(exc))
    while waiting and len(found) < MOST_CAUSES:
        cause = waiting.pop(0)
        if cause is not exc and all(cause is not known for known in found):
            found.append(cause)
            waiting.extend(_directly_behind(cause))
    return found


def _directly_behind(exc: BaseException) -> Iterator[BaseException]:
    behind = exc.__cause__ if exc.__suppress_context__ else (exc.__cause__ or exc.__context__)
    if behind is not None:
        yield behind
    if isinstance(exc, BaseExceptionGroup):
        yield from exc.exceptions


def _class_name(exc: BaseException) -> str:
    kind = type(exc)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _frames(exc: BaseException) -> list[str]:
    steps = traceback.walk_tb(exc.__traceback__)
    frames = [f"{_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}" for frame, line in steps]
    return frames[-MOST_FRAMES:]


def _last_frame(exc: BaseException) -> str:
    return (_frames(exc) or ["nowhere"])[-1]


def _short(path: str) -> str:
    """The end of a path: enough to find the file, without the machine's folders."""
    return "/".join(PurePath(path).parts[-PATH_PARTS:])


def _log_crash(kind: type[BaseException], exc: BaseException, _traceback: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    log_failure(structlog.get_logger(__name__), "crashed", exc)


def _log_thread_crash(crash: threading.ExceptHookArgs) -> None:
    if crash.exc_value is not None:
        log_failure(structlog.get_logger(__name__), "thread_crashed", crash.exc_value)


def _log_unraisable(unraisable: Any) -> None:
    if unraisable.exc_value is not None:
        log_failure(structlog.get_logger(__name__), "exception_ignored", unraisable.exc_value)
