"""Canned answers: sent from a case's card, written by leads."""
