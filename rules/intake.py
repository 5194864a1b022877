"""In what way a request comes to us, and whether the law's deadline for it is ours."""

from datetime import date

from rules.catalogue import Provider, Service, Standing

CONSULTATION = "consultation"
"""A chat without name, address and signature is no formal appeal (Law 393/96, art. 5): a consultation until a human
says otherwise.
"""


def intake_kind(service: Service, day: date) -> str:
    """The intake kind of a request for a service on a local day; what is not offered now is only asked about."""
    return service.intake if service.standing(day) is Standing.OFFERED else CONSULTATION


def decision_is_ours(service: Service) -> bool:
    """Whether we decide: the deadlines of Law 2671-VIII bind whoever takes the decision (art. 21), nobody else."""
    return service.provider is Provider.DEPARTMENT
