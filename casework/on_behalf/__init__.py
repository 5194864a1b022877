"""Somebody writes for another human: who that is, and whether they agree."""
