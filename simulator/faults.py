"""Calls that are made to fail on purpose, before or after their work was done."""

from dataclasses import dataclass

from simulator.world.model import JSON

KINDS = frozenset({"429", "400", "403", "500", "drop", "delay"})


@dataclass
class Fault:
    """The next `times` calls of `method` (any, if `None`) to `chat` (any, if `None`) go wrong in the way of `kind`.

    With `after_accepting` the work is done first: the classic source of repeats. `seconds` is the length of a delay,
    `retry_after` what a 429 says, `description` the words after "Bad Request: " of a 400.
    """

    kind: str
    times: int = 1
    method: str | None = None
    chat: int | None = None
    retry_after: int = 1
    seconds: float = 1.0
    after_accepting: bool = False
    description: str = "FAULT_INJECTED"

    def matches(self, method: str, chat: int | None) -> bool:
        """Whether this call is meant."""
        return (self.method is None or self.method.lower() == method.lower()) and self.chat in (None, chat)


class Faults:
    """The faults that are still to come, used up in the order in which they were set."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Plan a fault; an unknown kind is a `ValueError`."""
        if fault.kind not in KINDS:
            msg = f"kind must be one of {', '.join(sorted(KINDS))}"
            raise ValueError(msg)
        self._faults.append(fault)

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault that hits this call, if any."""
        for fault in self._faults:
            if fault.matches(method, chat):
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Plan none any more."""
        self._faults.clear()

    def listing(self) -> list[JSON]:
        """What is still planned."""
        return [dict(vars(fault)) for fault in self._faults]


def answer_of(fault: Fault) -> tuple[int, JSON]:
    """Status and body that a failing kind (not `drop`, not `delay`) answers with."""
    if fault.kind == "429":
        description = f"Too Many Requests: retry after {fault.retry_after}"
        return 429, _refusal(429, description) | {"parameters": {"retry_after": fault.retry_after}}
    if fault.kind == "403":
        return 403, _refusal(403, "Forbidden: bot was blocked by the user")
    if fault.kind == "400":
        return 400, _refusal(400, f"Bad Request: {fault.description}")
    return 500, _refusal(500, "Internal Server Error")


def _refusal(code: int, description: str) -> JSON:
    return {"ok": False, "error_code": code, "description": description}
