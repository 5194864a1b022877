"""How sealed data is found: by keyed hashes, equal for equal words, which tell nobody the words.

A number stands as a hash beside itself. What a case is found by, beginnings of names and whole words, stands in a table
of its own, so that the newest of a million cases are read off an index, however common a word is.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from db.cipher import search_hash
from db.models.base import Base, Big
from rules.search import told_human

PHONE = "phone"
HUMAN = "human"
HROMADA = "hromada"
KEY_BYTES = 8
"""Of a hash, kept as a number: in a table with a row for each word every byte counts."""


class SearchKey(Base):
    """One beginning of a name, or one word, by which a case is found. Derived: `keys reindex` makes it anew."""

    __tablename__ = "search_keys"

    key: Mapped[Big] = mapped_column(primary_key=True, autoincrement=False)
    case_id: Mapped[Big] = mapped_column(
        ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True
    )


def phone_hash(phone: str | None) -> bytes | None:
    """The hash of a number as `rules.phones.read_phone` writes it; None for none."""
    return None if phone is None else search_hash(PHONE, phone)


def hromada_hash(code: str | None) -> bytes:
    """The hash of a hromada, by its code of KATOTTG; empty where somebody lives in none that we know."""
    return b"" if code is None else search_hash(HROMADA, code)


def human_hash(name: str | None, born: str | None) -> bytes:
    """The hash of somebody of whom others told; empty where their name or date of birth is not known."""
    human = told_human(name, born)
    return b"" if human is None else search_hash(HUMAN, human)


def name_key(organisation_id: int, beginning: str) -> int:
    """The key of the beginning of a name, as `rules.search` writes it, in one organisation."""
    return _key("find.name", organisation_id, beginning)


def word_key(organisation_id: int, word: str) -> int:
    """The key of a whole word of a request, the same way."""
    return _key("find.word", organisation_id, word)


def _key(purpose: str, organisation_id: int, word: str) -> int:
    hashed = search_hash(purpose, f"{organisation_id}:{word}")
    return int.from_bytes(hashed[:KEY_BYTES], signed=True)
