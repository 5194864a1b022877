"""What the tables hold of people, and where they read of it: a field of the page `/privacy`, or why there is none."""

from __future__ import annotations

NO_PERSONS = "no data of a person who asks for help"
MACHINE = "the machine's own: emptied within two days, and named with the messages"

COLUMNS = {
    "people.name": "name_held",
    "people.registered_place": "places",
    "people.actual_place": "places",
    "people.place_sought": "places",
    "people.phone": "held.phone",
    "calls.phone": "held.calls",
    "calls.ask_for": "held.calls",
    "calls.wish": "held.calls",
    "returns.phone": "held.calls",
    "messages.text": "messages",
    "drafts.text": "messages",
    "drafts.about": "messages",
    "files.name": "files",
    "files.card": "files",
    "files.telegram_id": "files",
    "files.telegram_unique_id": "files",
    "file_chunks.content": "files",
    "form_drafts.answers": "held.forms",
    "form_drafts.pending": "held.forms",
    "on_behalf.born": "held.others held.told",
    "on_behalf.phone": "held.others held.told",
    "on_behalf.whereabouts": "held.others held.told",
    "on_behalf.code": "held.others",
    "reminders.words": "held.reminders",
    "transfers.summary": "held.transfers",
    "transfers.shared": "held.transfers",
    "transfers.received_number": "held.transfers",
    "applications.guardian": "held.applications",
    "applications.phone": "held.applications",
    "applications.lives": "held.applications",
    "applications.answers": "held.applications",
    "application_children.name": "held.applications",
    "application_children.born": "held.applications",
    "application_children.registered": "held.applications",
    "appointments.place": "held.meetings",
    "complaints.words": "complaints",
    "complaints.answer": "complaints",
}
"""Every sealed column, with the fields of `PrivacySight` that tell of it."""

BEING_WRITTEN = "what a staff member is writing down; emptied when it becomes a case, where it is the person's own"
COLUMNS_WITHOUT_A_LINE = {
    "case_notes.text": "what staff note for each other: it may tell of somebody else, and is erased with the words",
    "rating_words.words": "nobody can tell whose rating it is, so nobody can be shown theirs",
    "handovers.note": "what colleagues tell each other about the work; erased with the words of the case",
    "registrations.phone": BEING_WRITTEN,
    "registrations.name": BEING_WRITTEN,
    "imported_drafts.answers": "of families that have not written to us: their link makes it their own form",
    "link_codes.code": "a code of ours, good for two weeks; it tells of nobody",
    "bulk_runs.words": "one letter to many, until it was sent; then it stands in the conversation of each",
    "transfers.received_who": "who at a provider confirmed it: no person who asks for help; erased with the rest",
    "providers.phone": NO_PERSONS,
    "providers.email": NO_PERSONS,
    "providers.address": NO_PERSONS,
    "providers.contact": NO_PERSONS,
    "broadcasts.texts": NO_PERSONS,
    "broadcasts.variables": NO_PERSONS,
    "broadcasts.buttons": NO_PERSONS,
    "specialists.place": NO_PERSONS,
    "specialists.video": NO_PERSONS,
    "group_events.title": NO_PERSONS,
    "group_events.place": NO_PERSONS,
    "staff.work_name": NO_PERSONS,
    "staff.duty_phone": NO_PERSONS,
    "canned_versions.title": NO_PERSONS,
    "canned_versions.text": NO_PERSONS,
    "staff_invites.work_name": NO_PERSONS,
    "inbox.body": MACHINE,
    "letters.rendered": MACHINE,
    "conversations.data": "ids of what is filled in, a page's slug, what staff look for; people's words wait in drafts",
}

TABLES = {
    "people": "name_held",
    "consents": "consent_given_at",
    "drafts": "messages",
    "cases": "cases",
    "calls": "held.calls",
    "returns": "held.calls",
    "form_drafts": "held.forms",
    "on_behalf": "held.others held.told",
    "reminders": "held.reminders",
    "applications": "held.applications",
    "appointments": "held.meetings",
    "event_seats": "held.meetings",
    "readings": "readings",
    "complaints": "complaints",
}
"""Every table that names a person by a key, the same way."""

TABLES_WITHOUT_A_LINE = {
    "registrations": "how a case came, which stands in its history; whoever is written down has no case yet",
    "imported_drafts": "who pressed a link of ours; what it led to is their form",
    "link_codes": "a code of ours: who gave it is forgotten with its use or its end",
    "code_guesses": "how many wrong codes came in an hour",
    "tellings": "ids of messages and letters, which stand in the case; how they reached the person is in its history",
    "recreation_waits": "a wish, not a fact: it stands on the screen `/recreation`, and goes once it was answered",
    "reminder_stops": "a wish, not a fact: it stands on the page `/reminders`, and goes with everything else",
    "broadcast_recipients": "that a letter to many went to them: it stands in their own chat; forgotten after a year",
    "letters": "what was sent stands in the person's own chat; its text is kept for a month at most",
}
