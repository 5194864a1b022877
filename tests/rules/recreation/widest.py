"""Every form; those of the recreation programme with whatever a campaign may ask."""

from __future__ import annotations

from rules.forms import FORMS
from rules.recreation.forms import RECREATION, widest_form
from rules.recreation.later import LATER, widest_later_form
from tests.rules.recreation.sample import TERMS

WIDEST = {**FORMS, RECREATION: widest_form(TERMS), LATER: widest_later_form()}
