"""The folder of backups holds whole files only, and of ours no more than are to be kept."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from db.backup.envelope import Header, Sealer
from db.backup.errors import BackupUnusable
from db.backup.folder import file_name, tidy, written_aside
from db.keys import KeyRing

NOW = datetime(2026, 3, 11, 0, 0, 12, tzinfo=UTC)
RING = KeyRing.generate()


def put(folder: Path, name: str, ring: KeyRing = RING) -> Path:
    """A backup of this name."""
    with written_aside(folder / name) as draft:
        sealer = Sealer(draft.write, ring, Header.of(ring, NOW, "0002"))
        sealer.write(b"content")
        sealer.finish()
        draft.rename(folder / name)
    return folder / name


def test_a_name_holds_the_moment_and_nothing_else() -> None:
    kyiv = timezone(timedelta(hours=2))
    assert file_name(datetime(2026, 3, 11, 2, 0, 12, tzinfo=kyiv)) == "suprovid-20260311T000012Z.backup"


def test_only_its_owner_may_read_the_file_and_enter_the_folder(tmp_path: Path) -> None:
    made = put(tmp_path / "deep" / "backups", file_name(NOW))
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert os.listdir(made.parent) == [made.name]


def test_what_fails_in_the_middle_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with written_aside(tmp_path / "one.backup") as draft:
            draft.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert os.listdir(tmp_path) == []


def test_until_it_is_whole_it_does_not_have_its_name(tmp_path: Path) -> None:
    with written_aside(tmp_path / "one.backup") as draft:
        draft.write(b"half")
        assert not (tmp_path / "one.backup").exists()
        draft.rename(tmp_path / "one.backup")
    assert (tmp_path / "one.backup").read_bytes() == b"half"


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "one.backup").write_text("of somebody")
    with pytest.raises(BackupUnusable, match="is there already"), written_aside(tmp_path / "one.backup"):
        pytest.fail("it was begun")
    assert (tmp_path / "one.backup").read_text() == "of somebody"


def test_a_folder_that_can_not_be_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupUnusable, match="can't be written to") as caught, written_aside(tmp_path / "file" / "x"):
        pytest.fail("it was begun")
    assert "\n" not in str(caught.value)


def test_a_full_disk_is_one_line_and_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BackupUnusable, match="No space left on device"):
        put(tmp_path, "one.backup")
    assert os.listdir(tmp_path) == []


def test_the_newest_stay_and_what_is_not_ours_stays_too(tmp_path: Path) -> None:
    names = [file_name(NOW + timedelta(days=day)) for day in range(5)]
    for name in names:
        put(tmp_path, name)
    other_department = put(tmp_path, file_name(NOW - timedelta(days=9)), KeyRing.generate())
    own_copy = put(tmp_path, "before-the-upgrade.backup")
    no_backup = tmp_path / file_name(NOW - timedelta(days=8))
    no_backup.write_text("a note")
    assert tidy(tmp_path, 2, RING) == 3
    assert {path.name for path in tmp_path.iterdir()} == {
        *names[3:], other_department.name, own_copy.name, no_backup.name,
    }  # fmt: skip
    assert tidy(tmp_path, 2, RING) == 0


def test_a_ring_that_was_rotated_still_knows_its_old_backups(tmp_path: Path) -> None:
    put(tmp_path, file_name(NOW))
    put(tmp_path, file_name(NOW + timedelta(days=1)), RING.with_new_key())
    assert tidy(tmp_path, 1, RING.with_new_key()) == 1
    assert os.listdir(tmp_path) == [file_name(NOW + timedelta(days=1))]


def test_what_can_not_be_removed_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(2):
        put(tmp_path, file_name(NOW + timedelta(days=day)))

    def refuse(self: Path, *, missing_ok: bool) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(BackupUnusable, match="can't be removed from"):
        tidy(tmp_path, 1, RING)


def test_a_draft_whose_process_died_is_removed_and_one_under_way_is_not(tmp_path: Path) -> None:
    dead = tmp_path / f".{file_name(NOW)}.00c0ffee"
    dead.write_bytes(b"half")
    with written_aside(tmp_path / file_name(NOW)) as draft:
        tidy(tmp_path, 1, RING)
        assert not dead.exists()
        draft.rename(tmp_path / file_name(NOW))
    assert os.listdir(tmp_path) == [file_name(NOW)]
