### For staff and the person: cases that may be the same.

## The card

screen-card-maybe-same =
    { $count ->
        [one] Maybe the same: { $count } case
       *[other] Maybe the same: { $count } cases
    }
screen-card-tied = Linked: { $numbers }
screen-card-taken-in = Merged here: { $numbers }
screen-card-goes-on = Merged. It goes on in { $number }
button-duplicates = The same?

## The menu

letter-desk-duplicates = <b>{ $number }: what is beside it</b>
duplicates-maybe = <b>Maybe the same</b>
duplicates-tied = <b>Linked</b>
duplicates-taken-in = Merged here: { $numbers }
duplicates-goes-on = This case was merged. It goes on in { $number }
duplicates-none = No similar case to be seen.
duplicates-how = You know another one? Write /same and its number in the topic.
duplicate-line =
    { $number } · { $service }
    { $state }, opened { $opened }. With: { $owner }
    In common: { $shared }
duplicate-person = the person
duplicate-phone = the phone
duplicate-child = the child
duplicate-by-hand = named by hand
button-ended-history = History of { $number }
button-part = Take { $number } apart

whisper-pair = <b>{ $number } and the other case</b>
pair-cannot =
    { $why ->
        [other-person] These are different people. Such cases can only be linked.
        [over] Only open cases can be merged.
        [needs-lead] The cases have different owners. A lead can merge them.
        [take-first] To merge them, take one of them first.
        [hidden] Whoever writes does not want it known. Such cases are not merged.
        [alarm] Answer the alarm first.
        [answer-waits] An answer has not left yet. Send it or take it away.
        [office] One of them waits for another office.
        [application] This is an application in a queue: it has to be the one that goes on. Choose the other way round.
        [check] First check whether it is the same person.
       *[other] They can't be merged.
    }
button-link = Link
button-unlink = Unlink
button-goes-on = Merge, { $number } goes on
button-not-same = Not the same
whisper-ask-merge =
    <b>Merge?</b>
    { $ends } will close, { $goes_on } goes on. With: { $owner }

    Notes, tags, documents, calls and deadlines go over. Both histories stay. The person gets one letter. It can be undone for 30 days.
button-merge-yes = Yes, merge
whisper-ended-history = <b>{ $number }: history of the merged case</b>
button-ended-files = Files

## What is said after it

toast-tied = Linked.
toast-untied = Not linked any more.
toast-not-same = It will not be suggested again.
toast-merged = Merged.
toast-parted = Apart again.
refusal-cannot-merge =
    { $why ->
        [danger] The case about danger has to be the one that goes on. Choose the other way round.
        [other-person] These are different people. Such cases can only be linked.
        [over] One of the cases is over. Only open ones can be merged.
        [take-first] Take one of them first.
        [hidden] Whoever writes does not want it known. Such cases are not merged.
        [alarm] Answer the alarm first.
        [answer-waits] An answer has not left yet. Send it or take it away.
        [office] It waits for another office. Choose the other way round.
        [check] First check whether it is the same person.
       *[other] They can't be merged.
    }
refusal-wants-lead = { $owner } has the other one. A lead can merge them.
refusal-goes-on-elsewhere = This case was merged. Answer in { $number }.

letter-merged-news = This case was merged. It goes on in { $goes_on }. With: { $owner }
letter-took-in-news = { $ended } was merged here. Its history stands behind “The same?” on the card.
letter-parted-news = The case is apart from { $goes_on } again. What went over and is still there came back.
letter-case-merged-away = { $ended }: your case was merged with { $goes_on }. It is with { $owner } now

event-linked = linked to another case
event-unlinked = no longer linked to another case
event-not-same = another case is not the same
event-merged = the case was merged with another one
event-took-in = another case was merged into this one
event-parted = the case is apart again

## To the person

letter-cases-merged =
    { $named ->
        [yes] { $name }, your requests { $ended } and { $goes_on } are about the same.
       *[other] Your requests { $ended } and { $goes_on } are about the same.
    } We now answer both together, under number { $goes_on }.

    You need not repeat anything: all that you wrote and sent stays. Go on writing here.
letter-cases-parted =
    { $named ->
        [yes] { $name }, we merged your requests { $ended } and { $goes_on } by mistake.
       *[other] We merged your requests { $ended } and { $goes_on } by mistake.
    } We are sorry. Now we answer each of them separately again.

    Nothing was lost. You need not do anything now.
screen-my-case-goes-on = We now answer under number { $number }. All that you wrote here stays.
command-same = Is it the same case
