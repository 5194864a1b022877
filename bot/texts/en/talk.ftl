### Answers that wait, were taken back or did not arrive; reactions; silence.

## An answer waits

whisper-answer-number = Request <b>{ $number }</b>
letter-answer-waits = This answer goes to the person at { $at }. Look at it again: { $odd }.
    Correct it in the chat, and it goes at once.
whisper-answer-held = Look at the answer again: { $odd }.
    The person sees it once they write themselves.
odd-colleague = it seems to be for a colleague
odd-blank = a blank is left
odd-russian = it has the letters «ы», «э», «ъ» or «ё»
odd-not-cyrillic = it has not one Ukrainian letter

letter-later-answer = It goes to the person on { $at }. If the request is closed by then, it does not go.
letter-later-odd = Look at it again: { $odd }.
letter-later-sent = Sent on { $at }.
letter-later-cancelled = Cancelled: it does not go to the person.
letter-later-not-sent = Not sent to the person.

button-send-now = Send now
button-is-note = It is a remark
button-later-cancel = Cancel
button-send-again = Send again
toast-goes-now = Sending.
toast-is-note = It does not go to the person.
toast-withdrawn = The answer is withdrawn, it does not go to the person.
toast-being-taken-back = Taking it out of the person’s chat. We say here what came of it.

refusal-already-gone = This answer has left. To take it back, reply to it with /del.
refusal-not-your-words = Somebody else wrote this answer. Its author or a supervisor decides.
refusal-nothing-to-take-back = There is nothing to take back. Reply with /del to a message of yours to the person.
refusal-names-account = The text names your account. People see a work name only. Take it out and send again.
refusal-time-unread = We do not see when to send it. Write: /at 9:00 text. Or: /at tomorrow 9:00 text, /at 27.11 9:00 text.
refusal-time-past = That time is over. Write a later one, for instance: /at tomorrow 9:00 text.
refusal-time-far = That is too far ahead. Sixty days is the most.
refusal-time-held = We never write to this person first, so no time can be set. Send it as a usual answer: the person sees it once they write.

## An answer did not arrive

letter-reply-undelivered = This message did not reach the person: { $why }. Another way to reach them is needed. If the person comes back, it leaves by itself and gets its mark.
letter-reply-refused = This message did not reach the person: { $why }. Write the same in another way, or send it again. Once it arrives, it gets its mark.
letter-reply-not-true = This answer did not go: the request is closed. If it is still needed, reopen the request and send it again.
undelivered-blocked = the person stopped the bot
undelivered-deactivated = the person’s account is deleted
undelivered-chat-gone = Telegram has no chat with the person any more
undelivered-forbidden = Telegram takes no letters from the bot for them
undelivered-too-large = the file is too large for Telegram
undelivered-too-long = the text is too long for Telegram
undelivered-file-gone = Telegram has this file no more
undelivered-own-failure = something in the bot failed
undelivered-refused = Telegram did not take it

## Taking an answer back

letter-taken-back = Taken out of the person’s chat. They may have read it before.
letter-taken-back-stays = Telegram did not let it go. Bots can do that for 48 hours only. The answer stays in the person’s chat.
letter-taken-back-part = Not all of it went. A part stays in the person’s chat. They may have read the rest before.
letter-taken-back-nothing = This answer is not in the person’s present chat. There is nothing to take out.

## Reactions

letter-staff-reaction = Reaction: { $emoji }
letter-answer-mark = The reaction was taken away
letter-like-the-mark = The person themselves put { $mark } below this answer.

## Silence and spam

button-quiet = Silence and spam
button-mute = { $count ->
        [one] Silence for { $count } day
       *[other] Silence for { $count } days
    }
button-unmute = Notices on again
button-ask-spam = It is spam
button-spam = Yes, close it
button-not-spam = It is not spam
whisper-quiet = Does the person write very much? Notices can be off for a time. All of it is kept and counted. Words about danger are heard.
whisper-quiet-muted = No notices until { $until }. All of it is kept. Words about danger are heard.
whisper-quiet-spam = Closed as spam. If that was a mistake, take the request back: all that the person wrote is kept.
whisper-ask-spam = Close it as spam? The person is told nothing. It can be undone for thirty days.
screen-card-muted = No notices until { $until }
screen-card-spam = Closed as spam. What is new comes here without a notice.
toast-muted = Notices are off.
toast-unmuted = Notices are on again.
toast-spam = Closed as spam. The person was told nothing.
toast-not-spam = The request is open again.
refusal-crisis-stays = There may be danger here: neither silence nor spam.

screen-kept-quietly =
    We kept what you wrote and will read it. In request <b>{ $number }</b> we answer less often now.

    Urgent? Call { $phone }, { $hours }. In danger right now, call 112.
screen-kept-spam =
    We kept what you wrote. Request <b>{ $number }</b> is closed, and we do not answer in it now.

    Is that a mistake? Call { $phone }, { $hours }. In danger right now, call 112.

event-reply-waits = an answer waits
event-reply-is-note = an answer turned out to be a remark
event-reply-taken-back = an answer was taken back
event-reply-never-left = an answer for later did not go
event-muted = notices are off
event-unmuted = notices are on again
event-spam = closed as spam
event-not-spam = it is not spam, the request is open again

command-at = Answer later: /at 9:00 text
command-del = Take an answer of yours back
