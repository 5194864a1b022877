"""Rows of the department's former form of applications: what can be read of them, and each line that can't."""

from rules.recreation.importing.columns import NAMED as NAMED
from rules.recreation.importing.columns import Column as Column
from rules.recreation.importing.flaws import Flaw as Flaw
from rules.recreation.importing.flaws import Wrong as Wrong
from rules.recreation.importing.table import Family as Family
from rules.recreation.importing.table import Listed as Listed
from rules.recreation.importing.table import read_rows as read_rows
from rules.recreation.importing.values import Known as Known
