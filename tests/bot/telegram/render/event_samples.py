"""What can have happened in a case: what the person reads of it, and all that staff read."""

from tests.bot.telegram.render import duplicate_samples as duplicates
from tests.bot.telegram.render import meeting_samples as meetings
from tests.bot.telegram.render import need_samples as needs
from tests.bot.telegram.render import place_samples as camps
from tests.bot.telegram.render import recreation_samples as recreation
from tests.bot.telegram.render import registration_samples as registrations
from tests.bot.telegram.render import step_samples as steps
from tests.bot.telegram.render import trip_samples as trips
from tests.bot.telegram.render.closing_samples import CLOSING_EVENTS
from tests.bot.telegram.render.page_samples import PREPARED_EVENTS
from tests.bot.telegram.render.reminder_samples import REMINDER_EVENTS
from tests.bot.telegram.render.talk_samples import TALK_EVENTS
from tests.bot.telegram.render.transfer_samples import TRANSFER_EVENTS

OWN_EVENTS = ("opened", "words-added", "taken", "released", "replied", "closed", "reopened", "withdrawn", "call-asked",
              "call-cancelled", "call-reached", "call-unanswered", "call-wrong-number", "call-later", "promise-missed",
              "call-in-writing", "complained", "complaint-answered", "return-confirmed", "return-undone",
              "documents-asked", "document-sent", "document-accepted", "document-returned", "document-cannot",
              "assigned", "handed-over", "returned", "registered", "in-telegram", *TRANSFER_EVENTS, *duplicates.OWN,
              *steps.STEP_EVENTS, *recreation.EVENTS,
              *meetings.OWN_MEETING_EVENTS, *camps.PLACE_EVENTS, *trips.EVENTS, *needs.EVENTS)  # fmt: skip
ALL_EVENTS = (*OWN_EVENTS, "reply-edited", "words-edited", "fact-recorded", "topic-made", "erased",
              "run-again", "sent-again", "given-up", "call-needed", "letter-unread", "letter-seen", "check-due",
              "for-another", "agreed", "not-agreed",
              "alarm-raised", "alarm-passed-on", "alarm-seen", "alarm-late",
              "alarm-mistake", "way-chosen", "one-human", "letters-frozen", "letters-freed",
              "return-asked", "return-seen-once", "return-refused", *steps.STAFFS_STEP_EVENTS,
              *PREPARED_EVENTS, *REMINDER_EVENTS, *TALK_EVENTS, *registrations.REGISTRATION_EVENTS, *CLOSING_EVENTS,
              *duplicates.EVENTS, *recreation.STAFFS_EVENTS, *needs.STAFFS_EVENTS,
              *meetings.MEETING_EVENTS)  # fmt: skip
