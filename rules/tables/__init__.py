"""Tables that staff send as files: lines and cells, whatever the list is about."""

from rules.tables.cells import BadCell as BadCell
from rules.tables.cells import Fault as Fault
from rules.tables.cells import plain as plain
from rules.tables.lines import MOST_BYTES as MOST_BYTES
from rules.tables.lines import MOST_LINES as MOST_LINES
from rules.tables.lines import Line as Line
from rules.tables.lines import Unfit as Unfit
from rules.tables.lines import lines_of as lines_of
