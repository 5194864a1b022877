"""aiogram's types and methods as a process has them: which are built, and what each consists of."""

from __future__ import annotations

import re

import aiogram.methods
import aiogram.types
from pydantic import BaseModel

_ADDRESS = re.compile(r" at 0x[0-9a-f]+")


def _models() -> dict[str, type[BaseModel]]:
    found = {name: vars(module)[name] for module in (aiogram.types, aiogram.methods) for name in module.__all__}
    return {name: kind for name, kind in found.items() if isinstance(kind, type) and issubclass(kind, BaseModel)}


def built() -> list[str]:
    """Names of those that have their validator."""
    return [name for name, kind in _models().items() if vars(kind).get("__pydantic_complete__")]


def described() -> dict[str, dict[str, str]]:
    """Each, built if need be, with its fields: what may be in them, and their defaults. PydanticUndefinedAnnotation
    where a name is missing.
    """
    models = _models()
    for kind in models.values():
        kind.model_rebuild()
    return {
        name: {field: _ADDRESS.sub("", repr(how)) for field, how in kind.model_fields.items()}
        for name, kind in models.items()
    }
