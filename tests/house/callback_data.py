"""Rules about callback data: one prefix for one class, and room for the largest ids in Telegram's 64 bytes."""

import importlib
import operator
import pkgutil
import types
import typing
from collections.abc import Iterable, Iterator
from enum import Enum
from uuid import UUID

from aiogram.filters.callback_data import MAX_CALLBACK_LENGTH, CallbackData
from annotated_types import Ge, Gt, Le, Lt, MaxLen
from pydantic.fields import FieldInfo

LARGEST_ID = 2**63 - 1
SMALLEST_ID = -(2**63)

Rules = tuple[object, ...]


def load_all(*packages: str) -> list[type[CallbackData]]:
    """Import every module of the named packages and return the callback data classes defined in them."""
    for name in packages:
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    return [found for found in subclasses(CallbackData) if found.__module__.split(".")[0] in packages]


def subclasses(parent: type[CallbackData]) -> Iterator[type[CallbackData]]:
    """All classes below `parent`, at any depth."""
    for child in parent.__subclasses__():
        yield child
        yield from subclasses(child)


def doubled_prefixes(classes: Iterable[type[CallbackData]]) -> list[str]:
    """Prefixes that stand for more than one class."""
    owners: dict[str, list[str]] = {}
    for found in classes:
        owners.setdefault(found.__prefix__, []).append(f"{found.__module__}.{found.__qualname__}")
    return [f"'{prefix}' is used by {', '.join(names)}" for prefix, names in owners.items() if len(names) > 1]


def too_big(classes: Iterable[type[CallbackData]]) -> list[str]:
    """Classes that may not fit into a button: too long with the longest values of their fields, or without bound."""
    found = []
    for each in classes:
        length = longest_data(each)
        if length is None or length > MAX_CALLBACK_LENGTH:
            found.append(f"{each.__qualname__}: {length or 'any number of'} bytes, {MAX_CALLBACK_LENGTH} at most")
    return found


def longest_data(found: type[CallbackData]) -> int | None:
    """Bytes of the longest data that the class can pack; None where a field has no longest value."""
    lengths = [_longest(field) for field in found.model_fields.values()]
    known = [length for length in lengths if length is not None]
    if len(known) < len(lengths):
        return None
    return len(found.__prefix__.encode()) + sum(len(found.__separator__) + length for length in known)


def _longest(field: FieldInfo) -> int | None:
    """Bytes of the longest packed value of the field; None where it has no bound."""
    lengths = [_longest_of(option, rules) for option, rules in _options(field.annotation, tuple(field.metadata))]
    known = [length for length in lengths if length is not None]
    return max(known) if known and len(known) == len(lengths) else None


def _options(annotation: object, rules: Rules) -> list[tuple[object, Rules]]:
    """The plain types of a union, each with the rules (`Field(ge=0)`) that stand beside it."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return [inner for option in typing.get_args(annotation) for inner in _options(option, rules)]
    if typing.get_origin(annotation) is typing.Annotated:
        inner, *beside = typing.get_args(annotation)
        return _options(inner, (*rules, *_field_rules(beside)))
    return [(annotation, rules)]


def _field_rules(beside: list[object]) -> Iterator[object]:
    for rule in beside:
        if isinstance(rule, FieldInfo):
            yield from rule.metadata
        else:
            yield rule


def _longest_of(option: object, rules: Rules) -> int | None:
    if option is None or option is types.NoneType:
        return 0
    if typing.get_origin(option) is typing.Literal:
        return max(len(str(value).encode()) for value in typing.get_args(option))
    if isinstance(option, type) and issubclass(option, Enum):
        return max(len(str(member.value).encode()) for member in option)
    if option is bool:
        return 1
    if option is int:
        return max(len(str(value)) for value in (LARGEST_ID, SMALLEST_ID, *_edges(rules)) if _admits(rules, value))
    if option is UUID:
        return len(UUID(int=0).hex)
    if option is str:
        return next((rule.max_length for rule in rules if isinstance(rule, MaxLen)), None)
    return None


def _edges(rules: Rules) -> list[int]:
    bounds = [getattr(rule, name) for rule in rules for name in ("ge", "gt", "le", "lt") if hasattr(rule, name)]
    return [bound + step for bound in [0, *bounds] for step in (-1, 0, 1)]


def _admits(rules: Rules, value: int) -> bool:
    admits = {Ge: operator.ge, Gt: operator.gt, Le: operator.le, Lt: operator.lt}
    return all(
        compare(value, getattr(rule, kind.__name__.lower()))
        for rule in rules
        for kind, compare in admits.items()
        if isinstance(rule, kind)
    )
