"""In what way a request comes to us, and whether the law's deadline for it is ours."""

from dataclasses import dataclass
from datetime import date

from rules.catalogue import Catalogue, Provider, Service, Standing
from rules.languages import Words

CHECK_OTHERS = "CHECK_OTHERS"
"""The deadline by which we look what somebody else decided about a service."""

CONSULTATION = "consultation"
"""A chat without name, address and signature is no formal appeal (Law 393/96, art. 5): a consultation until a human
says otherwise.
"""


APPEAL = "appeal"
"""A citizen's appeal: whoever receives it answers it, whoever provides the service (Law 393/96, art. 7, 15 and 20)."""


def intake_kind(service: Service, day: date) -> str:
    """The intake kind of a request for a service on a local day; what is not offered now is only asked about."""
    return service.intake if service.standing(day) is Standing.OFFERED else CONSULTATION


def decision_is_ours(service: Service) -> bool:
    """Whether we decide: the deadlines of Law 2671-VIII bind whoever takes the decision (art. 21), nobody else."""
    return service.provider is Provider.DEPARTMENT


def answer_is_ours(service: Service, intake_kind: str) -> bool:
    """Whether the deadline of law for a request of this kind is ours."""
    return intake_kind == APPEAL or decision_is_ours(service)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A decision that is not ours: who takes it, by the service's `provider` or in `words` of the intake kind, and
    the id of the deadline by which we look how it stands.
    """

    check: str
    provider: Provider | None = None
    words: Words | None = None


def decided_elsewhere(catalogue: Catalogue, intake_kind: str, service: str) -> Elsewhere | None:
    """Whose decision a request is; None where it is ours, or where the catalogue no longer has the service."""
    kind = catalogue.intake_kinds.get(intake_kind)
    if kind is not None and kind.check is not None:
        return Elsewhere(kind.check, words=kind.decides)
    asked_for = catalogue.services.get(service)
    if asked_for is None or answer_is_ours(asked_for, intake_kind):
        return None
    return Elsewhere(CHECK_OTHERS, provider=asked_for.provider)
