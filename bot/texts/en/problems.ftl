### For supervisors: what was put aside because it failed; a group that the bot can't write to; what may be lost.

## Put aside

screen-problems = <b>The bot’s errors</b>
    { $count ->
        [one] { $count } error waits for your decision.
       *[other] { $count } errors wait for your decision.
    }
screen-problems-empty = <b>The bot’s errors</b>
    None waits for your decision now.
screen-problems-line = <b>Error { $incident }</b> · { $what }
screen-problems-since = Put aside { $at }. { $why }
screen-problems-case = Request: { $number }
screen-problems-retried =
    { $count ->
        [one] Tried again { $count } time already.
       *[other] Tried again { $count } times already.
    }
screen-problems-page = Page { $page } of { $pages }

screen-problem-drop-ask = <b>Stop trying?</b>
screen-problem-drop-ask-in =
    Somebody sent this to us. The bot will never handle it, and the words that we kept are erased.

    First make sure that the person got an answer in another way: phone them, or ask them to write again.
screen-problem-drop-ask-out =
    This letter will never leave. If somebody waits for it, phone them or write in another way.
screen-problem-drop-ask-words =
    These words will not come to the topic any more, and the caseworker will not read them. First ask the person to write again.

## What it was

problem-person-wrote = a person’s message
problem-person-pressed = a person pressed a button
problem-staff-wrote = a staff member’s message in their chat with the bot
problem-staff-pressed = a staff member pressed a button in their chat with the bot
problem-group-wrote = a message in the staff group
problem-group-pressed = a button was pressed in the staff group
problem-told-by-telegram = a service message of Telegram
problem-reply = a caseworker’s answer to a person
problem-to-person = a letter of the bot to a person
problem-persons-screen = an answer of the bot in a person’s chat
problem-persons-words = a person’s words that are not in the topic
problem-card = the card of a request
problem-topic = the title of a topic
problem-in-topic = a note in the topic of a request
problem-in-group = a letter to the group’s General
problem-to-desk = a letter to a staff member

## Why, and what to do

problem-why-own-failure = The bot made a mistake. Try again. If that does not help, tell the number to whoever runs the bot.
problem-why-unfinished = The bot stopped at this each time. Tell the number to whoever runs the bot, and only then try again.
problem-why-stopped = Telegram takes no letters from the bot for this chat. Another way to reach them is needed.
problem-why-too-long = This is too large for Telegram. If it is your answer, write it shorter and stop trying this one.
problem-why-refused = Telegram does not take this. Try again. If that does not help, tell the number to whoever runs the bot.

letter-problems-found =
    { $count ->
        [one] The bot has { $count } error: something could not be handled or sent.
       *[other] The bot has { $count } errors: something could not be handled or sent.
    }

    Nothing is lost. Look at it and decide what to do: /problems

## The group

group-away-name = the staff group
group-away-do =
    { $reason ->
        [removed] Add the bot to the group. Make it an admin with the rights to manage topics, to delete and to pin messages.
        [no-forum] Switch topics on in the group’s settings.
       *[no-rights] Make the bot an admin of the group. Give it the rights to manage topics, to delete and to pin messages.
    }
letter-group-away =
    <b>The bot can’t write to { $group }.</b> { $reason ->
        [removed] It is not there.
        [no-forum] Topics are switched off there.
       *[no-rights] It lacks rights there.
    } New requests can’t be seen there now.
letter-group-away-waiting =
    { $count ->
        [0] No letters wait so far.
        [one] { $count } letter waits.
       *[other] { $count } letters wait.
    } Nothing is lost: the letters leave by themselves once all is well. Then we will write to you.
letter-group-back = The bot can write to { $group } again. What waited is on its way.

screen-desk-home-away = <b>The bot can’t write to { $group }.</b> Letters that wait: { $count }.
screen-desk-home-problems = Errors of the bot that wait for your decision: { $count }. To look at them: /problems

## What may be lost

letter-messages-lost-report =
    { $restored ->
        [yes] The database was put back from a backup. What happened from { $since } to { $until } is not in it: neither people’s words nor our answers nor new requests.
       *[no] The bot did not hear Telegram for more than a day. What people wrote from { $since } to { $until } may be lost: Telegram keeps messages for one day only.
    }
letter-messages-lost-report-asked =
    { $count ->
        [one] We ask { $count } person with an open request to write again.
       *[other] We ask { $count } people with open requests to write again.
    }
letter-messages-lost-report-missed =
    { $count ->
        [one] The bot can’t write to { $count } person. They must be phoned.
       *[other] The bot can’t write to { $count } people. They must be phoned.
    } Whose phone may be searched stands on the card of the request.

    Requests: { $numbers }
