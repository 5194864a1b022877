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
    "complaints.words": "complaints",
    "complaints.answer": "complaints",
}
"""Every sealed column, with the fields of `PrivacySight` that tell of it."""

COLUMNS_WITHOUT_A_LINE = {
    "rating_words.words": "nobody can tell whose rating it is, so nobody can be shown theirs",
    "staff.work_name": NO_PERSONS,
    "staff_invites.work_name": NO_PERSONS,
    "inbox.body": MACHINE,
    "letters.rendered": MACHINE,
    "conversations.data": "ids of what is being filled in, and the slug of a page; words wait in drafts",
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
    "readings": "readings",
    "complaints": "complaints",
}
"""Every table that names a person by a key, the same way."""

TABLES_WITHOUT_A_LINE = {
    "letters": "what was sent stands in the person's own chat; its text is kept for a month at most",
}
