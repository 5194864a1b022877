"""Forms as tables: what is asked, in which order, on which condition, and what counts as an answer."""

from rules.forms.form import SUMMARY, Form, Place, every_step, options_of
from rules.forms.forms import FORMS
from rules.forms.parse import UNFOUND, Said, Unsure, doubtful, parse, worth_keeping
from rules.forms.problems import Problem
from rules.forms.steps import (
    Answer,
    Answers,
    Birth,
    Certificate,
    Choice,
    Day,
    Files,
    FindPlace,
    Group,
    Known,
    Option,
    Phone,
    Several,
    Step,
    TaxNumber,
    Text,
    Where,
)

__all__ = [
    "FORMS",
    "SUMMARY",
    "UNFOUND",
    "Answer",
    "Answers",
    "Birth",
    "Certificate",
    "Choice",
    "Day",
    "Files",
    "FindPlace",
    "Form",
    "Group",
    "Known",
    "Option",
    "Phone",
    "Place",
    "Problem",
    "Said",
    "Several",
    "Step",
    "TaxNumber",
    "Text",
    "Unsure",
    "Where",
    "doubtful",
    "every_step",
    "options_of",
    "parse",
    "worth_keeping",
]
