"""A journalist draws the lot again, with the command or without it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.__main__ import CONFIGURATION_EXIT, main
from rules.allocation.lots import lot_of, seed_of

NUMBERS = ["LUH-2026-000010", "LUH-2026-000002", "LUH-2026-000001"]
VALUE = "42.1337"


@pytest.mark.parametrize(("begins", "ends"), [("", "\n"), ("\ufeff", "\r\n")])
def test_the_published_numbers_give_the_published_draw(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], begins: str, ends: str
) -> None:
    file = tmp_path / "numbers.txt"
    file.write_bytes((begins + "".join(f"{number}{ends}" for number in NUMBERS)).encode())
    assert main(["lots", str(file), "--value", VALUE]) == 0
    first, *lines = capsys.readouterr().out.splitlines()
    seed = seed_of(NUMBERS, VALUE)
    assert first == f"seed {seed}"
    lots = sorted((lot_of(seed, number), number) for number in NUMBERS)
    assert lines == [f"{place}. {number} {lot}" for place, (lot, number) in enumerate(lots, start=1)]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "can't be read"),
        (b"\xff\xfe\xff", "can't be read"),
        (b"", "no application"),
        (b"LUH-2026-000001\nLUH-2026-000001\n", "twice"),
        (b"LUH-2026-000001\n\n", "one clear line"),
    ],
)
def test_what_no_lot_can_be_drawn_from_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, says: str
) -> None:
    file = tmp_path / "numbers.txt"
    if content is not None:
        file.write_bytes(content)
    assert main(["lots", str(file), "--value", VALUE]) == CONFIGURATION_EXIT
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
