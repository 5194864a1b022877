"""The demo as somebody starts it."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser import until
from tests.house.source_tree import ROOT

STARTING_SECONDS = 120.0
STOPPING_SECONDS = 30.0


@contextmanager
def demo_running(patience: float = STARTING_SECONDS) -> Iterator[str]:
    """`python -m bot demo` in a process of its own, with nobody having said anything yet; its address.

    `patience`: seconds to wait for its start.
    """
    port = _free_port()
    folder = Path(tempfile.mkdtemp(prefix="suprovid-walk-"))
    said = (folder / "said").open("w+", encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-B", "-m", "bot", "demo", "--port", str(port)],
        stdout=said,
        stderr=said,
        cwd=ROOT,
        env={
            "PATH": os.defpath,
            "PYTHONPATH": f"{ROOT}{os.pathsep}{sysconfig.get_path('purelib')}",
            "DATA_DIR": str(folder / "data"),
            "KEYS_DIR": str(folder / "keys"),
        },
    )
    address = f"http://127.0.0.1:{port}"

    def ready() -> bool:
        assert process.poll() is None, (folder / "said").read_text(encoding="utf-8")
        return address in (folder / "said").read_text(encoding="utf-8")

    try:
        until("the demo says where it is", ready, patience)
        yield address
    finally:
        process.send_signal(signal.SIGTERM)
        ended = process.wait(STOPPING_SECONDS)
        said.close()
        shutil.rmtree(folder)
    assert ended == 0, "told to stop, the demo ends well"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
