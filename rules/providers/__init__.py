"""Organisations besides ours that help, too: what is known of them, and how a list of them is read."""

from rules.providers.cells import entry_of as entry_of
from rules.providers.columns import Column as Column
from rules.providers.columns import Flaw as Flaw
from rules.providers.columns import Known as Known
from rules.providers.columns import Wrong as Wrong
from rules.providers.columns import area_names as area_names
from rules.providers.provider import KINDS as KINDS
from rules.providers.provider import Channel as Channel
from rules.providers.provider import ProviderEntry as ProviderEntry
from rules.providers.provider import accepts as accepts
from rules.providers.provider import fits as fits
from rules.providers.provider import name_key as name_key
from rules.providers.provider import reachable as reachable
from rules.providers.table import Listed as Listed
from rules.providers.table import read_table as read_table
from rules.providers.typed import as_typed as as_typed
from rules.providers.typed import read_typed as read_typed
