"""From what a letter shows to what Telegram is asked to show: one function for each kind, one file for each area."""

from bot.telegram.render import (
    calls,
    closing,
    complaints,
    consent,
    danger,
    desk,
    files,
    forms,
    life,
    newcomers,
    own_cases,
    own_data,
    own_file,
    places,
    problems,
    promises,
    topic,
    words_on_the_way,
)
from bot.telegram.render.registry import RENDERERS, render

AREAS = (
    calls,
    closing,
    complaints,
    consent,
    danger,
    desk,
    files,
    forms,
    life,
    newcomers,
    own_cases,
    own_data,
    own_file,
    places,
    problems,
    promises,
    topic,
    words_on_the_way,
)
"""Importing an area is what puts its kinds into the registry."""

__all__ = ["AREAS", "RENDERERS", "render"]
