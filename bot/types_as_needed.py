"""aiogram's types are built as they are needed: a bot uses some dozens of more than four hundred (decision 0055)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel

TYPES = "aiogram.types."
BUILD = "model_rebuild"
_build: Callable[..., bool | None] = vars(BaseModel)[BUILD].__func__


def import_aiogram() -> None:
    """Import aiogram without what takes most of its time: a validator for every type that Telegram knows.

    Each is built when it is first used, with the names that aiogram would have built it with; what updates and answers
    consist of is built now, nobody is to wait for it. Where aiogram is there already, or no longer builds its types so,
    nothing is changed.
    """
    if "aiogram" in sys.modules:
        return
    names = _import_without_building()
    if not names:
        return
    from aiogram.methods import Response, TelegramMethod
    from aiogram.types import Message, TelegramObject, Update

    for base in (TelegramObject, TelegramMethod, Response):
        setattr(base, BUILD, _building_with(names))
    Message.model_rebuild()
    Update.model_rebuild()


def _import_without_building() -> Mapping[str, Any]:
    """Import aiogram; the names its types were to be built with, none where it asked for none of them."""
    names: dict[str, Any] = {}

    def not_yet(cls: type[BaseModel], /, **how: Any) -> bool | None:
        with_names = how.get("_types_namespace")
        if with_names is None or not cls.__module__.startswith(TYPES):
            return _build(cls, **how)
        names.update(with_names)
        return None

    as_ever = vars(BaseModel)[BUILD]
    setattr(BaseModel, BUILD, classmethod(not_yet))
    try:
        import aiogram  # noqa: F401 - for its own sake
    finally:
        setattr(BaseModel, BUILD, as_ever)
    return names


def _building_with(names: Mapping[str, Any]) -> classmethod[BaseModel, ..., bool | None]:
    """What builds a type, where it is not told with which names: pydantic asks for it at the first use."""

    def build(cls: type[BaseModel], /, **how: Any) -> bool | None:
        return _build(cls, **{"_types_namespace": names, **how})

    return classmethod(build)
