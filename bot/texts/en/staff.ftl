### For staff: the card, the topic, the desk.

## Card and topic

screen-card = { $icon }<b>{ $number }</b> · { $service_group }
    State: { $state }. Turn to act: { $turn }
screen-card-service = Service: { $service }
screen-card-deadline-law = Deadline: decision by law – by { $deadline }
screen-card-deadline-reply = Deadline: answer – by { $deadline }
screen-card-overdue-law = Overdue: decision by law – by { $deadline }
screen-card-overdue-reply = Overdue: answer – by { $deadline }
screen-card-places = Registered: { $registered } · lives: { $actual }
screen-card-audience = Who: { $audience }
screen-card-language = Contact: { $contact }. Language: { $language }. Owner: { $owner }
screen-card-unread = New messages: { $count }
screen-card-files = Files: { $count }
screen-card-outcome = Result: { $outcome }
screen-card-watched = The phone may be searched. The answer arrives once the person writes again.
screen-card-unreachable = The person stopped the bot: answers do not arrive.
screen-card-how = To write to the person, reply to their message or to this card. All else stays among you.
screen-card-details = Name: the button “Details”. Only you see it, the reading is recorded.

card-household = { $count ->
        [one] family of { $count }
       *[other] family of { $count }
    }
value-unknown = unknown
value-other-place = another place
contact-telegram = Telegram
value-nobody = nobody

screen-topic-head = { $number } · { $state } · { $service_group }

## In the topic

letter-person-message = <b>The person writes</b>
    { $text }
letter-person-message-part = <b>The person writes</b> · part { $part } of { $parts }
    { $text }
letter-person-message-edited = <b>The person writes</b> · changed
    { $text }
letter-person-message-edited-part = <b>The person writes</b> · changed · part { $part } of { $parts }
    { $text }
letter-person-message-gone = <b>The person writes</b> · changed
    The person took this part back.

letter-topic-summary = The earlier topic of request <b>{ $number }</b> is gone. This is what happened so far.
letter-topic-summary-person = <b>The person</b>, { $at }: { $text }
letter-topic-summary-staff = <b>We</b>, { $at }: { $text }

letter-case-news = <b>News.</b> { $news }

letter-delivery-mark = Sent

letter-group-bound =
    Done. This group now belongs to: <b>{ $organisation }</b>. Each request will have its own topic.

    To write to the person, reply to their message or to the card. Or write /a and the text. All else stays among you.

    The mark { $mark } on your answer means: sent.

## Desk

letter-join-failed =
    This link no longer works: it was used, or three days have passed.

    Ask your supervisor for a new one. The department’s phone: { $phone }, { $hours }.

letter-staff-joined =
    Good day, { $work_name }. Your role: { $role }.

    New requests come to the group, each in its own topic. Your requests: /desk

    You can practise with invented people first.

screen-desk-home = <b>Your requests</b>
    { $work_name }, { $role }
screen-desk-home-line = { $number } · { $service }. State: { $state }. Turn to act: { $turn }
screen-desk-home-empty = You have no requests so far. New ones wait in the group.

## Details and facts

letter-desk-details = Details of request <b>{ $number }</b>
    { $for_another ->
        [yes] Who writes: { $name }
       *[no] Name: { $name }
    }
    Who asks: { $audience }
    Category: { $category }
    Age: { $age_band }
    People in the family: { $household }
    Registered hromada: { $registered }
    Lives now: { $actual }
    { $consent }
details-logged = <i>This reading is recorded: who and when.</i>
details-consent = Consent of { $on }
details-no-consent = No consent
details-name-hidden = not written down, the phone may be searched

whisper-outcomes = How does the request end? The person will see this result.
whisper-fact-fields = What do you know about the person already? Reports need it. If you do not know, do not ask too much.
whisper-fact-groups = { $field }: choose the raion.
whisper-fact-values = { $field }: choose.

## Why not

refusal-not-allowed = This is not open to you.
refusal-no-such-case = There is no such request.
refusal-stale = This button is out of date.
refusal-taken-by-other = { $owner } already has the request.
refusal-already-yours = You already have this request.
refusal-not-owner = { $owner } has the request. Only { $owner } or a supervisor can do this.
refusal-take-first = Take the request first: the button “I take it” on the card.
refusal-case-closed = This request is already finished.
refusal-too-late = The time for this is over.
refusal-code-not-valid = This code does not work. Ask for a new one.
refusal-group-taken = This group is already bound.
refusal-no-topics = Switch on topics in the group and let the bot manage them. Then repeat the command.
refusal-reply-empty = This answer has neither words nor a file, so nothing was sent.

whisper-not-staff = Only caseworkers work here. Ask the supervisor for an invitation.
whisper-anonymous-admin = Write under your own name: the bot does not answer an anonymous admin.
whisper-bind-usage = Write the command with the code: /bind, a space and the code. Is the group for some cases only? Add a hromada, raion or kind of help behind the code, several with commas.
whisper-stayed-inside = This was not sent to the person: the bot could not tell what you answered. Reply to their words or to the card, or begin with /a.

toast-taken = The request is yours.
toast-released = Back in the queue.
toast-closed = The request is finished.
toast-reopened = The request is open again.
toast-saved = Recorded.
toast-agreed = Thank you, your consent is noted.
toast-runs-again = It runs again.
toast-sent-again = It is sent again.
toast-given-up = No more tries.
