### Calls and promises: how somebody asks for a call, what a caseworker says of it, what happens when we are late.


## A person wants to be phoned

screen-consent-call = To phone you, we write your number down. So one question first. If you do not agree, we show our number and you call us.

screen-call-case = Which request is it about?
screen-call-known = Shall we call { $phone }?

screen-call-safe =
    Is it safe for you to talk on the phone now? Somebody may hear it.

    If not, just write here.

letter-call-number =
    Which number shall we call? Press “My number” below.

    Or write the number in digits. A foreign one is fine, with a plus. Only the caseworker who calls sees it.
letter-call-number-watched =
    Which number shall we call? Write it in digits. A foreign one with a plus.

    Take a number on which it is safe to talk. We remember it for this call only.
letter-call-number-wrong =
    We could not read the number. Write only the number, in digits: 050 123 45 67. A foreign one with a plus: +48 501 234 567.

    Or call us: { $phone }, { $hours }.

letter-call-number-kept = We have the number { $phone }.
letter-call-number-kept-name = It is the number of { $name }.
letter-call-number-kept-other = It is not yours, so the caseworker first asks who is speaking.

screen-call-time = When shall we call? Choose, or write in your own words.

screen-call-wanted = We call by { $by }, on { $phone }. Request <b>{ $number }</b>.
screen-call-wanted-from = We do not call before { $start }.
screen-call-wanted-late = We should have called { $phone } by now. We are sorry. Request <b>{ $number }</b>.
screen-call-wanted-fraud = A caseworker calls. They never ask for money, a card number or a code from a text message.
screen-call-wanted-more = If we are late, we write to you and name a new date. Our phone: { $phone }, { $hours }.

screen-call-cancelled =
    All right, we do not call. Request <b>{ $number }</b> stays, the answer comes here.

    Our phone: { $phone }, { $hours }.
screen-call-cancelled-all =
    All right, we do not call. Request <b>{ $number }</b> is closed.

    If you need us again, write here or call: { $phone }, { $hours }.

letter-call-stopped =
    All right, we do not call. You can write here.

    Or call us: { $phone }, { $hours }.

letter-call-unanswered = We called you on { $at }, on { $phone }, and nobody answered. Request <b>{ $number }</b>.
letter-call-unanswered-again = We try again by { $by }.
letter-call-unanswered-last = We tried several times. Now please tell us when it suits you.
letter-call-unanswered-more =
    Another number or another time: press the button below.

    Our phone: { $phone }, { $hours }.

letter-call-wrong-number =
    We called { $phone }, but somebody else answered. Request <b>{ $number }</b>.

    Press the button below and write another number. Or call us: { $ours }, { $hours }.

## A person’s buttons

button-call-me = Call me
button-call-contact = My number
button-call-placeholder = Phone number
button-call-stop = Do not call
button-call-case = { $number } from { $opened }
button-call-safe = Yes, call me
button-call-known = Yes, on { $phone }
button-call-other = On another number
button-call-soon = As soon as possible
button-call-today = Today
button-call-morning =
    { $tomorrow ->
        [yes] Tomorrow morning
       *[no] Morning: { $day }
    }
button-call-afternoon =
    { $tomorrow ->
        [yes] Tomorrow afternoon
       *[no] Afternoon: { $day }
    }
button-call-cancel = No call needed any more

## A person’s words, as a caseworker sees them

call-request = Please call me.
call-request-soon = Please call me as soon as possible.
call-request-wish = Please call me. When it suits: { $wish }

## A person’s own history

screen-my-case-call = We call by { $by }.
mine-event-call-asked = you asked us to call
mine-event-call-cancelled = no call is needed any more
mine-event-promise-missed = we were late

decides-other = Who decides: { $who }.
decides-check = We look how it stands by { $by }.

## We were late

letter-promise-late =
    { $call ->
        [yes] We promised to call by { $promised } and did not make it.
       *[no] We promised to answer by { $promised } and did not make it.
    } Request <b>{ $number }</b>. We are sorry.
letter-promise-late-crisis =
    { $call ->
        [yes] We have not called you yet.
       *[no] We have not answered you yet.
    } Request <b>{ $number }</b>. We are sorry.
letter-promise-late-new = We answer by { $new }.
letter-promise-late-call = We call by { $new }.
letter-promise-late-no-date = We cannot name an exact time now.
letter-promise-late-lead = A supervisor knows of it.
letter-promise-late-lead-calls = A supervisor knows of it and has to call you.
letter-promise-late-phone = If you do not want to wait, call us: { $phone }, { $hours }.
letter-promise-late-crisis-phone = Do not wait, call us: { $phone }, { $hours }. If it cannot wait at all: <b>112</b>.
letter-promise-late-complaint = To complain about us: { $complaint }.

## Card, topic, desk

screen-card-call = Asks for a call: by { $by }.
screen-card-call-lead = A supervisor has to call: by { $by }.
screen-card-call-unreachable = The bot was stopped, a call is needed: by { $by }.
screen-card-call-danger = <b>Asks to be phoned right now.</b>
screen-card-call-agreement = Phone the human and ask whether they agree: by { $by }.
screen-card-call-late = Overdue.
screen-card-call-attempts = Tried: { $count }.

screen-desk-home-calls = Calls waiting: { $count }. The first: { $number }, by { $by }. All: /calls

letter-desk-call = Call, request <b>{ $number }</b>
    Number: <code>{ $phone }</code>
letter-desk-call-other = Not the person’s own number. In the contacts: { $name }. First ask who is speaking.
letter-desk-call-when = When it suits: from { $start } to { $end }
letter-desk-call-wish = In their own words: { $wish }
letter-desk-call-attempts = Tried so far: { $count }
letter-desk-call-watched = The phone may be searched. Do not say who is calling until you are sure who is speaking.
letter-desk-call-danger = The person is in danger. If somebody else answers, do not say who you are and why you call.
letter-desk-call-logged = <i>This reading is recorded: who and when. What came of it?</i>

whisper-call-later = When does the person ask to be called?

button-call = Call
button-call-reached = We talked
button-call-no-answer = No answer
button-call-wrong-number = Wrong number
button-call-later-then = Later: { $when }
button-call-later = Asks for later

refusal-no-number = There is no number, or this person must not be called.

event-call-asked = the person asks for a call
event-call-needed = a call is needed
event-call-cancelled = no call is needed any more
event-call-reached = a caseworker talked on the phone
event-call-unanswered = a caseworker called, nobody answered
event-call-wrong-number = a caseworker called, wrong number
event-call-later = the person asks to be called later
event-promise-missed = not answered in time

## Overdue: to caseworker and supervisor

promise-answer = answer
promise-call = call

letter-promise-missed =
    { $reader }, request { $number } is overdue: { $what }, by { $deadline }. The person has waited since { $since }.
letter-promise-escalated =
    { $reader }, a promise was broken again in request { $number }. In a row: { $times }. Due: { $what }, by { $deadline }. The person has waited since { $since }.
letter-promise-missed-crisis =
    <b>{ $reader }, urgent.</b> Request { $number } sounds like danger and has no answer. Due: { $what }, by { $deadline }. The person has waited since { $since }.
letter-promise-missed-owner = Owner: { $owner }.
letter-promise-missed-nobody = Nobody has taken it yet.
letter-promise-missed-told = We have told the person that we are sorry. The new date: { $new }.
letter-promise-missed-told-no-date = We have told the person that we are sorry. This time we named no new date.
letter-promise-missed-untold =
    { $why ->
        [watched] We have not written this to the person: the phone may be searched.
        [unreachable] We have not written this to the person: they stopped the bot.
       *[other] We have not written this to the person.
    }
letter-promise-missed-do =
    { $phone ->
        [yes] You can answer in the topic, call and record it, give it back.
       *[no] Now you can: answer in the topic, or give the request back.
    }
letter-promise-escalated-call = Please call the person yourself. The number: button “Call” on the card.
letter-promise-escalated-write = This person must not be called, or there is no number. Answer in the topic.
letter-promise-missed-then = If nothing changes by { $next }, a supervisor will see the request. This is no reproach: nobody must be left without an answer.
letter-promise-missed-count = Overdue here: { $count }.
decider-hromada = the person’s hromada
decider-ngo = the organisation under contract
decider-state = another state office
decider-by-place = who does, depends on the registered hromada
decider-unknown = who does, is still to be found out
letter-check-due =
    { $reader }, in request { $number } the department does not decide: { $decides }. The person was promised that we look by { $by }.

    Find out how it stands, and write to the person in the topic.
event-check-due = time to look what another office decided
