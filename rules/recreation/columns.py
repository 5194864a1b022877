"""Which columns the table for the order has: a campaign names them, in the order in which they stand."""

from enum import StrEnum


class Column(StrEnum):
    """What can be said of a child in the table."""

    NUMBER = "number"
    """Of the application."""
    CHILD = "child"
    """Surname and name, as the guardian wrote them."""
    BORN = "born"
    AGE = "age"
    """Full years on the day that counts in the campaign."""
    CATEGORIES = "categories"
    """Those that staff confirmed."""
    HROMADA = "hromada"
    """The registered one, where it is of the oblast."""
    REGISTERED = "registered"
    """The registered place, whole."""
    LIVES = "lives"
    """Where the family lives now."""
    GUARDIAN = "guardian"
    PHONE = "phone"
    TAX = "tax"
    CERTIFICATE = "certificate"
    SIZE = "size"
    MEETS = "meets"
    STAY = "stay"
    """The kind of stay that is wished."""
    PERIOD = "period"
    SHIFT = "shift"
    """The place that the child has."""
    STATE = "state"
    FILED = "filed"
    """When the application was first sent."""


USUAL = (
    Column.NUMBER,
    Column.CHILD,
    Column.BORN,
    Column.AGE,
    Column.CATEGORIES,
    Column.HROMADA,
    Column.LIVES,
    Column.GUARDIAN,
    Column.PHONE,
    Column.SHIFT,
    Column.STATE,
    Column.FILED,
)
"""Those of a campaign that names none: what an order asks for, and nothing of which only the accounts have need."""
