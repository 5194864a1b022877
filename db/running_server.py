"""A server that another process of ours has started on the data folder: commands beside a running bot use it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from db.server import DATABASE, PASSWORD_FILE, ROLE
from db.server_place import find_place


def running_server_url(data_dir: Path) -> str | None:
    """`postgresql+asyncpg://…` of the live server on this data folder; None where none runs.

    The URL holds the password: never to be shown or logged. PostgreSQL's own lock file says where the server listens.
    """
    cluster = find_place(data_dir).cluster
    try:
        lines = (cluster / "postmaster.pid").read_text().splitlines()
        password = (cluster / PASSWORD_FILE).read_text(encoding="ascii")
    except OSError:
        return None
    if len(lines) < 8 or lines[7].strip() != "ready" or not _lives(lines[0]):
        return None
    return f"postgresql+asyncpg://{ROLE}:{password}@/{DATABASE}?host={quote(lines[4].strip(), safe='/')}"


def _lives(pid: str) -> bool:
    """Whether the process is a PostgreSQL; a dead one that nobody has asked for yet has no command line."""
    if not Path("/proc").is_dir():
        return True
    try:
        return b"postgres" in Path("/proc", pid, "cmdline").read_bytes()
    except OSError:
        return False
