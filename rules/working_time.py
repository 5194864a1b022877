"""Working time of an organisation: opening hours by weekday, in its own time zone, over any change of the clocks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from rules.local_time import KYIV, aware, end_of_day, local_date

_DAY = timedelta(days=1)
_HORIZON = timedelta(days=3660)
_NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Span:
    """Local opening hours within one day: from `opens` on, up to `closes` (not included)."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError("closes before it opens")


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """When people work: spans for Monday to Sunday, a zone, and dates on which nobody works.

    There are no public holidays under martial law, so `days_off` is empty unless the organisation names some.
    Moments that go in are aware; moments that come out are UTC.
    """

    week: tuple[tuple[Span, ...], ...]
    zone: ZoneInfo = KYIV
    days_off: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise ValueError("a week has seven days")
        if not any(self.week):
            raise ValueError("nobody works at all")
        for spans in self.week:
            if any(one.closes > two.opens for one, two in pairwise(spans)):
                raise ValueError("spans of a day overlap or are out of order")

    def is_working(self, at: datetime) -> bool:
        """Is somebody there at this moment?"""
        return any(opens <= at < closes for opens, closes in self.spans_on(local_date(at, self.zone)))

    def is_working_day(self, day: date) -> bool:
        """Does anybody work on this local date?"""
        return bool(self.week[day.weekday()]) and day not in self.days_off

    def opening_hours(self, day: date) -> tuple[datetime, datetime] | None:
        """The first opening and the last closing (UTC) of a local date; None where nobody works."""
        spans = self.spans_on(day)
        return (spans[0][0], spans[-1][1]) if spans else None

    def working_day_after(self, day: date) -> date:
        """The next local date on which somebody works."""
        return self._nth_working_day(day, 1)

    def next_opening(self, at: datetime) -> datetime:
        """The first working moment not before `at`: `at` itself inside working hours."""
        for opens, closes in self._spans_from(at):
            if at < closes:
                return max(opens, at.astimezone(UTC))
        raise AssertionError("unreachable: the spans go on for ever")

    def add_working(self, start: datetime, amount: timedelta) -> datetime:
        """The first moment by which `amount` of working time has passed since `start`; at a day's end, that closing."""
        if amount < _NOTHING:
            raise ValueError("working time runs forwards only")
        if amount == _NOTHING:
            return aware(start).astimezone(UTC)
        left = amount
        for opens, closes in self._spans_from(start):
            begin = max(opens, start.astimezone(UTC))
            if begin + left <= closes:
                return begin + left
            left -= max(_NOTHING, closes - begin)
        raise AssertionError("unreachable: the spans go on for ever")

    def working_between(self, start: datetime, end: datetime) -> timedelta:
        """How much working time lies between two moments; nothing where the end does not come later."""
        if end <= start:
            return _NOTHING
        worked = _NOTHING
        for opens, closes in self._spans_from(start):
            if opens >= end:
                break
            worked += max(_NOTHING, min(closes, end) - max(opens, start))
        return worked

    def before_working(self, end: datetime, amount: timedelta) -> datetime:
        """The last moment (UTC) after which `amount` of working time is left until `end`."""
        if amount <= _NOTHING:
            raise ValueError("some working time must be left")
        day, left, until = local_date(end, self.zone), amount, aware(end).astimezone(UTC)
        first = day - _HORIZON
        while day >= first:
            for opens, closes in reversed(self.spans_on(day)):
                last = min(closes, until)
                if last - left >= opens:
                    return last - left
                left -= max(_NOTHING, last - opens)
            day -= _DAY
        raise ValueError("not that much working time within ten years")

    def opening_before(self, end: datetime, n: int) -> datetime:
        """When (UTC) the n-th working day before the local day of `end` begins."""
        day, left = local_date(end, self.zone), n
        first = day - _HORIZON
        while left:
            day -= _DAY
            if day < first:
                raise ValueError("no such working day within ten years")
            left -= bool(self.spans_on(day))
        return self.spans_on(day)[0][0]

    def working_days_between(self, start: datetime, end: datetime) -> int:
        """On how many local days after that of `start`, up to that of `end`, somebody works."""
        days = (local_date(end, self.zone) - local_date(start, self.zone)).days
        first = local_date(start, self.zone)
        return sum(self.is_working_day(first + timedelta(days=each)) for each in range(1, days + 1))

    def add_working_days(self, start: datetime, n: int) -> datetime:
        """The end of the n-th working day after the day of `start` (that day itself is not counted)."""
        return end_of_day(self._nth_working_day(local_date(start, self.zone), n), self.zone)

    def same_hour_after(self, start: datetime, n: int) -> datetime:
        """The same local hour n working days later, counted from the next opening, kept within that day's hours."""
        begin = self.next_opening(start).astimezone(self.zone)
        day = self._nth_working_day(begin.date(), n)
        # Wall time on purpose: "the same hour" is what the clock on the wall shows, also over a change of the clocks.
        wanted = datetime.combine(day, begin.time(), tzinfo=self.zone).astimezone(UTC)
        spans = self.spans_on(day)
        if not spans:  # its only span lies in the hour that the clocks skip
            return wanted
        return min(max(wanted, spans[0][0]), spans[-1][1])

    def spans_on(self, day: date) -> tuple[tuple[datetime, datetime], ...]:
        """From when to when (UTC) people work on a local date, in order; none where nobody does."""
        if not self.is_working_day(day):
            return ()
        spans: list[tuple[datetime, datetime]] = []
        for span in self.week[day.weekday()]:
            opens, closes = self._moment(day, span.opens), self._moment(day, span.closes)
            # When the clocks jump forwards, a span in the hour that does not exist may shrink to nothing, or reach
            # into the next one: no moment is counted twice.
            if spans:
                opens = max(opens, spans[-1][1])
            if opens < closes:
                spans.append((opens, closes))
        return tuple(spans)

    def _nth_working_day(self, day: date, n: int) -> date:
        if n < 1:
            raise ValueError("at least one working day")
        last = day + _HORIZON
        while n:
            day += _DAY
            if day > last:
                raise ValueError("no such working day within ten years")
            n -= self.is_working_day(day)
        return day

    def _spans_from(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        day = local_date(at, self.zone)
        last = day + _HORIZON
        while day <= last:
            yield from self.spans_on(day)
            day += _DAY
        raise ValueError("not that much working time within ten years")

    def _moment(self, day: date, at: time) -> datetime:
        return datetime.combine(day, at, tzinfo=self.zone).astimezone(UTC)
