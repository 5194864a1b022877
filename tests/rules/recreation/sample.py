"""A campaign of the tests' own: the shipped template in a year, with two shifts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.catalogue import load_catalogue
from rules.recreation.terms import Shift, StayKind, Terms

CATALOGUE = load_catalogue()
YEAR = 2027
TEMPLATE: Terms = CATALOGUE.recreation.templates["oblast-170"].terms(YEAR)
SHIFTS = (
    Shift(1, "Артек", StayKind.HEALTH, date(YEAR, 6, 1), date(YEAR, 6, 21), 30, "автобус з Полтави"),
    Shift(2, "Лісова казка", StayKind.REST, date(YEAR, 8, 10), date(YEAR, 8, 23), 20, "поїзд, квитки за батьками"),
)
TERMS = replace(TEMPLATE, shifts=SHIFTS, shifts_made=2)
