"""An encrypted file opens only whole, unchanged, and with the ring of its day."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.backup import envelope
from db.backup.envelope import MAGIC, PIECE, TAG, Header, Opener, Sealer, read_header
from db.backup.errors import BackupUnusable
from db.keys import KeyRing

NOW = datetime(2026, 3, 11, 0, 0, 12, tzinfo=UTC)
RING = KeyRing.generate()
SMALL = 64


def sealed(content: bytes, ring: KeyRing = RING, *, at_once: int = 1 << 30) -> bytes:
    """A file with this content, written in pieces of `at_once`."""
    file = io.BytesIO()
    sealer = Sealer(file.write, ring, Header.of(ring, NOW, "0002"))
    for begin in range(0, len(content), at_once):
        sealer.write(content[begin : begin + at_once])
    sealer.finish()
    return file.getvalue()


def opened(file: bytes, ring: KeyRing = RING) -> bytes:
    """The content of a file."""
    return b"".join(Opener(io.BytesIO(file), ring).pieces())


def refused(file: bytes, ring: KeyRing = RING) -> str:
    """What is said of a file that does not open, in one line."""
    with pytest.raises(BackupUnusable) as caught:
        Opener(io.BytesIO(file), ring).verify()
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pieces small enough that a test has many."""
    monkeypatch.setattr(envelope, "PIECE", SMALL)


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_was_written_comes_back_whatever_its_length(length: int) -> None:
    content = bytes(range(251)) * (length // 251 + 1)
    assert opened(sealed(content[:length])) == content[:length]


@given(content=st.binary(max_size=5 * SMALL), at_once=st.integers(1, 3 * SMALL))
def test_how_it_was_written_makes_no_difference(content: bytes, at_once: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(envelope, "PIECE", SMALL)
        assert opened(sealed(content, at_once=at_once)) == content


def test_the_header_can_be_read_without_a_key_and_says_which_ring_opens_it() -> None:
    header = read_header(io.BytesIO(sealed(b"content")))
    assert (header.taken_at, header.revision, header.ring) == (NOW.isoformat(), "0002", RING.fingerprint())
    assert header.opened_by(RING)
    assert not header.opened_by(KeyRing.generate())


def test_no_two_files_are_alike_and_none_shows_what_is_inside() -> None:
    content = "Оксана Ткаченко".encode() * 10
    one, other = sealed(content), sealed(content)
    [first], [second] = pieces_of(one)[1], pieces_of(other)[1]
    assert first[: len(content)] != second[: len(content)], "each file has a key of its own"
    assert content[:20] not in one
    for key in (*RING.keys.values(), RING.search):
        assert key not in one
        assert key.hex().encode() not in one


def whole_file() -> bytes:
    """A file of several pieces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(envelope, "PIECE", SMALL)
        return sealed(bytes(range(5 * SMALL % 256)) * 2)


WHOLE = whole_file()
PIECE_SIZE = SMALL + TAG
BEGIN = len(WHOLE) % PIECE_SIZE or PIECE_SIZE


@given(place=st.integers(0, len(WHOLE) - 1), change=st.integers(1, 255))
def test_a_byte_that_is_changed_anywhere_is_noticed(place: int, change: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(envelope, "PIECE", SMALL)
        refused(WHOLE[:place] + bytes([WHOLE[place] ^ change]) + WHOLE[place + 1 :])


@given(length=st.integers(0, len(WHOLE) - 1))
def test_a_file_that_is_cut_short_anywhere_is_noticed(length: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(envelope, "PIECE", SMALL)
        refused(WHOLE[:length])


@given(more=st.binary(min_size=1, max_size=3 * PIECE_SIZE))
def test_what_is_added_is_noticed(more: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(envelope, "PIECE", SMALL)
        refused(WHOLE + more)


def pieces_of(file: bytes) -> tuple[bytes, list[bytes]]:
    """What stands before the pieces, and the pieces."""
    length = int.from_bytes(file[len(MAGIC) : len(MAGIC) + 4], "big")
    begin = len(MAGIC) + 4 + length + TAG
    size = envelope.PIECE + TAG
    return file[:begin], [file[at : at + size] for at in range(begin, len(file), size)]


@pytest.mark.usefixtures("small_pieces")
def test_pieces_that_are_moved_left_out_repeated_or_of_another_file_are_noticed() -> None:
    content = bytes(4 * SMALL)
    file, other = sealed(content), sealed(content)
    before, (first, second, third, last) = pieces_of(file)
    _, strangers = pieces_of(other)
    assert opened(b"".join([before, first, second, third, last])) == content
    for planted in (
        [second, first, third, last], [first, third, last], [first, second, second, third, last],
        [first, second, third], [first, second, third, strangers[3]], [strangers[0], second, third, last], [last],
    ):  # fmt: skip
        refused(b"".join([before, *planted]))
    assert "damaged" in refused(before)


@pytest.mark.parametrize("planted", [b"", b"PGDMP", b"SUPROVID BACKUP 2\n", MAGIC[:5]])
def test_what_is_no_backup_is_said_to_be_none(planted: bytes) -> None:
    assert "no backup of ours" in refused(planted)


@pytest.mark.parametrize(
    "planted",
    [
        {"keys": []}, {"keys": {"x": "y"}}, {"keys": {"1": 1}}, {"primary": 9}, {"primary": "1"}, {"salt": "00"},
        {"salt": "zz"}, {"taken_at": "2026-03-11"}, {"taken_at": 5}, {"revision": None}, {"more": 1},
    ],
)  # fmt: skip
def test_a_header_that_can_not_be_is_refused(planted: dict[str, object]) -> None:
    file = sealed(b"content")
    length = int.from_bytes(file[len(MAGIC) : len(MAGIC) + 4], "big")
    header = json.loads(file[len(MAGIC) + 4 :][:length])
    body = json.dumps(header | planted).encode()
    refused(MAGIC + len(body).to_bytes(4, "big") + body + file[len(MAGIC) + 4 + length :])


def test_another_ring_is_told_by_its_fingerprint() -> None:
    other = KeyRing.generate()
    told = refused(sealed(b"content"), other)
    assert RING.fingerprint() in told
    assert other.fingerprint() in told
    assert "put back the ring" in told


def test_a_ring_that_was_rotated_since_opens_it_and_one_that_dropped_a_key_does_not() -> None:
    rotated = RING.with_new_key()
    rotated = replace(rotated, primary=max(rotated.keys))
    assert opened(sealed(b"content"), rotated) == b"content"
    assert "needs the key ring" in refused(sealed(b"content"), rotated.without([RING.primary]))
    assert opened(sealed(b"content", rotated), rotated) == b"content"
    assert "needs the key ring" in refused(sealed(b"content", rotated), RING)
    dropped = rotated.without([RING.primary])
    assert "needs the key ring" in refused(sealed(b"content", rotated), dropped), "some values need the older key"


def test_another_key_with_the_same_id_is_another_ring() -> None:
    impostor = KeyRing({1: bytes(32)}, 1, RING.search)
    assert "needs the key ring" in refused(sealed(b"content"), impostor)
