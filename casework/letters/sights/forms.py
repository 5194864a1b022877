"""What a form shows, and what staff see of the human for whom somebody writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from casework.letters.sights.calls import TimeOption
from casework.letters.sights.file_line import FileLine
from casework.letters.sights.files import ArrivedFile
from casework.letters.sights.places import PlaceLine, ToldLine
from casework.letters.sights.to_person import Office


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer, in the shape that its words need; of all but `step` and `number` at most one is there.

    None of them: the question was left out.
    """

    step: str
    number: int
    """Where it stands in the form, from 0: what its «Змінити» names."""
    round: int | None = None
    options: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """The options that were chosen, where the catalogue names them."""
    text: str | None = None
    day: date | None = None
    age: int | None = None
    """Full years; beside `day` those since then."""
    told: ToldLine | None = None
    doubtful: bool = False
    """It looks unusual; nothing is refused."""
    unread: bool = False
    """Own words that stand for options: only a human can tell what they mean."""
    files: tuple[FileLine, ...] = ()


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One button: of a choice by its slug, of a place that may be meant, or of a country by its name."""

    number: int
    slug: str = ""
    place: PlaceLine | None = None
    name: str | None = None
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class FormSight:
    """`form`: the present question."""

    form_id: int
    revision: int
    form: str
    step: str
    number: int
    """Which question this is, from 1."""
    round: int | None
    """Which round of a group, from 1."""
    known: tuple[AnswerLine, ...]
    """The last few answers."""
    options: tuple[OptionLine, ...]
    several: bool
    """What is pressed is only ticked."""
    places: bool
    """The options are places, and none of them may be meant."""
    optional: bool
    first: bool
    problem: str
    words: str | None
    """The beginning of words that wait beside the form; empty where only files wait, None where nothing does."""
    word_files: tuple[FileLine, ...] = ()
    """What came with these words, or instead of any."""
    takes_files: bool = False
    files: tuple[ArrivedFile, ...] = ()
    """What was sent to this question so far."""
    abroad: bool = False
    """A country can be chosen as well."""
    sought: str | None = None
    """What the person typed for a place that is to be confirmed once more."""
    confirm: PlaceLine | None = None
    """That place."""
    explained: tuple[tuple[str, str], ...] = ()
    """Options of the catalogue, each with what it means."""
    about: str | None = None
    """The child whom the question is about, where there are several who were named before."""
    may_tick: bool = False
    """One press answers, and several can be chosen as well."""
    unread: str | None = None
    """Own words that name no option for certain: they may stay as they are."""


@dataclass(frozen=True, slots=True)
class FormSummarySight:
    """`form-summary`."""

    form_id: int
    revision: int
    form: str
    answers: tuple[AnswerLine, ...]
    problem: str
    words: str | None
    word_files: tuple[FileLine, ...] = ()
    more: tuple[str, ...] = ()
    """Groups of questions of which another round can be added."""


@dataclass(frozen=True, slots=True)
class FormAskSight:
    """`form-resume`, `form-waits`, `form-cancel-ask`."""

    form_id: int
    revision: int
    form: str
    begun_at: datetime
    answered: int
    filed: str | None = None
    """The number of an application that was sent before and stays as it is, should the form be dropped."""


@dataclass(frozen=True, slots=True)
class WhomSentSight:
    """`whom-sent`."""

    case_id: int
    number: str
    agreement: str
    code: str | None
    """In groups, while it is good."""
    code_until: datetime | None
    reporter_shown: bool
    office: Office


@dataclass(frozen=True, slots=True)
class AgreedSight:
    """`agreed-by-code`, `agreement-known`."""

    number: str
    office: Office


@dataclass(frozen=True, slots=True)
class AgreementUnheardSight:
    """`agreement-unheard`."""

    number: str
    at: datetime
    by: datetime | None
    """None: we do not try again by ourselves."""
    wrong: bool
    code: str | None
    """In groups, while it is good."""
    code_until: datetime | None
    office: Office


@dataclass(frozen=True, slots=True)
class AgreementCallSight:
    """`desk-agreement`, and the answer of the act `agreement.open`: seen by the one who phones, and logged."""

    case_id: int
    number: str
    name: str | None
    phone: str | None
    """None: no number is known, or it was a wrong one."""
    relation: str
    start: datetime | None
    end: datetime | None
    """Both None where no call was to be made."""
    attempts: int
    tries: int
    """How often somebody phoned in the case: buttons are of one moment."""
    later: tuple[TimeOption, ...] = ()
    """On the desk, where no menu can follow: the times at which the human may have asked to be phoned."""


@dataclass(frozen=True, slots=True)
class OnBehalfSight:
    """Part of a case's details: the human for whom somebody writes, as far as we were told."""

    relation: str
    agreement: str
    agreed_on: date | None
    name: str | None
    born: date | None
    age: int | None
    phone: str | None
    whereabouts: str | None
    writer_shown: bool
    """Who reports may not want to be known."""
