"""`python -m bot` in real processes, with folders and an environment of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.house.source_tree import ROOT

TOKEN = "4200:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
SECONDS = 180
CONFIGURATION_EXIT = 2


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str

    def is_one_line(self, *pieces: str) -> None:
        """A configuration error: the code 2, nothing printed, one line that holds the pieces."""
        assert (self.code, self.out) == (CONFIGURATION_EXIT, ""), self
        assert len(self.err.strip().splitlines()) == 1, self
        for piece in pieces:
            assert piece in self.err, self


@dataclass(frozen=True)
class CommandLine:
    """Commands that share a folder for data and keys. `settings` are the variables of all of them."""

    folder: Path
    settings: dict[str, str]

    def environment(self, **settings: str) -> dict[str, str]:
        """What a process is told; nothing of ours but the paths to the code."""
        return {
            "PATH": os.defpath,
            "PYTHONPATH": f"{ROOT}{os.pathsep}{sysconfig.get_path('purelib')}",
            "DATA_DIR": str(self.folder / "data"),
            "KEYS_DIR": str(self.folder / "keys"),
            "BACKUP_DIR": str(self.folder / "backups"),
            "HTTP_PORT": "0",
            **self.settings,
            **settings,
        }

    def start(self, *command: str, **settings: str) -> subprocess.Popen[str]:
        """A command under way."""
        return subprocess.Popen(
            [sys.executable, "-B", "-m", "bot", *command], cwd=self.folder, env=self.environment(**settings),
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, *command: str, **settings: str) -> Said:
        """A command and how it ended."""
        with self.start(*command, **settings) as process:
            try:
                out, err = process.communicate(timeout=SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return Said(process.returncode, out, err)


@contextmanager
def command_line(**settings: str) -> Iterator[CommandLine]:
    """A command line in a short folder that other accounts may pass through, as pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="suprovid-test-"))
    folder.chmod(0o755)
    try:
        yield CommandLine(folder, settings)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
