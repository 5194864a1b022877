"""What a person gets while they fill in a form, and what comes of the one about another human."""

from __future__ import annotations

from dataclasses import dataclass

from casework.letters.kinds.letter import SCREEN, Letter
from casework.letters.policies import Nature, Policy, Priority


@dataclass(frozen=True, slots=True)
class FormScreen(Letter):
    """Slot `form:<slug>`: the present question. `problem`: what was wrong about the last words."""

    kind = "form"
    policy = SCREEN
    form_id: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FormSummaryScreen(Letter):
    """Everything that was answered, before it is sent."""

    kind = "form-summary"
    policy = SCREEN
    form_id: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class FormResumeScreen(Letter):
    """You began this form earlier: go on?"""

    kind = "form-resume"
    policy = SCREEN
    form_id: int


@dataclass(frozen=True, slots=True)
class FormWaitsScreen(Letter):
    """The person opened something else meanwhile: the form waits, and this is the way back."""

    kind = "form-waits"
    policy = SCREEN
    form_id: int


@dataclass(frozen=True, slots=True)
class FormCancelAskScreen(Letter):
    """Really stop, and forget the answers?"""

    kind = "form-cancel-ask"
    policy = SCREEN
    form_id: int


@dataclass(frozen=True, slots=True)
class WhomSentScreen(Letter):
    """For whom the case is was written down; how the human's agreement is asked, with the code where it is by code."""

    kind = "whom-sent"
    policy = SCREEN
    case_id: int


@dataclass(frozen=True, slots=True)
class AgreedByCode(Letter):
    """To the beneficiary: thanks, and what their code means."""

    kind = "agreed-by-code"
    policy = Policy(once=True)
    case_id: int


@dataclass(frozen=True, slots=True)
class AgreementRefused(Letter):
    """To the helper: without the human's word we go no further."""

    kind = "agreement-refused"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)
    case_id: int


@dataclass(frozen=True, slots=True)
class AgreementUnheard(Letter):
    """To the helper: we phoned the human at `at` and did not hear them; `wrong`: somebody else answered. We try again
    by `by` (seconds since 1970), or (0) a code can be read out.
    """

    kind = "agreement-unheard"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)
    case_id: int
    at: int
    by: int
    wrong: bool


@dataclass(frozen=True, slots=True)
class DeskAgreement(Letter):
    """Whom to ask for their agreement, on the desk of the one who phones, where the group could not whisper it."""

    kind = "desk-agreement"
    policy = Policy(priority=Priority.SCREEN, protected=True, fleeting=True)
    case_id: int
    staff_id: int


@dataclass(frozen=True, slots=True)
class AgreementKnown(Letter):
    """To the helper: the human agreed."""

    kind = "agreement-known"
    policy = Policy(nature=Nature.AUTOMATIC, once=True)
    case_id: int
