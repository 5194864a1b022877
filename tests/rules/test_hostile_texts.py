"""Texts made to be slow: the time a rule takes grows with their length, not with its square."""

from collections.abc import Callable
from time import process_time

import pytest

from bot.catalogue import load_catalogue
from rules.danger import sounds_dangerous
from rules.identifiers import parse_case_number
from rules.masking import mask
from rules.names import clean_name
from rules.splitting import split
from rules.thanks import is_only_thanks

CATALOGUE = load_catalogue()
DANGER = CATALOGUE.danger
LENGTH = 40_000
# CPU time of this process: linear rules need a tenth of a second here, quadratic ones minutes on any machine.
CPU_SECONDS = 5.0
PIECES = [
    "a", "а", "_", "a.", "a@", "1", "1 ", "1   ", "12.03.2026-", "1 000 ", "0 800 ", "паспорт ", "паспорт", "АА ", "в ",
    "в / ", "військова ", "не хочу ", "мене ", "№", " ", "\n", "👩\u200d", "🇺", "e\u0301", "LUH-2026-", "+380",
]  # fmt: skip
RULES: list[tuple[str, Callable[[str], object]]] = [
    ("mask", mask),
    ("danger", lambda text: sounds_dangerous(text, DANGER)),
    ("split", lambda text: split(text, 4096)),
    ("case number", parse_case_number),
    ("thanks", lambda text: is_only_thanks(text, CATALOGUE.thanks)),
    ("thanks of the longest", lambda text: is_only_thanks(text[:160], CATALOGUE.thanks)),
    ("name", clean_name),
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize(("name", "rule"), RULES)
def test_a_rule_takes_no_longer_than_the_text_is_long(name: str, rule: Callable[[str], object], piece: str) -> None:
    text = "АА" + piece * (LENGTH // len(piece)) + "1x"
    began = process_time()
    rule(text)
    assert process_time() - began < CPU_SECONDS, name
