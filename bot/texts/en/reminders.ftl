### Reminders and deadlines.

## Letters to the person

letter-remind-question =
    A reminder about your request <b>{ $number }</b>. { $author } waits for your answer.

    Write a few words here, or say them. If now is not the time, nothing bad happens: the request stays open.

    It may be easier to phone: { $phone }, { $hours }.
letter-remind-question-nobody =
    A reminder about your request <b>{ $number }</b>. We wait for your answer.

    Write a few words here, or say them. If now is not the time, nothing bad happens: the request stays open.

    It may be easier to phone: { $phone }, { $hours }.
letter-remind-document =
    A reminder: a document for your request <b>{ $number }</b> is not here yet.

    Take a photo of it and send it here. You do not have it? Say so. A caseworker tells you what can replace it.

    Questions by phone: { $phone }, { $hours }.
letter-remind-own =
    You asked to be reminded:

    { $words }
letter-remind-own-covered = You asked to be reminded now.
letter-deadline-extended =
    The decision on your request <b>{ $number }</b> takes longer. The new date: by the end of { $due }.

    Why: { $reason }. We will write as soon as it is decided.
letter-deadline-extended-law = The law allows it: { $basis }.
letter-deadline-extended-phone = Questions: { $phone }, { $hours }.

## The person’s screens

screen-reminders = <b>What we will remind you of</b>
screen-reminders-none =
    <b>Reminders</b>

    There is nothing to remind you of now. You can add your own: the bot will write when you say.
screen-reminders-line = { $at } – { $what }
screen-reminders-more = These come first. We will show the rest later.
screen-reminders-by-humans =
    The bot writes nothing to you by itself, so it does not remind you either.

    When something is needed, a human will tell you.
screen-reminder =
    { $at }

    { $what }
screen-remind-words =
    What shall we remind you of? Write one message, in your own words.

    Then you choose the day and the time.
screen-remind-words-refused = Keep it short: up to { $longest } characters.
screen-remind-day-words = We will remind you: { $words }
screen-remind-day = On which day?
screen-remind-time = At what time? The day: { $day }.

remind-what-question = your answer in request { $number }
remind-what-document = a document for request { $number }
remind-what-documents =
    { $more ->
        [0] { $name } for { $number }
       *[other] { $name } and { $more } more for { $number }
    }
remind-what-own = your reminder

button-reminders = Reminders
button-remind-new = Add a reminder of my own
button-remind-one = { $day }: { $what }
button-remind-open-case = Show the request
button-remind-tomorrow = Remind me tomorrow
button-remind-later-days = { $days ->
        [one] Remind me in { $days } day
       *[other] Remind me in { $days } days
    }
button-remind-forget = No need to remind me
button-remind-stop = No more reminders of this kind
button-remind-stop-question = Do not remind me of questions
button-remind-start-question = Remind me of questions again
button-remind-stop-document = Do not remind me of documents
button-remind-start-document = Remind me of documents again
button-remind-stop-own = Do not send my own reminders
button-remind-start-own = Send my own reminders again
button-remind-today = Today
button-remind-day-tomorrow = Tomorrow, { $day }
button-remind-other-day = Another day

command-reminders = Reminders

held-reminders = Your reminders: { $count }.
erased-reminders = your reminders
own-file-reminders = Your reminders

## Letters to staff

letter-notices = { $reader }, please mind these deadlines.
letter-notices-urgent = { $reader }, urgent: somebody may be in danger.
notice-unanswered = { $number }: the person waits for an answer, promised by { $at }. Owner: { $owner }.
notice-deadline = { $number }: { $what } – by { $at }. Owner: { $owner }.
notice-deadline-over = { $number }: the deadline has passed, { $what } – by { $at }. Owner: { $owner }.
letter-digest = <b>Good morning, { $reader }.</b> What waits today:
digest-waiting = They wait for your answer: { $count }
digest-late = Of these longer than promised: { $count }
digest-calls = To be phoned: { $count }
digest-unowned = Requests that nobody has: { $count }
digest-all-late = In the organisation they wait longer than promised: { $count }
digest-near = Deadlines of the next days:
screen-digest-ask = When shall the morning summary come? It is off now. There is none on days off.
screen-digest-ask-chosen = When shall the morning summary come? Now it comes at { $hour }. There is none on days off.

button-digest = Morning summary
button-digest-never = Do not send it
button-desk = My requests

## Card and deadlines

button-no-answer = No answer needed
button-deadlines = Deadlines
button-deadline-met = Done: { $what }
button-deadline-extend = Extend: { $what }
button-deadline-pause = Pause: { $what }
button-deadline-resume = Resume: { $what }
whisper-deadlines-none = This request has no deadlines.
whisper-deadline = <b>{ $what }</b> – by { $due }
whisper-deadline-overdue = <b>{ $what }</b> – the deadline passed on { $due }
whisper-deadline-paused = <b>{ $what }</b> – paused
whisper-deadline-met = <b>{ $what }</b> – done on { $at }, due by { $due }
whisper-deadline-ended = <b>{ $what }</b> – was due by { $due }, the request is finished
whisper-deadline-extended = Extended already.
whisper-deadline-basis = { $basis }
whisper-deadline-reasons = Why do we extend it? The person reads this reason and the new date.
refusal-danger-unanswered = Somebody may be in danger. Answer or phone first.
screen-card-call-remind = The bot does not remind this person by itself. Somebody has to phone by { $by }.
not-written-question = that somebody waits for their answer
not-written-document = that a document is missing
event-no-answer-needed = no answer needed
event-deadline-met = deadline met
event-deadline-extended = deadline extended
event-deadline-paused = deadline paused
event-deadline-resumed = deadline resumed
