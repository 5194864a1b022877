### Danger, a phone that somebody else reads, and people with whom one human speaks. After the choice not a word that tells.

## Who answers when

duty-on-duty = We are calling the person on duty. They answer by { $until }. If not, we will tell you.
duty-not-called = The bot itself calls nobody. Do you need a human right now? Press the button below.

button-call-for-help = Call a human
button-way-call = Phone me
button-way-write = Only write
button-way-silent = Stay silent
button-mistake = Pressed by mistake
button-after-all = No, call a human again
button-clear-chat = How to clear the chat
button-speak-freely = Write to me as usual

## What is safe

screen-safe-way = All right.
screen-safe-way-write =
    We only write, here.

    You will see “New message”. What it is about shows only when you open it. Then you can close it again.

    You can write at any time. A human reads it.
screen-safe-way-silent =
    We stay silent until you write.

    To see the answer, write anything here, even a full stop. To change your mind, press /privacy, then “Write to me as usual”.
screen-danger-call = We phone { $phone } as soon as we can.
screen-danger-call-until = The time by which we have to answer: { $until }.
screen-danger-call-safely =
    When and how is it safe for you to talk? Write it here.

    If somebody else picks up, we do not say who we are.

screen-alarm-mistake =
    { $closed ->
        [yes] All right, that happens. We cancelled it and told the one we had called.
       *[no] All right. We told the one we had called. They will read your words all the same.
    }

    If it is no mistake, press the button below.

screen-clear-chat =
    <b>Android.</b> In the list of chats press this chat and hold. Choose the bin, then “Delete”.

    <b>iPhone.</b> In the list of chats swipe this chat to the left. Press “Delete”.

    Photos and documents we take out of the chat ourselves, once saved. Do not stop the bot, or the answer can’t reach you. With us the chat stays. To come back, find the bot by search.

screen-speak-freely = All right. We write to you as usual. Messages show again what they are about.

letter-answer-late =
    { $read ->
        [yes] We promised to read this on { $until } and did not make it.
       *[no] We promised an answer by { $until } and did not make it.
    } We are sorry. We are calling somebody again.
letter-answer-late-open = If you are in danger now, call <b>112</b>. Do not wait for us.

## A message that the person opens

screen-covered = New message. Open it when it suits you.
screen-opened-reply = { $text }

    <i>{ $author }, { $number }</i>
button-open-reply = Open
button-cover-reply = Close

letter-case-closed-bare = Request <b>{ $number }</b> is finished. If you need us again, just write here.
screen-privacy-covered = Messages do not show what they are about until you open them.

## Families who wait for news or have lost someone

screen-family-lines =
    One human will speak with you. The bot itself writes nothing.

    Official numbers:
    { $lines }

    Nobody sells news of your family. Whoever asks for money, a code or papers is a swindler. Send nothing.
button-family-lines = Official numbers

## For staff

letter-say-it-yourself =
    Request { $number }. The bot does not write to this person by itself. It was to say: { $what }.

    Say it yourself, in your own words. If the phone may be searched, the answer arrives when the person writes.
not-written-case-taken = who has the request
not-written-answer-late = that we did not answer in time
not-written-messages-lost = that their messages may be lost
not-written-other = news of their request
letter-one-human-wanted =
    Request { $number }. One human is needed here who stays to the end. The bot itself writes nothing.

    Decide who it will be. Let them take the request and say their name.
letter-letters-frozen =
    <b>Letters to the person are stopped.</b> None leaves until another staff member decides.

    Read again what waits. Send it or not?
button-freeze = Stop letters
button-freeze-send = Send what waits
button-freeze-drop = Do not send, write anew

screen-card-alarm = <b>The person waits right now. Nobody has pressed “I take it” yet.</b>
screen-card-alarm-seen = Seen by: { $who }. The person still waits for an answer.
screen-card-way-call = What is safe: to phone. The number is behind “Call”.
screen-card-way-write = What is safe: only to write. Do not phone.
screen-card-way-silent = What is safe: silence. Do not phone, and do not write first.
screen-card-human-only = One human speaks, no automatic letters. Only a lead hands over.
screen-card-frozen = Letters are stopped: another staff member has to decide.

event-alarm-raised = the person calls for help
event-alarm-passed-on = the next ones were called
event-alarm-seen = a caseworker has read it
event-alarm-late = the promised time is over
event-alarm-mistake = the person says it was a mistake
event-way-chosen = the person said what is safe
event-one-human = one human speaks from now on
event-letters-frozen = letters are stopped
event-letters-freed = letters go again
news-alarm-raised = The person pressed “I am in danger”. All that they write will come here.
news-alarm-mistake = The person says it was a mistake. Whoever took their phone may write that, too.
news-way-call = It is safe to phone the person. They will still write the number.
news-way-write = It is safe only to write to the person. Do not phone. They see your words when they open them.
news-way-silent = The person asks for silence. The answer arrives when they write again.
news-call-at-once = The person left a number and asks to be phoned right now. Press “Call” on the card.
news-letters-freed = Letters to the person go again.

refusal-seen-by-other = { $owner } has seen it already.
refusal-one-human-stays = One human speaks with this person. Only a lead can hand the request over.
refusal-another-human = Another staff member has to decide, not the one who stopped the letters.
toast-seen = Noted that you see it.
toast-frozen = Letters are stopped.
toast-freed = Letters go again.
