### Requests by phone, visit or post: what staff see, what somebody with a code reads.


## Desk: the questions

command-new = A request by phone or visit
command-code = A code for Telegram, to be read out
button-register = New request by phone or visit
button-register-more = One more request

channel-call = a call
channel-visit = a visit
channel-post = post

screen-registration-channel = <b>New request.</b> How did it come?
screen-registration-danger = <b>Is the person in danger now?</b> If so, whoever is on duty hears of it at once, and we ask for little.
screen-registration-phone =
    Type the person’s phone number.

    Say it back aloud: this is the number we will call.
screen-registration-known =
    The number { $phone } stands in cases already. Is it the same person?

    Ask for the name: one phone may serve a whole family. «Details» shows the name in the case: /case and its number. Is it the same request? Cancel, and add it in the topic of that case.
screen-registration-known-line = { $number }: { $state }
screen-registration-name = Type how to address the person.
screen-registration-service = What is it about? Choose the area.
screen-registration-formal =
    Is it a citizen’s appeal under the law? The person gave name and address, and a letter is signed.

    If so, the time for an answer counts by law.
screen-registration-place = Where is the person registered?
screen-registration-language = Which language do we speak with the person?
screen-registration-words =
    Type or forward what the person asks for. It may be several messages, and photos of a letter. Then press «Ready».

    Written down: { $count ->
        [one] { $count } message
       *[other] { $count } messages
    }, { $files ->
        [one] { $files } file
       *[other] { $files } files
    }.
screen-registration-day = On which day did the request come? For a letter, the day it was received. The deadline of law counts from that day.
screen-registration-ground =
    Does the person agree that we write down their name, phone and request? Only those who help will see them.

    If not, do not register it. Give them the helplines, and cancel.
ground-oral = Agrees, by word of mouth
ground-paper = Agrees, signed a paper
ground-not-needed = The law needs no consent here

screen-registration = <b>Check it and register</b>
screen-registration-line = { $field }: { $value }
screen-registration-files =
    { $count ->
        [one] And { $count } file.
       *[other] And { $count } files.
    }
registration-field-channel = Came by
registration-field-danger = Danger
registration-field-phone = Phone
registration-field-name = Name
registration-field-service = Service
registration-field-formal = Citizen’s appeal
registration-field-place = Registered place
registration-field-language = Language
registration-field-words = Request
registration-field-day = Day
registration-field-ground = Consent
registration-danger-yes = yes
registration-danger-no = no
registration-same = , the same person as in { $number }
registration-name-known = known to us
screen-registration-cancelled = Cancelled. We kept nothing of what was written. Delete the messages in this chat yourself.

button-registration-danger = Yes, in danger
button-registration-no-danger = No
button-registration-no-phone = No phone
button-registration-same = The person of { $number }
button-registration-nobody = Somebody else
button-registration-no-name = Does not say
button-registration-formal = Yes, a citizen’s appeal
button-registration-not-formal = No, asks for advice or help
button-registration-no-place = Not known
button-registration-ready = Ready
button-registration-erase = Erase and write again
button-registration-today = Today, { $day }
button-registration-yesterday = Yesterday, { $day }
button-registration-earlier = Another day
button-registration-register = Register
button-registration-change = Change: { $field }
button-registration-cancel = Cancel

## Desk: registered

screen-registered =
    <b>Registered: { $number }</b>
    Came by: { $channel }, { $day }.
screen-registered-reply = We promise an answer by { $by }.
screen-registered-law = The decision is due by law by { $by }.
screen-registered-say = <b>Tell the person:</b>
registered-script = Your request is written down. Its number: { $number }. A caseworker will answer you by { $by }. If something changes or you forget the number, call us: { $phone }. It is all free.
screen-registered-say-danger = <b>Tell the person: if you are in danger now, call, do not wait for us. Whoever is on duty knows already.</b>
screen-registered-line = { $number } – { $name }
screen-registered-code =
    <b>Code for Telegram:</b> { $code }
    Good until { $until }, once. Read it digit by digit, and let them repeat it.
    “Once you have Telegram, find our bot, press Start and send these digits. Answers will come there.”
letter-link-code =
    <b>New code for { $number }:</b> { $code }
    Good until { $until }, once. The one before is no good any more. Read it digit by digit.
whisper-code-on-desk = The new code waits in your chat with the bot. Read it out to the person.
letter-linked-news = The person of { $number } writes in Telegram now: they sent the code. Answers go there.

refusal-phone-unread = This does not look like a number that can be called. Example: 050 123 45 67
refusal-press-instead = A button is the answer here. Press it to go on.
refusal-has-telegram = The person writes to us in Telegram, no code is needed.

## Topic: telling the person

letter-words-to-tell =
    The person has no Telegram: this message will not reach them by itself. Call by { $by } and tell them.
letter-words-to-tell-no-phone =
    The person has neither Telegram nor a phone. Tell them by letter or on a visit.
button-to-tell = What to say
letter-desk-to-tell =
    <b>Tell the person, { $number }</b>
    Phone: { $phone }. Name: { $name }. Language: { $language }.
letter-to-tell-file =
    { $count ->
        [one] A file in the topic: { $count }. Send it by post or hand it over on a visit.
       *[other] Files in the topic: { $count }. Send them by post or hand them over on a visit.
    }
letter-to-tell-long = There are { $count } long messages. All stand in the topic: read them from there.
letter-to-tell-how = All told? Press how. <i>This look is written down: who and when.</i>
button-told-phone = Told on the phone
button-told-post = Sent by post
button-told-visit = Told on a visit
letter-desk-call-to-tell =
    { $count ->
        [one] There is something to tell: { $count }. Read it in the topic first: «What to say».
       *[other] There is something to tell: { $count }. Read it in the topic first: «What to say».
    }
screen-card-call-tell = Call and tell what was written: by { $by }.
contact-call = no Telegram, came by phone
contact-visit = no Telegram, came by a visit
contact-post = no Telegram, came by post
contact-telegram-call = Telegram, came by phone
contact-telegram-visit = Telegram, came by a visit
contact-telegram-post = Telegram, came by post

event-registered = a staff member wrote it down
event-code-given = the person was given a code for Telegram
event-in-telegram = the person sent the code and writes in Telegram now
event-told = what was written was told to the person
event-reply-to-tell = an answer was written and has to be told
news-in-telegram = The person sent the code and writes in Telegram now. Answers go there. A mistake? A supervisor takes it back with «Check the person».

## Somebody with a code

letter-link-refused =
    There is no such code, or it is no good any more. Check the digits and send them again.

    It does not work? Call us for a new one: { $phone }, { $hours }.
letter-link-often =
    Too many tries. Try again in an hour.

    Or call us for a new code: { $phone }, { $hours }.
letter-case-linked =
    Your request { $number } is here now. Answers will come into this chat.

    To add something, just write. Our phone: { $phone }, { $hours }.
button-case-linked = Show the request
mine-event-registered = we wrote your request down
mine-event-in-telegram = the request is in your Telegram now
