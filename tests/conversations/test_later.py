"""A few questions once the need is confirmed, and a few more with the place, as a family and a caseworker meet them."""

from __future__ import annotations

from casework.recreation.campaigns import ChangeCampaign, change_campaign
from rules.recreation.editing import Field
from tests.conversations.camps import applied, leading, shared_out
from tests.conversations.stage import Stage
from tests.conversations.talkers import offers
from tests.conversations.words import label, piece

ASKS = "categories need\nstay need\nperiod need\nlives need\ntax confirmation\nsize offer"
NUMBER = "1234567899"
