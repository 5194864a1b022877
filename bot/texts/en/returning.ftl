### Somebody comes back from another phone or account: what they read, what staff check.


## The person

button-return = I wrote before from another phone or account
button-return-stop = Do not share the number
button-return-take-back = Stop looking

letter-return-contact =
    We will find your earlier requests. Press “My number” below: Telegram passes on the number of this account.

    No button, or another number now? Write the earlier number in digits, a caseworker will read it.
letter-return-foreign = This is somebody else’s contact. We need your own, from this account.
letter-return-received =
    Thank you. We will look whether we have requests of yours, and write to you by { $by }.

    We may ask you something or phone. That keeps your words from other people’s eyes. You can write a new request right now.

    Our phone: { $phone }, { $hours }.
screen-return-waiting =
    We are looking for your requests already and will write to you by { $by }. You need not ask twice.

    You can write a new request right now. Our phone: { $phone }, { $hours }.
letter-return-late =
    We are still looking for your requests. The promised date has passed, we are sorry.

    Please phone us: { $phone }, { $hours }.
letter-return-stopped =
    All right, no number is needed. Tell us in your own words when you wrote, and about what.

    Or phone us: { $phone }, { $hours }.
screen-return-by-hand =
    We ask for no number here: somebody else may read this phone.

    Tell a caseworker in your own words that you wrote before. It is safer to phone from another phone: { $phone }, { $hours }.
screen-return-often =
    We have looked for your requests several times. It is better to talk now.

    Press “Call me” or phone us: { $phone }, { $hours }.
letter-return-confirmed =
    { $count ->
        [one] Your earlier request is here now: { $count }.
       *[other] Your earlier requests are here now: { $count }.
    }
    Answers will come here. The earlier account gets and sees them no more.

    Drafts that you did not send are not here. Please write about that again.
letter-return-refused =
    We could not confirm that the earlier requests are yours. You are not refused help: write here about anything you need.

    Shall we look again? Phone us: { $phone }, { $hours }. Do you remember the number of an earlier request? Write it here.
letter-return-undone =
    We made a mistake: we showed you somebody else’s requests. They are not here any more. Please tell nobody about them.

    Your own requests are still here. Questions: { $phone }, { $hours }.
letter-return-restored =
    { $count ->
        [one] We made a mistake and are sorry. Somebody else could see your request. That was from { $since } to { $until }. Now it is yours alone again.
       *[other] We made a mistake and are sorry. Somebody else could see your requests ({ $count }). That was from { $since } to { $until }. Now they are yours alone again.
    }

    A supervisor will tell you what they saw and what to do: { $phone }, { $hours }.

return-request = I wrote to you before from another phone or account. Please find my requests.
return-request-typed = I wrote to you before from another phone or account. Please find my requests. My number: { $number }

reading-return = checked that it is you
mine-event-return-confirmed = the request moved to your new account
mine-event-return-undone = the request was with somebody else by mistake, we brought it back

## Staff

button-return-check = Check the person
button-return-yes = Yes, it is the same person
button-return-yes-of = Yes, it is person { $place }
button-return-no = No
button-return-undo = A mistake: put it back

screen-card-return = The person says that they wrote before from another account. Press “Check the person”.
screen-card-return-second = Account check: one yes is there. A second staff member is needed.

letter-return-matched =
    In { $number } somebody writes from a new account. Their number is the same as in your case: { $former }.

    You know this person best. Please look whether it is them. They do not know yet that we found anything.

letter-desk-return = <b>Checking a person, { $number }</b>
letter-desk-return-proved = Number of this account (confirmed by Telegram): { $phone }
letter-desk-return-typed = The number was typed and proves nothing: { $phone }
letter-desk-return-no-number = The person gave no number.
letter-desk-return-nobody = The number finds nobody. Did the person tell you a case number? Write in the topic: /former LUH-2026-000123
letter-desk-return-found = <b>Person { $place }</b>, the number is the same:
letter-desk-return-named = <b>Person { $place }</b>, the case was named by staff:
letter-desk-return-case = { $number } of { $opened }, owner: { $owner }
letter-desk-return-case-over = { $number } of { $opened }, closed. Owner: { $owner }
letter-desk-return-elsewhere =
    { $count ->
        [one] { $count } more case with another organisation.
       *[other] { $count } more cases with other organisations.
    }
letter-desk-return-two = Two are needed here: another staff member says the second yes.
letter-desk-return-how =
    What to do. 1. Phone the number of the earlier case. A whole family may use it, so ask for the name.
    2. Ask what only this person knows: what they wrote about, when, who answered. Give no hints.
    3. Not sure? Press “No”. The person can try again.
letter-desk-return-second = The first yes is there: { $who }. Look for yourself, do not ask your colleague.
letter-desk-return-over = What was decided: { $what }.
letter-desk-return-logged = <i>This reading was written down: who and when.</i>
return-state-confirmed = it is the same person, the cases were moved
return-state-refused = not confirmed
return-state-undone = moved by mistake, all was put back
return-state-closed = nothing, the case is closed

toast-return-confirmed = The cases were moved, the person was told.
toast-return-seen-once = Your yes is noted. Now another staff member has to look.
toast-return-refused = The person was told that we could not confirm it.
toast-return-undone = The cases are back, both were told.
whisper-former-usage = Write the number of the earlier case: /former LUH-2026-000123
whisper-former-named = Added. Press “Check the person” on the card.
command-former = Name the person’s earlier case

event-return-asked = the person says that they wrote before from another account
event-return-seen-once = one staff member confirmed the account
event-return-confirmed = the person writes from a new account
event-return-refused = the account was not confirmed
event-return-undone = the move to the new account was taken back
news-return-seen-once = Account check: one yes is there. A second staff member is needed, button “Check the person”.
news-return-confirmed = The person writes from a new account now. Answers go there.
news-return-refused = The account was not confirmed. The person was told.
news-return-undone = The move to the new account was a mistake. Answers go to the earlier one again.
