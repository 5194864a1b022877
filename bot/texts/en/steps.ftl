### The state of a case, refusals, notes, tags, priority.

command-note = Note for colleagues in a case’s topic

## A state as staff see it

state-assessing = needs are assessed
state-planned = plan is made
state-in-progress = in work
state-waiting-person = waits for the person
state-waiting-provider = waits for an office
state-resolved = solved
state-reopened = open again
state-refused = refused
turn-provider = another office

provider-hromada = A hromada
provider-ngo = An organisation that gives the service
provider-state = A state office

## A state as the person sees it

mine-assessing = We find out what help is needed
mine-planned = We made a plan of help
mine-in-progress = We work on it
mine-waiting-person = We wait for your answer
mine-waiting-provider = We wait for another office
mine-resolved = It seems that all is done
mine-reopened = Open again, waits for a caseworker
mine-refused = Refused
mine-short-assessing = we look at the needs
mine-short-planned = there is a plan
mine-short-in-progress = we work on it
mine-short-waiting-person = we wait for you
mine-short-waiting-provider = we wait for an office
mine-short-resolved = done
mine-short-refused = refused

screen-my-case-next-resolved = Next: please check that all is well. If not, just write here.
screen-my-case-next-provider = Next: we wait for another office’s answer. Once it comes, we write here.
screen-my-case-refused = Why: { $reason }.
screen-my-case-review = If you do not agree, press “Please look again” before the end of { $reopen_by }.

## Events

event-assessing = we find out what help is needed
event-planned = a plan of help is made
event-started = work began
event-waiting-person = we wait for the person’s answer
event-waiting-provider = we wait for another office
event-resolved = all is done
event-refusal-asked = the letter of a refusal was looked at
event-refused = refused
event-note-added = note added
event-note-edited = note corrected
event-tag-added = tag added
event-tag-removed = tag removed
event-priority-set = priority changed
mine-event-waiting-person = we wait for your answer

## Letters to the person

letter-case-step = Request <b>{ $number }</b>: { $now }
letter-case-step-assessing =
    we find out what help you need.

    If we miss something, we ask here. If there is more to say, just write.
letter-case-step-planned =
    we made a plan how to help you.

    If you have questions or something changed, just write here.
letter-case-step-in-progress =
    we work on it already.

    If there is more to say, just write here.
letter-case-step-waiting-person =
    to go on, we need your answer.

    Write here when you can. If writing is hard, press “Call me”.
letter-case-step-waiting-provider =
    we wait for the answer of { $who ->
        [hromada] the hromada
        [ngo] the organisation that gives this service
        [state] a state office
       *[other] another office
    }.

    Once it comes, we write here. If there is more to say, just write.
letter-case-step-resolved =
    it seems that all is done.

    What was done: { $outcome }.

    If the help did not arrive or something is wrong, just write here, and we go on.
letter-case-step-resolved-bare =
    it seems that all is done.

    If something is wrong, just write here, and we go on.

letter-case-refused =
    { $named ->
        [yes] { $name }, we looked
       *[no] We looked
    } into request <b>{ $number }</b>. { $about ->
        [yes] Sadly, we can’t give the service “{ $service }”.
       *[no] Sadly, we can’t give the help.
    }
letter-case-refused-why = Why: { $reason } ({ $basis }).
letter-case-refused-instead = Instead: { $instead }.
letter-case-refused-appeal =
    If you do not agree or have new papers, press “Please look again” by the end of { $by }. { $another ->
        [yes] Another human looks.
       *[no] We look once more.
    } You can also go on: { $complaint } or a court.
letter-case-refused-paper = If you need it on paper, write here.
letter-case-refused-bare = We looked into request <b>{ $number }</b>. We tell you the decision and the reason by phone: { $phone }, { $hours }. Or ask here.

button-ask-review = Please look again

## The card

screen-card-urgent = Priority: high. { $reason }
screen-card-tags = Tags: { $tags }
screen-card-notes = Notes for colleagues: { $count }
screen-card-provider = Whose answer is needed: { $who }

button-step = State
button-notes = Notes and tags

## The menu of states

whisper-steps = Now: <b>{ $state }</b>. What is next?
whisper-step-outcome = What was done? The person sees this.
whisper-step-provider = Whose answer do we wait for?
whisper-step-refer = This is no refusal: others help with it. Pass the case on to them. Whose answer do we wait for?
whisper-step-reasons = Help is refused only for a reason that the law names. Which one?
whisper-step-letter = New state: <b>{ $state }</b>. The person can get this letter:
whisper-step-no-letter = New state: <b>{ $state }</b>. The person has no Telegram: tell them yourself.
whisper-step-must = The person waits for an answer, so this state needs the letter.
whisper-step-refusal = <b>Refusal.</b> Reason: { $reason }. Read the letter and confirm:
whisper-letter = <blockquote>{ $letter }</blockquote>
whisper-step-note = Note for colleagues: { $note }
whisper-step-ask-note = Write the note as the next message in this topic. The person will not see it.
whisper-step-done = Done. State: <b>{ $state }</b>.
whisper-step-letter-goes = The letter to the person waits to be sent.
whisper-step-without-letter = Nothing goes to the person.

button-step-assess = Needs are assessed
button-step-plan = Plan is made
button-step-start = In work
button-step-wait-person = Wait for the person
button-step-wait-provider = Wait for an office
button-step-resolve = Solved
button-step-refuse = Refuse
button-step-send = Change and send the letter
button-step-skip = Change without a letter
button-step-note = Add a note
button-step-other-note = Write another note
button-step-no-note = No note
button-step-refuse-confirm = Yes, refuse
button-step-back = Back

## Notes, tags, priority

letter-desk-notes = <b>{ $number }</b>. Notes for colleagues, the person does not see them.
letter-desk-notes-none = <b>{ $number }</b>. No notes yet.
whisper-notes-how = To add a note: /note and the words in this topic.
whisper-note-kept = The note is kept. The person will not see it.
note-line = <b>{ $author }</b>, { $at }
    { $text }
whisper-tags = Tags stand on the card, the whole group sees them. Choose what to add or take off.
whisper-priority = Why does this case go ahead of others? The whole group sees the reason.

button-tags = Tags
button-priority = Priority
button-priority-normal = Normal priority

## Why not

refusal-refused-by-you = You refused this case. Another human has to look at it again.
refusal-answer-first = The person waits for an answer. Send the letter or answer first.
refusal-refer-instead = This is no reason to refuse: pass the case on to those who help.
refusal-look-again = The person has just written, or the letter was not read yet. Begin with “State”.
refusal-note-empty = Write the note itself after /note.
