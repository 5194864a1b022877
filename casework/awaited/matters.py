"""Which letters want a sign of being read."""

from __future__ import annotations

from casework.letters import kinds
from rules.cases import State
from rules.catalogue import Matter

STEPS = {State.PLANNED: Matter.PLAN, State.WAITING_PERSON: Matter.ANSWER}
"""Steps of a case after which something is the person's to say; the others are only news."""
OF_STEPS = frozenset(STEPS.values())
"""What is true no more once the case takes another step."""
OF_DOCUMENTS = frozenset({Matter.DOCUMENTS, Matter.RETURNED})
"""What nobody waits for once no document is missing."""


def matter_of(letter: kinds.Letter) -> Matter | None:
    """What it is about, if it wants a sign; None: it does not."""
    match letter:
        case kinds.CaseRefused():
            return Matter.REFUSAL
        case kinds.documents.DocumentsAsked():
            return Matter.DOCUMENTS
        case kinds.documents.DocumentReturned():
            return Matter.RETURNED
        case kinds.transfers.TransferAsked():
            return Matter.TRANSFER
        case kinds.appointments.AppointmentOffered():
            return Matter.APPOINTMENT
        case kinds.allocation.PlaceOffered():
            return Matter.PLACE
        case kinds.CaseStep():
            return STEPS.get(State(letter.state))
        case _:
            return None
