"""From what a letter shows to what Telegram is asked to show: one function for each kind, one file for each area."""

# Each of these puts its kinds into the registry when it is imported.
from bot.telegram.render import agreement as agreement
from bot.telegram.render import calls as calls
from bot.telegram.render import closing as closing
from bot.telegram.render import complaints as complaints
from bot.telegram.render import consent as consent
from bot.telegram.render import danger as danger
from bot.telegram.render import desk as desk
from bot.telegram.render import files as files
from bot.telegram.render import forms as forms
from bot.telegram.render import life as life
from bot.telegram.render import newcomers as newcomers
from bot.telegram.render import own_cases as own_cases
from bot.telegram.render import own_data as own_data
from bot.telegram.render import own_file as own_file
from bot.telegram.render import own_files as own_files
from bot.telegram.render import places as places
from bot.telegram.render import problems as problems
from bot.telegram.render import promises as promises
from bot.telegram.render import returning as returning
from bot.telegram.render import topic as topic
from bot.telegram.render import words_on_the_way as words_on_the_way
from bot.telegram.render.registry import RENDERERS, render

__all__ = ["RENDERERS", "render"]
