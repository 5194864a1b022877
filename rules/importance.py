"""How urgent staff say a case is. Danger is above both; what the law puts first is a reason among others."""

from enum import IntEnum


class Importance(IntEnum):
    """The higher one is worked on first."""

    NORMAL = 0
    HIGH = 1
