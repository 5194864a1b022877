"""A copy of the keys opens with its passphrase, and with nothing else."""

from __future__ import annotations

import pytest

from db import key_copy
from db.key_copy import TITLE, KeyCopyUnusable, seal_ring, unseal_ring
from db.keys import KeyRing

PASSPHRASE = "сім кобил на перевалі"
RING = KeyRing.generate().with_new_key()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing is cheap here: what a guess costs in earnest has a test of its own."""
    monkeypatch.setattr(key_copy, "WORK", 2)


def test_it_opens_with_its_passphrase_and_is_the_same_ring() -> None:
    opened = unseal_ring(seal_ring(RING, PASSPHRASE), PASSPHRASE)
    assert opened == RING
    assert opened.fingerprint() == RING.fingerprint()
    assert list(opened.keys) == list(RING.keys)


def test_it_can_be_printed_and_shows_no_key() -> None:
    copy = seal_ring(RING, PASSPHRASE)
    assert copy.isascii()
    assert max(map(len, copy.splitlines())) <= 64
    assert copy != seal_ring(RING, PASSPHRASE)
    assert "primary" not in copy


def test_lines_that_were_typed_in_anew_may_have_spaces_around_them() -> None:
    copy = "".join(f" {line} \r\n" for line in seal_ring(RING, PASSPHRASE).splitlines())
    assert unseal_ring(copy.strip(), PASSPHRASE) == RING


@pytest.mark.parametrize("other", ["", "сім кобил на перевал", PASSPHRASE.upper(), f"{PASSPHRASE} "])
def test_another_passphrase_does_not_open_it(other: str) -> None:
    with pytest.raises(KeyCopyUnusable, match="another passphrase, or the file is damaged"):
        unseal_ring(seal_ring(RING, PASSPHRASE), other)


@pytest.mark.parametrize("passphrase", ["", "eleven char"])
def test_a_short_passphrase_is_refused(passphrase: str) -> None:
    with pytest.raises(KeyCopyUnusable, match="12 characters or more"):
        seal_ring(RING, passphrase)


def test_damage_is_noticed_line_by_line() -> None:
    title, *lines = seal_ring(RING, PASSPHRASE).splitlines()
    for number, line in enumerate(lines):
        changed = line[:3] + ("A" if line[3] != "A" else "B") + line[4:]
        for planted in ([*lines[:number], changed, *lines[number + 1 :]], [*lines[:number], *lines[number + 1 :]]):
            with pytest.raises(KeyCopyUnusable, match="damaged"):
                unseal_ring("\n".join([title, *planted]), PASSPHRASE)


@pytest.mark.parametrize("text", ["", "SUPROVID KEYS 2\nAAAA", '{"format": 1}'])
def test_what_is_no_copy_is_said_to_be_none(text: str) -> None:
    with pytest.raises(KeyCopyUnusable, match="no copy of keys"):
        unseal_ring(text, PASSPHRASE)


@pytest.mark.parametrize("text", [TITLE, f"{TITLE}\nAAAA", f"{TITLE}\n%%%"])
def test_an_empty_copy_is_damaged(text: str) -> None:
    with pytest.raises(KeyCopyUnusable, match="damaged"):
        unseal_ring(text, PASSPHRASE)


def test_a_guess_is_dear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert key_copy.WORK * key_copy.BLOCK * 128 == 128 * 2**20, "bytes of memory for each guess"
    assert unseal_ring(seal_ring(RING, PASSPHRASE), PASSPHRASE) == RING
