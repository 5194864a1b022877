"""How a complaint is called."""

from __future__ import annotations

from db.models import Complaint
from rules.identifiers import complaint_number


def number_of(prefix: str, complaint: Complaint) -> str:
    """Its number, with the prefix of the organisation that has to answer."""
    return complaint_number(prefix, complaint.id)
