### Names: states, turns, events, roles, facts.

own-words = In own words

## A state as staff see it
state-new = new
state-taken = taken
state-closed = finished
state-withdrawn = taken back
turn-staff = staff
turn-person = the person
turn-nobody = nobody

## A state as the person sees it
mine-new = Waits for a caseworker
mine-taken-staff = { $owner } reads it
mine-taken-person = We answered and wait for you
mine-closed = Finished
mine-withdrawn = You took it back
mine-begins = “{ $words }”
## The same, short, for a button
mine-short-new = waits for a caseworker
mine-short-taken-staff = a caseworker reads it
mine-short-taken-person = we answered
mine-short-closed = finished
mine-short-withdrawn = you took it back

## Events
event-opened = request opened
event-words-added = the person added words
event-words-edited = the person corrected their words
event-taken = a caseworker reads the request
event-released = the request waits for another caseworker
event-replied = a caseworker answered
event-reply-edited = a caseworker corrected the answer
event-fact-recorded = facts for reports recorded
event-closed = request finished
event-reopened = request open again
event-withdrawn = the person took the request back
event-topic-made = topic made in the group
event-erased = the person’s words erased
event-run-again = run again after an error
event-sent-again = sent again after an error
event-given-up = after an error, no more tries

## The same events in the person’s own history
mine-event-words-added = you added words
mine-event-withdrawn = you took the request back

## News in the topic
news-withdrawn = The person took the request back. No answer is needed any more.
news-reopened = The request is open again.
news-erased = The person asked to have their words erased. This topic will be deleted.

## Roles
role-caseworker = caseworker
role-supervisor = supervisor
role-admin = admin

## Languages
language-uk = Ukrainian
language-en = English

## Facts for reports
fact-service = Service
fact-audience = Who asks
fact-category = Category
fact-age = Age
fact-household = People in the family
fact-hromada = Registered hromada
fact-oblast = Lives now

timeline-line = { $at } – { $what }
