"""From what a letter shows to what Telegram is asked to show: one function for each kind, one file for each area."""

# Each of these puts its kinds into the registry when it is imported.
from bot.telegram.render import agenda as agenda
from bot.telegram.render import agreement as agreement
from bot.telegram.render import allocation as allocation
from bot.telegram.render import appointment_menus as appointment_menus
from bot.telegram.render import appointments as appointments
from bot.telegram.render import awaited as awaited
from bot.telegram.render import away as away
from bot.telegram.render import broadcast_menus as broadcast_menus
from bot.telegram.render import broadcast_run as broadcast_run
from bot.telegram.render import broadcasts as broadcasts
from bot.telegram.render import bulk as bulk
from bot.telegram.render import calls as calls
from bot.telegram.render import campaigns as campaigns
from bot.telegram.render import canned as canned
from bot.telegram.render import closes_itself as closes_itself
from bot.telegram.render import closing as closing
from bot.telegram.render import complaints as complaints
from bot.telegram.render import consent as consent
from bot.telegram.render import danger as danger
from bot.telegram.render import desk as desk
from bot.telegram.render import desks as desks
from bot.telegram.render import documents as documents
from bot.telegram.render import duplicates as duplicates
from bot.telegram.render import duty as duty
from bot.telegram.render import event_desk as event_desk
from bot.telegram.render import events as events
from bot.telegram.render import files as files
from bot.telegram.render import forms as forms
from bot.telegram.render import life as life
from bot.telegram.render import lists as lists
from bot.telegram.render import meetings as meetings
from bot.telegram.render import newcomers as newcomers
from bot.telegram.render import notes as notes
from bot.telegram.render import notices as notices
from bot.telegram.render import own_cases as own_cases
from bot.telegram.render import own_data as own_data
from bot.telegram.render import own_file as own_file
from bot.telegram.render import own_files as own_files
from bot.telegram.render import owning as owning
from bot.telegram.render import pages as pages
from bot.telegram.render import passing_on as passing_on
from bot.telegram.render import places as places
from bot.telegram.render import problems as problems
from bot.telegram.render import promises as promises
from bot.telegram.render import providers as providers
from bot.telegram.render import readings as readings
from bot.telegram.render import recreation as recreation
from bot.telegram.render import registering as registering
from bot.telegram.render import reminders as reminders
from bot.telegram.render import returning as returning
from bot.telegram.render import review as review
from bot.telegram.render import steps as steps
from bot.telegram.render import still_needed as still_needed
from bot.telegram.render import talk as talk
from bot.telegram.render import team as team
from bot.telegram.render import topic as topic
from bot.telegram.render import transfer_desk as transfer_desk
from bot.telegram.render import transfer_sheet as transfer_sheet
from bot.telegram.render import transfers as transfers
from bot.telegram.render import trips as trips
from bot.telegram.render import words_on_the_way as words_on_the_way
from bot.telegram.render.registry import RENDERERS, render

__all__ = ["RENDERERS", "render"]
