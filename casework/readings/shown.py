"""What was shown of a person, by its name: so the log says what somebody saw, and not what it was."""

from __future__ import annotations

from collections.abc import Iterator

from casework.letters.sights import AgreementCallSight, DetailsSight, StaffCallSight

OF_DETAILS = (
    "name", "audience", "category", "age_band", "household_size", "registered_hromada", "actual_oblast",
)  # fmt: skip
OF_ANOTHER = ("name", "born", "age", "phone", "whereabouts")
OF_CALL = ("name", "phone", "wish")


def of_details(shown: DetailsSight) -> frozenset[str]:
    """Fields of the details that held something."""
    return frozenset(_of_details(shown))


def _of_details(shown: DetailsSight) -> Iterator[str]:
    yield from (name for name in OF_DETAILS if getattr(shown, name) is not None)
    if shown.places.actual is not None or shown.places.registered is not None:
        yield "places"
    if shown.applied:
        yield "application"
    if (other := shown.on_behalf) is not None:
        yield from (f"other.{name}" for name in OF_ANOTHER if getattr(other, name) is not None)


def of_call(shown: StaffCallSight | AgreementCallSight) -> frozenset[str]:
    """Fields of what stands before the one who phones."""
    return frozenset(name for name in OF_CALL if getattr(shown, name, None) is not None)
