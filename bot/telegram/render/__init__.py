"""From what a letter shows to what Telegram is asked to show: one function for each kind, one file for each area."""

from bot.telegram.render import (
    consent,
    danger,
    desk,
    newcomers,
    own_cases,
    own_data,
    problems,
    topic,
    words_on_the_way,
)
from bot.telegram.render.registry import RENDERERS, render

AREAS = (consent, danger, desk, newcomers, own_cases, own_data, problems, topic, words_on_the_way)
"""Importing an area is what puts its kinds into the registry."""

__all__ = ["AREAS", "RENDERERS", "render"]
