### For staff: who has a request, who is away, who works here.

## To whom a request goes

button-assign = Assign
button-hand-over = Hand over
button-least-busy = Whoever has the least work
button-owner = { $name } · { $open }
button-owner-unfit = { $name } · { $open } · other language, service or place
whisper-owners-assign = Who takes this request? The number beside a name: how many open requests they have.
whisper-owners-hand-over = To whom do you hand it over? The number beside a name: how many open requests they have. You write a note next.
whisper-owners-nobody = Nobody else is at work now.

toast-assigned = { $owner } has it now.
toast-note-on-desk = What must your colleague know? Write it on the desk, in the chat with the bot.
toast-handed-over = Handed over.

refusal-colleague-away = { $who }: not at work until { $until }. Choose somebody else.
refusal-nobody-fits = Nobody at work fits by language, service and place. Choose somebody yourself.

letter-cases-assigned =
    { $count ->
        [one] { $numbers }: this request is yours now.
       *[other] These requests are yours now:
            { $numbers }
    }
letter-cases-assigned-more =
    { $count ->
        [one] There is { $count } more request: /desk
       *[other] There are { $count } more requests: /desk
    }
letter-case-handed-over = { $number }: this request was handed over to you. If you can’t take it, give it back.
letter-case-handed-over-note = There is a note. Read it while nobody is near.
button-read-note = Read the note

letter-handover-note =
    <b>Note on { $number }</b>
    { $giver }, { $at }:

    { $note }
letter-handover-declined = { $number }: your colleague can’t take it. The request is in the queue again.
screen-handover-ask =
    <b>You hand over { $number }</b>
    { $receiver } will go on with it.

    What is there to know? Write it in one message. { $receiver } and the leads will see the note. The person will not.
button-without-note = Hand over without a note
button-keep-case = Don’t hand over
screen-handed-over = { $number }: { $receiver } has it now. The person will read that.

letter-case-came-back = { $number }: the request is open again, and yours again.
letter-case-lapsed =
    { $number }: the request is in the queue again.

    { $own ->
        [yes] The person waits, and nothing was done in the request since { $since }. This is no reproach: nobody must be left without an answer. If you have time, take it again.
       *[no] The person waits, and nothing was done in the request since { $since }. Who had it: { $owner }. Assign somebody on the card.
    }
letter-case-lapsed-crisis =
    { $number }: urgent. The request is in the queue again.

    { $own ->
        [yes] It sounds like danger, and nothing was done since { $since }. If you can, take it again now.
       *[no] It sounds like danger, and nothing was done since { $since }. Who had it: { $owner }. Assign somebody now.
    }
letter-one-human-away =
    { $number }: somebody else is needed here.

    One human speaks with this person. Now that is { $owner }, who is back at work on { $back_on }. Hand the request over with “Hand over” on the card.

event-assigned = the request was given to a caseworker
event-handed-over = the request was handed over to another caseworker
event-returned = the request went back to the queue

## Who is away

screen-away = On which day are you back at work? Choose it or write it: until 16 March, until Monday, for two weeks.
screen-away-now = You are away until { $back_on }. On that day you are back: there is nothing to switch on. Another day? Choose it.
button-away-day = { $day } ({ $weekday })
button-back-at-work = I am back at work
toast-back-at-work = You are back at work.
screen-away-cases =
    You will be away until { $back_on }. Your open requests: { $open }.

    Who goes on with them? People who wait will only read the new name.
button-away-queue = Give them back to the queue
button-away-least = To those with the least work
button-away-other-day = Another day
screen-away-set = Noted: you are away until { $back_on }. Nobody gives you new requests until then. On that day you are back.
away-returned = Back in the queue: { $count }.
away-passed = Given to colleagues: { $count }.
away-kept = Still yours: { $count }. One human speaks with those people. The leads were asked to find another.
screen-desk-home-absent = You are away until { $back_on }. Change it: /away

refusal-no-return-day =
    { $why ->
        [not-ahead] That day has begun already. Name a later one.
        [too-far] That is more than a year ahead. Tell your supervisor.
       *[other] The day could not be read. Write it like this: until 16 March.
    }

## Who works here

screen-team = <b>Who works here</b>
team-line = <b>{ $name }</b> · { $role }. Open: { $open }, waiting for us: { $ours }
team-line-away = Away until { $back_on }
screen-team-member = <b>{ $name }</b> · { $role }
    Open requests: { $open }, waiting for us: { $ours }
team-languages = Languages: { $names }
team-services = Services: { $names }
team-areas = Where the people live: { $names }
team-all = all
screen-team-skills =
    { $skill ->
        [lang] <b>{ $name }</b>: in which languages?
        [group] <b>{ $name }</b>: for which services?
       *[other] <b>{ $name }</b>: for people who live where?
    }
    Nothing chosen means all.
button-team-languages = Languages
button-team-services = Services
button-team-areas = Oblasts
button-team-any = All
button-team-chosen = { $name } (chosen)
button-team-remove = Remove from the team
button-team-lost = Phone is lost
button-team-list = To the list
screen-team-remove-ask =
    { $lost ->
        [yes] <b>{ $name }</b>: the phone is lost. Close access now?
       *[no] <b>{ $name }</b>: remove from the team now?
    }

    Rights end at once. Open requests ({ $open }) go back to the queue. The bot tries to take the account out of the groups ({ $groups }) and to delete its messages on the desk. Unused links stop working.
team-remove-ask-lost = Then you give a new link, and they can come back from another phone.
button-team-remove-yes = Yes, close access
button-team-remove-no = No, leave it
screen-team-removed =
    <b>{ $name }</b>: access is closed.

    Requests back in the queue: { $returned }. Groups that the bot takes the account out of: { $groups }. If that fails, I write what to do by hand.

    Messages younger than two days are deleted from the desk. Older ones that Telegram does not let go: { $older }. What they wrote themselves stays, too. Ask them to delete the chat with the bot.
team-removed-lost = Is there another phone? Give a new link: role and name stay the same.
button-team-link = New link
whisper-team-link =
    Pass this on only to the one you expect. They send it to the bot from the new phone. It works once, for three days:

    <code>/start { $code }</code>

    Lost it? Press “New link” again. The one before then stops working.
whisper-team-link-pressed = Or as a link, which only has to be pressed: { $url }
refusal-last-lead = Without this one nobody would lead. Invite somebody else first.
whisper-team-unknown = There is no such name, or more than one. Choose from the list.

letter-remove-by-hand = <b>{ $name }</b>: the account is still in the group. Take it out yourself.
letter-remove-by-hand-link = Group: { $group }
letter-remove-by-hand-why =
    { $why ->
        [is-admin] It is an administrator of the group. Only the owner of the group can take the rights away. Then remove the account from the members.
        [no-rights] The bot may not ban members. Remove the account from the members. Give the bot this right, then it does so itself from now on.
       *[other] The bot can do nothing in this group now. Remove the account from the members.
    }
letter-remove-by-hand-group = open the group

command-away = I am away until a day
command-staff = Who works here
