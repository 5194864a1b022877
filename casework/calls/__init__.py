"""Phoning people: who wants it, who does it, what came of it."""
