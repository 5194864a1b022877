"""Whom a broadcast is for: plain facts of people and their cases, each narrowing the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Self


class Dimension(StrEnum):
    """By what people are chosen. Several values of one dimension are alternatives."""

    CATEGORY = "category"
    REGISTERED = "registered"
    """The hromada where they are registered."""
    OBLAST = "oblast"
    """Where they live now."""
    HROMADA = "hromada"
    """The same, more exactly."""
    SERVICE = "service"
    """What a case of theirs is about."""
    STATE = "state"
    """How far such a case is; together with a service it is one and the same case."""
    LANGUAGE = "language"
    SEEN = "seen"
    """Within how many days they wrote."""
    MISSING = "missing"
    """A document is missing in an open case of theirs."""


ONE_ONLY = frozenset({Dimension.SEEN, Dimension.MISSING})
MOST_VALUES = 50
"""Values of one dimension: a list that somebody presses together is no longer."""


@dataclass(frozen=True, slots=True)
class Segment:
    """By dimension the values that fit; a dimension without any narrows nothing."""

    values: Mapping[Dimension, tuple[str, ...]] = field(default_factory=dict)

    def __getitem__(self, dimension: Dimension) -> tuple[str, ...]:
        """The values of a dimension; none: all people."""
        return self.values.get(dimension, ())

    def turned(self, dimension: Dimension, value: str) -> Self:
        """With this value chosen, or not any more. ValueError beyond MOST_VALUES."""
        before = self[dimension]
        if value in before:
            chosen = tuple(each for each in before if each != value)
        else:
            chosen = (value,) if dimension in ONE_ONLY else (*before, value)
        if len(chosen) > MOST_VALUES:
            raise ValueError("too many values")
        return type(self)({**self.values, dimension: chosen})

    def facts(self) -> dict[str, list[str]]:
        """As it is kept."""
        return {dimension.value: list(values) for dimension, values in self.values.items() if values}

    @classmethod
    def read(cls, facts: Mapping[str, Any]) -> Self:
        """Back from how it is kept."""
        known = set(Dimension)
        return cls({Dimension(name): tuple(values) for name, values in facts.items() if name in known})
