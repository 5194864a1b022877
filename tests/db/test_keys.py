"""The key ring is made once, kept from others, and refused when something is wrong with it."""

from __future__ import annotations

import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from db.keys import KEY_BYTES, KeyFileError, KeyRing, ring_held, write_ring


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys" / "ring.json"


def _change(path: Path, **fields: Any) -> None:
    path.write_text(json.dumps(json.loads(path.read_text()) | fields))


def test_the_first_run_makes_a_ring_that_later_runs_find(path: Path) -> None:
    made = KeyRing.load_or_make(path)
    assert KeyRing.load_or_make(path) == made
    assert made.fingerprint() == KeyRing.load_or_make(path).fingerprint()


def test_only_its_owner_may_read_the_file_and_enter_the_folder(path: Path) -> None:
    KeyRing.load_or_make(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == ["ring.json"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_may_read_is_refused(path: Path, mode: int) -> None:
    KeyRing.load_or_make(path)
    path.chmod(mode)
    with pytest.raises(KeyFileError, match="chmod 600"):
        KeyRing.load_or_make(path)


def test_keys_inside_the_data_folder_are_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with pytest.raises(KeyFileError, match="KEYS_DIR"):
        KeyRing.load_or_make(data / "deep" / "ring.json", outside=data)
    assert not data.exists()


def test_keys_that_get_into_the_data_folder_by_a_link_are_refused(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (tmp_path / "keys").symlink_to(data)
    with pytest.raises(KeyFileError, match="KEYS_DIR"):
        KeyRing.load_or_make(tmp_path / "keys" / "ring.json", outside=data)


@pytest.mark.parametrize(
    "damage",
    [
        {"format": 2},
        {"keys": {}},
        {"keys": {"1": "c2hvcnQ="}},
        {"keys": {"1": "not base64 at all"}},
        {"keys": ["1"]},
        {"primary": 9},
        {"primary": None},
        {"search": ""},
        {"search": None},
    ],
)
def test_a_damaged_file_is_one_clear_error_that_shows_no_key(path: Path, damage: dict[str, Any]) -> None:
    KeyRing.load_or_make(path)
    kept = json.loads(path.read_text())
    _change(path, **damage)
    with pytest.raises(KeyFileError) as caught:
        KeyRing.load_or_make(path)
    text = str(caught.value)
    assert "damaged" in text
    assert "\n" not in text
    assert kept["search"] not in text


@pytest.mark.parametrize("content", ["", "{", "[]", "\x00", '"ring"'])
def test_a_file_that_is_no_ring_is_refused(path: Path, content: str) -> None:
    KeyRing.load_or_make(path)
    path.write_text(content)
    with pytest.raises(KeyFileError, match="damaged"):
        KeyRing.load_or_make(path)


def test_a_place_that_can_not_be_used_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KeyFileError, match="KEYS_DIR"):
        KeyRing.load_or_make(tmp_path / "file" / "ring.json")


def test_processes_that_start_together_agree_on_one_ring(path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        rings = list(pool.map(lambda _: KeyRing.load_or_make(path).fingerprint(), range(8)))
    assert len(set(rings)) == 1
    assert os.listdir(path.parent) == ["ring.json"]


def test_rings_differ_by_fingerprint_and_show_no_key() -> None:
    one, other = KeyRing.generate(), KeyRing.generate()
    assert one.fingerprint() != other.fingerprint()
    assert KeyRing(one.keys, 1, other.search).fingerprint() != one.fingerprint()
    assert repr(one) == "KeyRing(primary=1)"


def test_where_there_is_no_ring_none_is_made_by_reading(path: Path) -> None:
    with pytest.raises(KeyFileError, match=r"put back its copy \(keys import\)"):
        KeyRing.load(path)
    assert not path.parent.exists()


def test_a_ring_is_written_over_only_when_that_is_meant(path: Path) -> None:
    first, second = KeyRing.generate(), KeyRing.generate()
    assert write_ring(path, first, over=False)
    assert not write_ring(path, second, over=False)
    assert KeyRing.load(path) == first
    assert write_ring(path, second, over=True)
    assert KeyRing.load(path) == second
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(path.parent) == ["ring.json"]


def test_whoever_changes_the_ring_does_so_alone(path: Path) -> None:
    write_ring(path, KeyRing.generate(), over=False)
    with ring_held(path), pytest.raises(KeyFileError, match="wait for its end"), ring_held(path):
        pytest.fail("two at once")
    with ring_held(path):
        assert os.listdir(path.parent) == ["ring.json"]
    with pytest.raises(KeyFileError, match="check KEYS_DIR"), ring_held(path.parent / "nowhere" / "ring.json"):
        pytest.fail("nothing to hold")


def test_rings_of_one_lineage_share_a_mark_that_shows_no_key() -> None:
    ring = KeyRing.generate()
    grown = ring.with_new_key()
    assert grown.lineage == ring.lineage
    assert KeyRing.generate().lineage != ring.lineage
    assert grown.fingerprint() != ring.fingerprint()
    assert grown.without([2]) == ring
    assert grown.key_fingerprints()[1] == ring.key_fingerprints()[1]
    assert grown.key_fingerprints()[1] != grown.key_fingerprints()[2]
    with pytest.raises(ValueError, match="primary"):
        grown.without([1])


@pytest.mark.parametrize("text", ["", "{}", '{"format": 1}'])
def test_what_is_no_ring_is_not_repeated_in_the_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"^not a key ring$"):
        KeyRing.from_json(text)


@pytest.mark.parametrize(
    ("keys", "primary", "search"),
    [
        ({1: b"short"}, 1, bytes(KEY_BYTES)),
        ({1: bytes(KEY_BYTES)}, 2, bytes(KEY_BYTES)),
        ({0: bytes(KEY_BYTES)}, 0, bytes(KEY_BYTES)),
        ({256: bytes(KEY_BYTES)}, 256, bytes(KEY_BYTES)),
        ({1: bytes(KEY_BYTES)}, 1, b""),
    ],
)
def test_a_ring_that_could_not_seal_is_refused(keys: dict[int, bytes], primary: int, search: bytes) -> None:
    with pytest.raises(ValueError, match="key"):
        KeyRing(keys, primary, search)
