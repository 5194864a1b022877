"""What is seen of broadcasts: by those who get them, and by those who write them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.file_line import FileLine
from casework.letters.sights.files import FileToSend
from rules.broadcast_words import Variable
from rules.broadcasts import Kind, Progress, RecipientState, Repeat, State
from rules.files import FileState
from rules.segments import Dimension


@dataclass(frozen=True, slots=True)
class BroadcastButton:
    """`to`: an address or a way into the bot; `label`: None where a way has a name of its own."""

    to: str
    label: str | None


@dataclass(frozen=True, slots=True)
class BroadcastLetterSight:
    """`broadcast`, `broadcast-preview`: exactly what somebody reads in one language."""

    html: str
    """Telegram's HTML, variables not filled yet."""
    typed: Mapping[Variable, str]
    on: date | None
    """The date that it is about."""
    days: int | None
    """How many days are left until then."""
    phone: str
    buttons: tuple[BroadcastButton, ...]
    about: Kind
    file: FileToSend | None = None


@dataclass(frozen=True, slots=True)
class StoppedNewsSight:
    """`broadcast-stopped`."""

    about: Kind
    stopped: bool


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run in the list. `title`: of the ready-made one, or how the text begins."""

    run_id: int
    title: str
    state: State
    at: datetime | None


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """A ready-made one."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class BroadcastsSight:
    """`broadcasts`. `ready`: those to begin with; None: the list of what there is."""

    runs: tuple[RunLine, ...]
    ready: tuple[ReadyLine, ...] | None


@dataclass(frozen=True, slots=True)
class SegmentLine:
    """What is chosen by one dimension, in words; of some dimensions the values are words of ours."""

    dimension: Dimension
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WhyLine:
    """How many did not get it for one reason."""

    state: RecipientState
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class RunSight:
    """`broadcast-run`, `broadcast-to-confirm`, `broadcast-progress`, `broadcast-result`: a run as it is now."""

    run_id: int
    title: str
    about: Kind
    state: State
    author: str
    confirmed_by: str | None
    is_author: bool
    """Whether the reader wrote it."""
    languages: tuple[str, ...]
    """In which there is a text."""
    begins: str
    """How the text begins."""
    file: FileLine | None
    file_state: FileState | None
    buttons: tuple[BroadcastButton, ...]
    segment: tuple[SegmentLine, ...]
    to_type: tuple[Variable, ...]
    """What the variables of the texts want to be told."""
    typed: Mapping[Variable, str]
    """What of it was told."""
    gets: int
    unreachable: int
    stopped: int
    other_language: int
    """How many read a language without a text, and get the first one."""
    due_at: datetime | None
    expires_at: datetime | None
    keep_hours: int
    repeat: Repeat
    by_rule: bool
    repeats_ended: bool
    is_again: bool
    """For those whom another run did not reach."""
    second: bool
    """A second person has to confirm it."""
    stars: int
    """What it costs at most; 0: nothing."""
    until_morning: bool
    """It is night: it goes on in the morning."""
    progress: Progress | None = None
    ended_at: datetime | None = None
    why: tuple[WhyLine, ...] = ()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class BroadcastAnsweredSight:
    """`broadcast-answered`."""

    run_id: int
    title: str
    who: str
    confirmed: bool
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class BroadcastOption:
    """Something to choose: its value, its name (None: words of ours), and whether it is chosen."""

    value: str
    label: str | None
    on: bool


@dataclass(frozen=True, slots=True)
class BroadcastMenuSight:
    """`broadcast-menu`. `menu`: of `casework.broadcasts.menu.Menu`."""

    run_id: int
    menu: str
    options: tuple[BroadcastOption, ...] = ()
    page: int = 0
    more: bool = False
    gets: int = 0
    now: str = ""
    """What stands there already."""
