"""Every kind of button with every choice it can carry, for whoever makes its data up by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import product
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

import handlers.routing  # noqa: F401 - so that every kind is known
from bot.telegram.callbacks import (
    ButtonData,
    CallForHelp,
    Consent,
    LanguageChoice,
    OwnPhone,
    Privacy,
    PutAway,
)

LAST: tuple[type[ButtonData], ...] = (OwnPhone, LanguageChoice, Consent, Privacy, CallForHelp)
"""What changes how the presser is answered, or ends their own consent, comes after all others."""
BACKWARDS: tuple[type[ButtonData], ...] = (OwnPhone, LanguageChoice)
"""The first choice is the one that a person begins with: it is restored at the end."""
TEXTS = (
    "home", "gone", "idp", "helped", "hromada", "RF1", "language", "deadline", "UA44020010000067642", "PL", "C13", "",
)  # fmt: skip


def every_button(**ids: int) -> list[ButtonData]:
    """`ids`: by the name of the field, of what is somebody else's; other numbers are the least, 1 and the greatest.

    `PutAway` is left out: it carries nothing, and takes away what it is pressed on.
    """
    kinds = [kind for kind in ButtonData.__subclasses__() if kind not in LAST and kind is not PutAway]
    return [data for kind in (*kinds, *LAST) for data in _buttons(kind, ids)]


def _buttons(kind: type[ButtonData], ids: Mapping[str, int]) -> Iterator[ButtonData]:
    """All choices with each other, and each with every text and number."""
    fields = kind.model_fields
    choices = {name: _choices(field) for name, field in fields.items()}
    named = {name: found for name, found in choices.items() if found}
    typed = {name: list(_typed(name, fields[name], ids)) for name, found in choices.items() if not found}
    picks = [dict(zip(named, pick, strict=True)) for pick in product(*named.values())]
    picks = list(reversed(picks)) if kind in BACKWARDS else picks
    longest = max((len(values) for values in typed.values()), default=1)
    for pick, number in product(picks, range(longest)):
        yield kind(**pick, **{name: values[number % len(values)] for name, values in typed.items()})


def _choices(field: FieldInfo) -> list[Any]:
    annotation: Any = field.annotation
    if annotation is bool:
        return [True, False]
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    if NoneType in get_args(annotation):
        return [None, *(each for inner in get_args(annotation) for each in _inner(inner))]
    return list(annotation) if isinstance(annotation, type) and issubclass(annotation, Enum) else []


def _inner(annotation: Any) -> list[Any]:
    """The choices of something that may be left out: all words of an enum, the ends of a range of numbers."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return list(annotation)
    bounds = [each for said in getattr(annotation, "__metadata__", ()) for each in getattr(said, "metadata", [said])]
    return [each.ge if isinstance(each, Ge) else each.le for each in bounds if isinstance(each, Ge | Le)]


def _typed(name: str, field: FieldInfo, ids: Mapping[str, int]) -> Iterator[Any]:
    if name in ids:
        yield ids[name]
    elif field.annotation is int:
        least = next(each.ge for each in field.metadata if isinstance(each, Ge))
        greatest = next(each.le for each in field.metadata if isinstance(each, Le))
        yield from dict.fromkeys((least, 1, greatest))
    else:
        yield from (value for value in TEXTS if _fits(field, value))


def _fits(field: FieldInfo, value: str) -> bool:
    try:
        TypeAdapter(Annotated[field.annotation, *field.metadata]).validate_python(value)
    except ValidationError:
        return False
    return True
