"""Finding the data of a letter: one function a kind, found by name."""

from __future__ import annotations

from datetime import datetime

from casework.letters import kinds
from casework.letters.sights import Sight
from casework.letters.view import agenda as agenda
from casework.letters.view import allocation as allocation
from casework.letters.view import applications as applications
from casework.letters.view import appointments as appointments
from casework.letters.view import awaited as awaited
from casework.letters.view import away as away
from casework.letters.view import broadcast_menus as broadcast_menus
from casework.letters.view import broadcasts as broadcasts
from casework.letters.view import bulk as bulk
from casework.letters.view import calls as calls
from casework.letters.view import canned as canned
from casework.letters.view import closing as closing
from casework.letters.view import danger as danger
from casework.letters.view import desks as desks
from casework.letters.view import details as details
from casework.letters.view import documents as documents
from casework.letters.view import duplicates as duplicates
from casework.letters.view import duty as duty
from casework.letters.view import event_desk as event_desk
from casework.letters.view import events as events
from casework.letters.view import export as export
from casework.letters.view import exports as exports
from casework.letters.view import files as files
from casework.letters.view import forms as forms
from casework.letters.view import importing as importing
from casework.letters.view import later as later
from casework.letters.view import life as life
from casework.letters.view import lists as lists
from casework.letters.view import notices as notices
from casework.letters.view import noting as noting
from casework.letters.view import own_case as own_case
from casework.letters.view import own_data as own_data
from casework.letters.view import own_files as own_files
from casework.letters.view import pages as pages
from casework.letters.view import passing_on as passing_on

# Each of these puts its functions into the table when it is imported.
from casework.letters.view import places as places
from casework.letters.view import problems as problems
from casework.letters.view import promises as promises
from casework.letters.view import providers as providers
from casework.letters.view import readings as readings
from casework.letters.view import recreation as recreation
from casework.letters.view import registering as registering
from casework.letters.view import reminders as reminders
from casework.letters.view import returning as returning
from casework.letters.view import review as review
from casework.letters.view import screens as screens
from casework.letters.view import staff as staff
from casework.letters.view import steps as steps
from casework.letters.view import still_needed as still_needed
from casework.letters.view import talk as talk
from casework.letters.view import team as team
from casework.letters.view import terms as terms
from casework.letters.view import to_person as to_person
from casework.letters.view import transfer_desk as transfer_desk
from casework.letters.view import transfers as transfers
from casework.letters.view import trips as trips
from casework.letters.view import voices as voices
from casework.letters.view.look import VIEWS, Look
from casework.letters.write import may_be_told
from db.models import Letter
from db.repositories import people
from db.uow import UnitOfWork
from rules.catalogue import Catalogue


async def sight_of(uow: UnitOfWork, letter: Letter, now: datetime, catalogue: Catalogue) -> Sight | None:
    """The letter ready to be worded, at `now` (business time, UTC). None: what it would say is no longer true, or may
    no longer be said to this person; drop it.
    """
    restored = kinds.Letter.restore(letter.kind, letter.facts)
    if letter.person_id is not None:
        person = await people.by_id(uow.session, letter.person_id)
        # Since it was written this account may have become somebody else's, or they said that their phone is searched.
        if person.telegram_id != letter.chat_id or (letter.slot_id is None and not may_be_told(person, restored)):
            return None
    return await VIEWS[letter.kind](Look(uow=uow, now=now, catalogue=catalogue, letter=letter), restored)
