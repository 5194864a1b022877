"""What can be wrong with a backup."""

from __future__ import annotations


class BackupUnusable(Exception):
    """A backup can't be taken, read or restored. The text is one line with the reason and the fix, no content."""
