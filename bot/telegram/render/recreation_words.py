"""What the recreation programme's states, questions and steps are called: tables of literal keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.telegram.render.names import Name
from bot.texts.wording import Words
from rules.recreation.applications import Standing
from rules.recreation.campaigns import CampaignState, Move
from rules.recreation.editing import Field
from rules.recreation.passing import Wish
from rules.recreation.terms import By, Per, Question, Signing, Step

CAMPAIGN_STATES: Mapping[CampaignState, Name] = {
    CampaignState.PLANNED: lambda t: t.plain("campaign-state-planned"),
    CampaignState.OPEN: lambda t: t.plain("campaign-state-open"),
    CampaignState.PAUSED: lambda t: t.plain("campaign-state-paused"),
    CampaignState.CLOSED: lambda t: t.plain("campaign-state-closed"),
    CampaignState.ALLOCATING: lambda t: t.plain("campaign-state-allocating"),
    CampaignState.FINISHED: lambda t: t.plain("campaign-state-finished"),
}
MOVES: Mapping[Move, Name] = {
    Move.PAUSE: lambda t: t.plain("button-campaign-pause"),
    Move.RESUME: lambda t: t.plain("button-campaign-resume"),
    Move.ALLOCATE: lambda t: t.plain("button-campaign-allocate"),
    Move.BACK: lambda t: t.plain("button-campaign-back"),
    Move.FINISH: lambda t: t.plain("button-campaign-finish"),
    Move.CALL_OFF: lambda t: t.plain("button-campaign-call-off"),
}
"""Those that a human makes."""
STEPS: Mapping[Step, Name] = {
    Step.NEED: lambda t: t.plain("campaign-step-need"),
    Step.CONFIRMATION: lambda t: t.plain("campaign-step-confirmation"),
    Step.OFFER: lambda t: t.plain("campaign-step-offer"),
    Step.DEPARTURE: lambda t: t.plain("campaign-step-departure"),
}
QUESTIONS: Mapping[Question, Name] = {
    Question.LIVES: lambda t: t.plain("campaign-ask-lives"),
    Question.CATEGORIES: lambda t: t.plain("campaign-ask-categories"),
    Question.STAY: lambda t: t.plain("campaign-ask-stay"),
    Question.PERIOD: lambda t: t.plain("campaign-ask-period"),
    Question.TOGETHER: lambda t: t.plain("campaign-ask-together"),
    Question.TAX: lambda t: t.plain("campaign-ask-tax"),
    Question.CERTIFICATE: lambda t: t.plain("campaign-ask-certificate"),
    Question.SIZE: lambda t: t.plain("campaign-ask-size"),
    Question.MEETS: lambda t: t.plain("campaign-ask-meets"),
}
PERS: Mapping[Per, Name] = {
    Per.CHILD: lambda t: t.plain("campaign-per-child"),
    Per.FAMILY: lambda t: t.plain("campaign-per-family"),
}
BYS: Mapping[By, Name] = {
    By.CHAT: lambda t: t.plain("campaign-by-chat"),
    By.PAPER: lambda t: t.plain("campaign-by-paper"),
}
SIGNINGS: Mapping[Signing, Name] = {
    Signing.NONE: lambda t: t.plain("campaign-signing-none"),
    Signing.PRINTED: lambda t: t.plain("campaign-signing-printed"),
    Signing.ELECTRONIC: lambda t: t.plain("campaign-signing-electronic"),
}
FIELDS: Mapping[Field, Name] = {
    Field.NAME: lambda t: t.plain("campaign-field-name"),
    Field.BASIS: lambda t: t.plain("campaign-field-basis"),
    Field.DATES: lambda t: t.plain("campaign-field-dates"),
    Field.AGES: lambda t: t.plain("campaign-field-ages"),
    Field.CATEGORIES: lambda t: t.plain("campaign-field-categories"),
    Field.ASKS: lambda t: t.plain("campaign-field-asks"),
    Field.PAPERS: lambda t: t.plain("campaign-field-papers"),
    Field.STAYS: lambda t: t.plain("campaign-field-stays"),
    Field.SHIFTS: lambda t: t.plain("campaign-field-shifts"),
    Field.ORDER: lambda t: t.plain("campaign-field-order"),
    Field.RANKING: lambda t: t.plain("campaign-field-ranking"),
    Field.ANSWER: lambda t: t.plain("campaign-field-answer"),
    Field.LOT: lambda t: t.plain("campaign-field-lot"),
    Field.COLUMNS: lambda t: t.plain("campaign-field-columns"),
}
HOW: Mapping[Field, Name] = {
    Field.NAME: lambda t: t.plain("campaign-how-name"),
    Field.BASIS: lambda t: t.plain("campaign-how-basis"),
    Field.DATES: lambda t: t.plain("campaign-how-dates"),
    Field.AGES: lambda t: t.plain("campaign-how-ages"),
    Field.CATEGORIES: lambda t: t.plain("campaign-how-categories"),
    Field.ASKS: lambda t: t.plain("campaign-how-asks"),
    Field.PAPERS: lambda t: t.plain("campaign-how-papers"),
    Field.STAYS: lambda t: t.plain("campaign-how-stays"),
    Field.SHIFTS: lambda t: t.plain("campaign-how-shifts"),
    Field.ORDER: lambda t: t.plain("campaign-how-order"),
    Field.RANKING: lambda t: t.plain("campaign-how-ranking"),
    Field.ANSWER: lambda t: t.plain("campaign-how-answer"),
    Field.LOT: lambda t: t.plain("campaign-how-lot"),
    Field.COLUMNS: lambda t: t.plain("campaign-how-columns"),
}
"""How a field is typed."""
STANDINGS: Mapping[Standing, Name] = {
    Standing.DRAFT: lambda t: t.plain("standing-draft"),
    Standing.SUBMITTED: lambda t: t.plain("standing-submitted"),
    Standing.CHECKING: lambda t: t.plain("standing-checking"),
    Standing.NEEDS_DOCUMENTS: lambda t: t.plain("standing-needs-documents"),
    Standing.NEED_CONFIRMED: lambda t: t.plain("standing-need-confirmed"),
    Standing.QUEUED: lambda t: t.plain("standing-queued"),
    Standing.OFFERED: lambda t: t.plain("standing-offered"),
    Standing.ACCEPTED: lambda t: t.plain("standing-accepted"),
    Standing.DECLINED: lambda t: t.plain("standing-declined"),
    Standing.EXPIRED: lambda t: t.plain("standing-expired"),
    Standing.SENT: lambda t: t.plain("standing-sent"),
    Standing.COMPLETED: lambda t: t.plain("standing-completed"),
    Standing.NOT_TRAVELLED: lambda t: t.plain("standing-not-travelled"),
    Standing.HANDED_OVER: lambda t: t.plain("standing-handed-over"),
    Standing.REFUSED: lambda t: t.plain("standing-refused"),
    Standing.WITHDRAWN: lambda t: t.plain("standing-withdrawn"),
}
"""As the guardian reads it, and staff."""
SHARED: Mapping[str, Name] = {
    "name": lambda t: t.plain("shared-name"),
    "phone": lambda t: t.plain("shared-phone"),
    "child": lambda t: t.plain("shared-child"),
    "born": lambda t: t.plain("shared-born"),
    "registered": lambda t: t.plain("shared-registered"),
    "categories": lambda t: t.plain("shared-categories"),
    "stay": lambda t: t.plain("shared-stay"),
    "period": lambda t: t.plain("shared-period"),
}
"""What would be handed over: `rules.recreation.passing.SHARED`."""
WISHES: Mapping[Wish, Name] = {
    Wish.PASS: lambda t: t.plain("button-pass-on"),
    Wish.SELF: lambda t: t.plain("button-pass-self"),
    Wish.HUMAN: lambda t: t.plain("button-pass-human"),
}
WISHED: Mapping[Wish, Callable[[Words, str, str], str]] = {
    Wish.PASS: lambda t, hromada, check: t.plain("own-hromada-pass", hromada=hromada, check=check),
    Wish.SELF: lambda t, hromada, _: t.plain("own-hromada-self", hromada=hromada),
    Wish.HUMAN: lambda t, _, __: t.plain("own-hromada-human"),
}
"""What follows from an answer."""
