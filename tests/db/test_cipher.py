"""What is sealed opens only as what it was, where it was; what is hashed can only be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text

from db import cipher
from db.cipher import (
    SealBroken,
    Sealed,
    current_ring,
    install,
    seal,
    seal_bytes,
    search_hash,
    unseal,
    unseal_bytes,
)
from db.keys import KeyRing, write_ring
from db.models import Base, Draft, Person
from db.uow import UnitOfWork

WORDS = "Мене звати Оксана, +380501234567"
NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def ring(keys: KeyRing) -> Iterator[KeyRing]:
    """A ring of the test's own; the run's ring is put back."""
    own = KeyRing.generate()
    install(own)
    yield own
    install(keys)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_opens_as_it_was(words: str) -> None:
    assert unseal("people.name", seal("people.name", words)) == words


@given(st.binary(max_size=2000))
def test_any_bytes_open_as_they_were_and_nowhere_else(content: bytes) -> None:
    sealed = seal_bytes("file_chunks.content", content)
    assert unseal_bytes("file_chunks.content", sealed) == content
    with pytest.raises(SealBroken):
        unseal_bytes("files.name", sealed)


def test_a_sealed_value_shows_nothing_and_costs_29_bytes() -> None:
    sealed = seal("people.name", WORDS)
    assert len(sealed) == len(WORDS.encode()) + 29
    assert "Оксана".encode() not in sealed
    assert seal("people.name", WORDS) != sealed


def test_a_value_moved_to_another_column_does_not_open() -> None:
    with pytest.raises(SealBroken, match=r"drafts\.text"):
        unseal("drafts.text", seal("people.name", WORDS))


def test_a_changed_value_does_not_open() -> None:
    sealed = seal("people.name", WORDS)
    for place in (1, 13, len(sealed) - 1):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(SealBroken):
            unseal("people.name", changed)


@pytest.mark.parametrize("length", [0, 1, 12, 13, 28])
def test_a_value_cut_short_does_not_open(length: int) -> None:
    with pytest.raises(SealBroken):
        unseal("people.name", seal("people.name", WORDS)[:length])


def test_an_old_key_still_opens_and_a_new_one_seals(ring: KeyRing) -> None:
    old = seal("people.name", WORDS)
    install(KeyRing(ring.keys | {2: bytes(range(32))}, 2, ring.search))
    assert unseal("people.name", old) == WORDS
    assert (old[0], seal("people.name", WORDS)[0]) == (1, 2)


def test_a_key_that_is_not_in_the_ring_is_named_as_the_reason() -> None:
    sealed = seal("people.name", WORDS)
    install(KeyRing({2: bytes(range(32))}, 2, bytes(32)))
    with pytest.raises(SealBroken, match="not in the ring"):
        unseal("people.name", sealed)


@pytest.fixture
def path(ring: KeyRing, tmp_path: Path) -> Path:
    """The ring's file; the ring is installed with it."""
    made = tmp_path / "ring.json"
    write_ring(made, ring, over=True)
    install(ring, made)
    return made


def _rotated(ring: KeyRing) -> KeyRing:
    return replace(ring.with_new_key(), primary=2)


def test_a_key_that_came_into_the_file_meanwhile_is_found_there(ring: KeyRing, path: Path) -> None:
    write_ring(path, _rotated(ring), over=True)
    install(KeyRing.load(path))
    sealed = seal("people.name", WORDS)
    install(ring, path)
    assert unseal("people.name", sealed) == WORDS


def test_a_new_primary_key_is_picked_up_after_a_while(
    ring: KeyRing, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert seal("people.name", WORDS)[0] == 1
    write_ring(path, _rotated(ring), over=True)
    assert seal("people.name", WORDS)[0] == 1, "the file is not looked at for each value"
    monkeypatch.setattr(cipher, "PICK_UP_SECONDS", 0.0)
    assert seal("people.name", WORDS)[0] == 2
    assert current_ring() == KeyRing.load(path)


@pytest.mark.parametrize("content", ["{", None, KeyRing.generate().to_json()], ids=["damaged", "gone", "another"])
def test_a_file_that_can_not_be_used_leaves_the_ring_as_it_was(
    ring: KeyRing, path: Path, content: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "PICK_UP_SECONDS", 0.0)
    sealed = seal("people.name", WORDS)
    path.unlink()
    if content is not None:
        path.write_text(content)
        path.chmod(0o600)
    assert unseal("people.name", sealed) == WORDS
    assert current_ring() == ring
    write_ring(path, _rotated(ring), over=True)
    assert seal("people.name", WORDS)[0] == 2, "once it can be used, it is"


def test_the_error_holds_no_content() -> None:
    with pytest.raises(SealBroken) as caught:
        unseal("drafts.text", seal("people.name", WORDS))
    assert str(caught.value) == "drafts.text: the sealed value is damaged or belongs elsewhere"
    assert caught.value.__suppress_context__


def test_hashes_are_equal_for_equal_text_of_one_purpose_and_ring(ring: KeyRing) -> None:
    known = search_hash("phone", "+380501234567")
    assert len(known) == 16
    assert search_hash("phone", "+380501234567") == known
    assert search_hash("name", "+380501234567") != known
    install(KeyRing({1: bytes(32)}, 1, ring.search))
    assert search_hash("phone", "+380501234567") == known
    install(KeyRing.generate())
    assert search_hash("phone", "+380501234567") != known


def test_without_a_ring_nothing_is_sealed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cipher, "_installed", None)
    with pytest.raises(RuntimeError, match="install"):
        seal("people.name", WORDS)


def test_every_sealed_column_is_named_as_its_table_and_column() -> None:
    sealed = [
        (column.type.column, f"{table.name}.{column.name}")
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Sealed)
    ]
    assert len(sealed) >= 8
    assert [name for name, place in sealed if name != place] == []


async def test_the_database_never_sees_the_text(uow: UnitOfWork) -> None:
    person = Person(name=WORDS, language="uk", created_at=NOW)
    uow.session.add(person)
    await uow.session.flush()
    stored = await uow.session.scalar(text("SELECT name FROM people"))
    assert isinstance(stored, bytes)
    assert "Оксана".encode() not in stored
    uow.session.expunge_all()
    assert await uow.session.scalar(select(Person.name)) == WORDS


async def test_nothing_stays_nothing(uow: UnitOfWork) -> None:
    uow.session.add(Person(name=None, language="uk", created_at=NOW))
    await uow.session.flush()
    uow.session.expunge_all()
    assert (await uow.session.scalars(select(Person).where(Person.name.is_(None)))).one().name is None


def test_a_sealed_column_can_not_be_compared_by_mistake() -> None:
    with pytest.raises(TypeError, match="search_hash"):
        select(Person).where(Person.name == WORDS)
    with pytest.raises(TypeError, match="search_hash"):
        select(Person).where(Person.name.ilike("Окс%"))
    with pytest.raises(TypeError, match="search_hash"):
        select(Person).order_by(Person.name.desc())


def test_sealed_columns_are_told_apart_in_dictionaries_whatever_their_hashes() -> None:
    name, words = Person.__table__.c.name, Draft.__table__.c.text
    assert bool(name == name)
    assert not bool(name == words)
    assert bool(name != words)
