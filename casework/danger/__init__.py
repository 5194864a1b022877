"""Somebody is in danger: the numbers at once, a case without a question, and a human who has seen it."""
