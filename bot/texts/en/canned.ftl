### Canned answers: in a case's topic and on a lead's desk.

button-answers = Canned answers
button-answer-send = Send
button-answer-edit = Change
button-answer-remove = Delete
button-answer-restore = Bring back
button-answer-new = New answer
button-answers-back = To the list
button-answers-language = { $language ->
        [uk] Answers in Ukrainian
       *[en] Answers in English
    }

whisper-answers = Which answer do you want to see? Nothing is sent yet.
whisper-answers-empty = There are no canned answers yet. A supervisor can add some on their desk: /answers
whisper-answer = <b>This is how the person reads it</b>

    { $preview }
whisper-answer-blank = <b>{ $title }</b>
    Left blank: { $blanks }. The button can’t send this. Copy it, fill it in and send it as a reply to the person.

    { $preview }

letter-staff-said = <b>{ $author } to the person</b>
    { $text }
letter-staff-said-part = <b>{ $author } to the person</b> · part { $part } of { $parts }
    { $text }

screen-answers = { $language ->
        [uk] <b>Canned answers</b>
       *[en] <b>Canned answers in English</b>
    }
    All your caseworkers see them on the card of a case. Press one to read, change or delete it.
screen-answers-page = Page { $page } of { $pages }
screen-answers-empty = Nothing here yet.
button-answer-title = { $title } · { $group }
screen-answer = <b>{ $title }</b>
    For services: { $group }

    { $text }
screen-answer-every = all
screen-answer-example = This is how a person reads it. The number and the time are made up.
screen-answer-blank = There is a blank: { $blanks }. A caseworker can’t send this by the button, only copy it and fill it in.
screen-answer-by = Changed { $at }, { $who }
screen-answer-by-seed = Came { $at }, with the bot
screen-answer-removed = Deleted. Caseworkers do not see it any more.
screen-answer-group = Which services does the new answer suit? In these cases it will stand first.
button-answer-every = All
screen-answer-text = Write it in one message. The first line is the title for caseworkers, below it what the person reads.

    The bot fills in: { $variables }. Write them in braces.
screen-answer-text-now = This stands there now, you can copy it:

    { $now }

refusal-blank-left = Left blank: { $what }. Nothing was sent.
refusal-no-such-variable = The bot does not know what to put for { $what }. Check the name in braces and send it again.
refusal-no-title = A title in the first line and a text below it are needed. Send it again.
refusal-answer-too-long = Too long: up to 40 signs in the title, up to 3000 in the text. Shorten it and send it again.

command-answers = Canned answers
toast-answer-sent = Sending.
toast-answer-removed = Deleted.
toast-answer-restored = It is back.
