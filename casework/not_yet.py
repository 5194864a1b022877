"""An act that comes a moment too early."""

from __future__ import annotations


class NotYet(Exception):
    """What the act has to know is being written down right now. Nothing was written: the same act is to be tried again
    in a moment, and whoever asked for it hears nothing of that.
    """
