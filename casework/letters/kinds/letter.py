"""What every kind of letter has: facts, a policy, and a place in the table of kinds."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, ClassVar

from casework.letters.policies import Form, Policy, Priority

KINDS: dict[str, type[Letter]] = {}

ANSWER_SCREEN = Policy(priority=Priority.SCREEN)
SCREEN = Policy(priority=Priority.SCREEN, form=Form.SCREEN)
QUESTION = Policy(priority=Priority.SCREEN, form=Form.SCREEN, alone=True)
CASE_ANSWER = Policy()


@dataclass(frozen=True, slots=True)
class Letter:
    """The parent of all kinds. A subclass names its `kind` (also the key of its wording) and its `policy`."""

    kind: ClassVar[str] = ""
    policy: ClassVar[Policy] = CASE_ANSWER

    def __init_subclass__(cls) -> None:
        # dataclass(slots=True) makes the class twice: the second, slotted one must win.
        if "kind" in cls.__dict__ and KINDS.get(cls.kind, cls).__qualname__ != cls.__qualname__:
            raise TypeError(f"two kinds of letter are called {cls.kind}")
        if "kind" in cls.__dict__:
            KINDS[cls.kind] = cls

    def facts(self) -> dict[str, Any]:
        """The fields as plain JSON values, as they stand in the outbox."""
        return asdict(self)

    @staticmethod
    def restore(kind: str, facts: dict[str, Any]) -> Letter:
        """The letter that a row of the outbox holds. Unknown kind: KeyError; facts of a later version are dropped."""
        cls = KINDS[kind]
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in facts.items() if name in known})
