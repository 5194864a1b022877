"""Telegram's bad days: calls that are made to fail on purpose, before or after their work was done."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from simulator.world.model import JSON

OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WORDS = {
    "400": ("Bad Request", "FAULT_INJECTED"),
    "401": ("", "Unauthorized"),
    "403": ("Forbidden", "bot was blocked by the user"),
    "409": ("Conflict", OTHER_POLLER),
    "500": ("", "Internal Server Error"),
}
"""Kind → how Telegram's words begin, and how they go on where the fault does not say it."""

KINDS = frozenset({"429", "502", "drop", "delay", *WORDS})
"""Statuses; `502` is a page of HTML, as Telegram's frontends answer, `drop` cuts the connection, `delay` is slow."""

BAD_GATEWAY = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n"
)


@dataclass
class Fault:
    """The next `times` calls of `method` (any, if `None`) to `chat` (any, if `None`) go wrong in the way of `kind`.

    With `lasts` it is every such call for so many seconds, with `until_cleared` every one until somebody clears the
    faults: an outage. A 429 that names no method spares the methods that cost nothing, and one that lasts says how
    long it still does. With `after_accepting` the work is done first: the classic source of repeats. `seconds` is the
    length of a delay, `retry_after` what a 429 says, `description` the words after "Bad Request: " and the like.
    """

    kind: str
    times: int = 1
    method: str | None = None
    chat: int | None = None
    retry_after: int = 1
    seconds: float = 1.0
    after_accepting: bool = False
    description: str | None = None
    lasts: float | None = None
    until_cleared: bool = False

    def matches(self, method: str, chat: int | None, costs: bool) -> bool:
        """Whether this call is meant; `costs`: it spends the budget that a 429 is about."""
        if self.method is None and self.kind == "429" and not costs:
            return False
        return (self.method is None or self.method.lower() == method.lower()) and self.chat in (None, chat)


@dataclass(frozen=True)
class Blow:
    """A fault as it hits one call. `wait`: what a 429 says to this call."""

    fault: Fault
    wait: int


class Faults:
    """The faults that are still to come, used up in the order in which they were set.

    `monotonic` returns seconds.
    """

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._faults: list[tuple[Fault, float]] = []
        """Each with the time at which it is over."""

    def add(self, fault: Fault) -> None:
        """Plan a fault; an unknown kind is a `ValueError`."""
        if fault.kind not in KINDS:
            msg = f"kind must be one of {', '.join(sorted(KINDS))}"
            raise ValueError(msg)
        self._faults.append((fault, math.inf if fault.lasts is None else self._monotonic() + fault.lasts))

    def take(self, method: str, chat: int | None, *, costs: bool = True) -> Blow | None:
        """The fault that hits this call, if any."""
        self._forget_old()
        for planned in self._faults:
            fault, until = planned
            if not fault.matches(method, chat, costs):
                continue
            if fault.lasts is not None:
                return Blow(fault, max(1, math.ceil(until - self._monotonic())))
            if not fault.until_cleared:
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(planned)
            return Blow(fault, fault.retry_after)
        return None

    def clear(self) -> None:
        """Plan none any more."""
        self._faults.clear()

    def listing(self) -> list[JSON]:
        """What is still planned."""
        self._forget_old()
        return [dict(vars(fault)) for fault, _ in self._faults]

    def _forget_old(self) -> None:
        now = self._monotonic()
        self._faults = [(fault, until) for fault, until in self._faults if until > now]


def answer_of(blow: Blow) -> tuple[int, JSON]:
    """Status and body that a refusing kind (neither `drop`, `delay` nor `502`) answers with."""
    if blow.fault.kind == "429":
        description = f"Too Many Requests: retry after {blow.wait}"
        return 429, _refusal(429, description) | {"parameters": {"retry_after": blow.wait}}
    beginning, otherwise = WORDS[blow.fault.kind]
    words = blow.fault.description or otherwise
    return int(blow.fault.kind), _refusal(int(blow.fault.kind), f"{beginning}: {words}" if beginning else words)


def _refusal(code: int, description: str) -> JSON:
    return {"ok": False, "error_code": code, "description": description}
