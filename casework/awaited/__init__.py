"""Sent is not read: which letters want a sign of the person, what counts as one, what follows without."""
