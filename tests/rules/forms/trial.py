"""A form of the tests' own, with a step of every kind."""

from __future__ import annotations

from rules.forms import (
    Answer,
    Birth,
    Certificate,
    Choice,
    Day,
    Form,
    Group,
    Option,
    Phone,
    Several,
    TaxNumber,
    Text,
    Where,
)
from rules.forms.steps import Answers

PLACES = {"новопсков": ("UA1", "UA2"), "айдар": ("UA1",)}


def has_children(answers: Answers) -> bool:
    return answers.get("children") == "yes"


def is_small(answers: Answers) -> bool:
    return answers.get("age") in ("0", "1", "2")


TRIAL = Form(
    slug="trial",
    version=1,
    steps=(
        Text(slug="name", least=2, most=20),
        TaxNumber(slug="tax", optional=True),
        Day(slug="since"),
        Phone(slug="phone", optional=True),
        Certificate(slug="paper", optional=True),
        Several(slug="needs", options=(Option("food"), Option("wood"), Option("coal")), optional=True),
        Where(slug="home", optional=True),
        Choice(slug="children", options=(Option("yes"), Option("no"))),
        Group(
            slug="kids",
            when=has_children,
            most=3,
            steps=(Text(slug="kid"), Birth(slug="age"), Choice(slug="milk", options=(Option("yes"),), when=is_small)),
        ),
    ),
)
FILLED: dict[str, Answer] = {
    "name": "Олена",
    "tax": None,
    "since": "2024-02-01",
    "phone": "+380501234567",
    "paper": "1234-1234567890",
    "needs": ["food", "wood"],
    "home": "UA1",
    "children": "yes",
    "kids/0/kid": "Марко",
    "kids/0/age": "1",
    "kids/0/milk": "yes",
    "kids/0/more": "yes",
    "kids/1/kid": "Ганна",
    "kids/1/age": "9",
    "kids/1/more": "no",
}


def find(typed: str) -> tuple[str, ...]:
    return PLACES.get(typed.casefold(), ())
