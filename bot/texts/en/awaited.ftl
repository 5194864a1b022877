### Sent is not read: the person's sign, the list of calls, what to say on the phone.

## The person

button-got-it = Got it
toast-got-it = Thank you, we see it

mine-event-call-in-writing = you asked us to write

## What was written

matter-refusal = refusal
matter-documents = documents asked for
matter-returned = a document must be sent again
matter-plan = plan of help
matter-answer = we wait for an answer
matter-appointment = a time to meet

## Why somebody phones

call-reason-asked = the person asks for a call
call-reason-unreachable = the bot was stopped
call-reason-overdue = not answered in time
call-reason-staff = a caseworker phoned
call-reason-danger = the person is in danger
call-reason-remind = only a human may remind them
call-reason-agreement = ask for agreement
call-reason-tell = no Telegram: tell them by voice
call-reason-unread = a letter was not read

## The list

command-calls = whom to phone
screen-call-list-empty = No calls. All who had to be phoned were reached.
screen-call-list = <b>To phone: { $count }</b>
screen-call-list-line =
    { $mark }{ $number }: { $why }{ $told ->
        [yes] {" "}({ $what })
       *[no] { "" }
    }
    Since { $since }. Tries: { $tries }.
    { $late ->
        [yes] Was due by { $due }.
       *[no] Next try: by { $due }.
    } { $lead ->
        [yes] A supervisor phones.
       *[no] Owner: { $owner }.
    }
button-call-open = Call { $number }
button-call-in-writing = Wants it in writing
button-call-days = Another day
button-call-on-morning = Morning: { $day }
button-call-on-afternoon = Afternoon: { $day }
screen-call-days = Case <b>{ $number }</b>. On which day does the person want to be called back?

## What to say

letter-desk-call-say = <b>The person has not read this, tell them:</b>
call-say-refusal =
    { $known ->
        [yes] Refused. Why: { $reason }.
       *[no] Refused. Why stands in the letter.
    }
call-say-refusal-review = Until { $by } they may ask for a review.
call-say-documents =
    { $known ->
        [yes] Documents needed: { $documents }.
       *[no] Documents are not needed any more.
    }
call-say-returned =
    { $known ->
        [yes] To be sent again: { $documents }.
       *[no] Nothing has to be sent again any more.
    }
call-say-plan = We made a plan of how to help. Ask whether it suits them.
call-say-answer = To go on, we need the person's answer.
call-say-appointment = Times offered for a meeting: { $times }. Ask which one suits and press it in “Meetings” on the card.

## To the caseworker

letter-call-to-make =
    Case { $number }: a letter got no answer. Somebody has to phone.

    All calls: /calls
letter-call-to-make-none =
    Case { $number }: a letter got no answer. The person must not be phoned, or there is no number.

    Find another way to tell them.
letter-call-for-lead =
    Case { $number }: nobody answered, tries: { $count }. A supervisor phones now.

    All calls: /calls
screen-card-call-unread = A letter was not read, somebody has to phone: by { $by }.

event-letter-unread = a letter got no answer
event-letter-seen = the person saw the letter
event-call-in-writing = the person asks us to write
