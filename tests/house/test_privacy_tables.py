"""No table holds something of people of which `/privacy` says nothing."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import Column, MetaData, String, Table

from casework.letters.sights import HeldSight, PrivacySight
from db.cipher import Sealed, SealedBytes
from db.models import Base
from tests.house.held import COLUMNS, COLUMNS_WITHOUT_A_LINE, TABLES, TABLES_WITHOUT_A_LINE


def sealed_columns(metadata: MetaData) -> set[str]:
    """All that is encrypted: `table.column`."""
    return {
        f"{table.name}.{column.name}"
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Sealed | SealedBytes)
    }


def tables_of_people(metadata: MetaData) -> set[str]:
    """`people`, and all that point at a row of it."""
    pointing = {
        table.name
        for table in metadata.sorted_tables
        for key in table.foreign_keys
        if key.target_fullname == "people.id"
    }
    return {"people", *pointing}


def said() -> set[str]:
    """What the page can say: its fields, and those of its part `held`."""
    return {each.name for each in fields(PrivacySight)} | {f"held.{each.name}" for each in fields(HeldSight)}


def test_every_sealed_column_has_a_line_or_a_reason() -> None:
    assert sealed_columns(Base.metadata) == set(COLUMNS) | set(COLUMNS_WITHOUT_A_LINE)
    assert not set(COLUMNS) & set(COLUMNS_WITHOUT_A_LINE)


def test_every_table_that_names_a_person_has_a_line_or_a_reason() -> None:
    assert tables_of_people(Base.metadata) == set(TABLES) | set(TABLES_WITHOUT_A_LINE)


def test_the_lines_are_lines_of_the_page() -> None:
    named = {field for lines in (*COLUMNS.values(), *TABLES.values()) for field in lines.split()}
    assert named <= said()
    assert {each for each in said() if each.startswith("held.")} <= named, "a line about nothing"


def test_a_new_table_or_column_is_found() -> None:
    planted = MetaData()
    Table("people", planted, Column("id", String, primary_key=True))
    Table("fears", planted, Column("id", String, primary_key=True), Column("words", Sealed("fears.words")))
    assert sealed_columns(planted) == {"fears.words"}
    assert sealed_columns(planted) - set(COLUMNS) - set(COLUMNS_WITHOUT_A_LINE) == {"fears.words"}
