"""Places by KATOTTG: a book of all of them, and a search that forgives spelling and knows the former names."""

from rules.places.book import Named, PlaceBook
from rules.places.place import Found, Hit, Kind, Place
from rules.places.search import Findings, search
from rules.places.sure import sure_place
from rules.places.told import ABROAD, UNLISTED, Told, Which

__all__ = [
    "ABROAD",
    "UNLISTED",
    "Findings",
    "Found",
    "Hit",
    "Kind",
    "Named",
    "Place",
    "PlaceBook",
    "Told",
    "Which",
    "search",
    "sure_place",
]
