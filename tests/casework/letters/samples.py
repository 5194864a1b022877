"""A letter of every kind, with made-up ids."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

from casework.letters.kinds import Letter

BY_TYPE: dict[str, Any] = {"int": 7, "bool": True, "str": "luhansk", "list[int]": [7, 8]}
BY_TYPE["list[str]"] = ["blank"]


def sample(kind: type[Letter], **facts: Any) -> Letter:
    """A letter of this kind; `facts` for fields that must name something real."""
    given = {
        field.name: facts.get(field.name, BY_TYPE[str(field.type)])
        for field in fields(kind)
        if field.name in facts or field.default is MISSING
    }
    return kind(**given)
