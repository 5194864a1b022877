### Letters and screens for a person. How we speak: plain, warm, exact; no shouting, no officialese.

## Letters

letter-welcome =
    Good day. This is the bot of the Luhansk region department of social protection. Here you can ask for help and see how it goes on.

    Write in your own words or send a voice message. Or press a button below. A human reads and answers: { $hours }.

    In trouble right now? Call <b>112</b>.

    Everything is free. We never ask for money, a card number or a code from a text message. Whoever asks is a swindler.

    Phone: { $phone }

letter-hotlines =
    { $heard ->
        [yes] You did the right thing by writing. You are not alone.
       *[no] You are not alone.
    }
    If you are in danger now, call, do not wait for us:

    { $hotlines }

    { $duty }

    { $called ->
        [yes] What is safe for you? We can phone, only write, or stay silent until you write. You need not tell everything. You can clear this chat, with us it stays.
       *[no] You do not have to tell everything. You can delete this chat from your phone.
    }

hotline-line = <b>{ $number }</b> – { $name }, { $when } (as of { $on })
hotline-line-unverified = <b>{ $number }</b> – { $name }, { $when } (not checked yet)

letter-case-received =
    { $named ->
        [yes] { $name }, we have your request.
       *[no] We have your request.
    } Number: <b>{ $number }</b>.
letter-case-received-about = About: { $service }.
letter-case-received-next = What happens next: a caseworker reads it and writes to you here.
letter-case-received-watched = What happens next: a caseworker reads it. You will see the answer when you write here again.
letter-case-received-law = By law the decision must come by { $law_by }.
letter-case-received-more =
    There is nothing you need to do now. To add something, just write here.

    You can also call: { $phone }, { $hours }.

    All your requests: /my

letter-case-taken = { $owner } is reading your request <b>{ $number }</b>. The answer will come here.

letter-staff-reply = { $text }

    <i>{ $author }, request { $number }</i>
letter-staff-reply-part = { $text }

    <i>{ $author }, request { $number } · part { $part } of { $parts }</i>
letter-staff-reply-edited = { $text }

    <i>{ $author }, request { $number } · corrected</i>
letter-staff-reply-edited-part = { $text }

    <i>{ $author }, request { $number } · part { $part } of { $parts } · corrected</i>
letter-staff-reply-gone = <i>{ $author } took this part of the answer back. Request { $number }.</i>

letter-case-closed =
    { $named ->
        [yes] { $name }, we have finished request <b>{ $number }</b>.
       *[no] We have finished request <b>{ $number }</b>.
    }

    What was done: { $outcome }.

    If the help did not reach you or something is wrong, press “Not solved yet” and we will go on. The button works until the end of { $reopen_by }.

letter-case-withdrawn =
    You took request <b>{ $number }</b> back. We no longer work on it.

    If you pressed by mistake or need help again, just write here. Or call: { $phone }, { $hours }.

letter-case-reopened =
    Request <b>{ $number }</b> is open again. The caseworker sees everything from before.

    Please write here what is not solved yet. Phone: { $phone }, { $hours }.

letter-update-parked =
    Sorry, we could not handle your message. The fault is ours, not yours.

    Please write once more or call: { $phone }, { $hours }. Tell us the number of the fault: <code>{ $incident }</code>

letter-messages-lost =
    { $restored ->
        [yes] We are sorry. After a failure, what you wrote from { $since } to { $until } may not have been kept.
       *[no] We are sorry. From { $since } to { $until } the bot did not work. What you wrote then may not have reached us.
    }

    If you wrote then, please write once more. You can phone, too: { $phone }, { $hours }.

    If you did not write, there is nothing to do.

## Consent

screen-consent =
    To help, we write down your Telegram name, your number if you give it, and what you send. Only our caseworkers see it. We pass it on to another office only if you allow it.

    We talk through Telegram. So do not write where your relatives serve, and send no photo of a passport until we ask.

    If you change your mind, press /privacy. We erase all but what the law makes us keep: { $retention }. The chat on your phone is yours to delete.

    Do you agree?

screen-consent-more =
    <b>What we write down.</b> Your Telegram name, number, words, files, what is done. A caseworker may add hromada, age and family size.

    <b>Who sees it.</b> Only our caseworkers. Name and files are opened apart, and we record who and when. The chat also lies with Telegram.

    <b>If you change your mind.</b> Take consent back and erase your data any time: /privacy. What the law makes us keep stays: { $retention }.

    Without it you can call and see the numbers. Consent text: { $version }.

    Do you agree?

screen-consent-kept =
    { $count ->
        [one] Your message waits for this answer. Without consent nobody reads it, and
       *[other] Your { $count } messages wait for this answer. Without consent nobody reads them, and
    } { $days ->
        [one] after { $days } day
       *[other] after { $days } days
    } we erase what waits.

screen-consent-given =
    All right. Write in your own words what you need. If writing is hard, send a voice message.

    We ask you once more before we pass it on.

screen-info-only =
    All right, without consent we do not write down your words. Here are the numbers:

    { $hotlines }

    Our phone: { $phone }, { $hours }.

    If you change your mind, press the button below.

screen-watched =
    Understood. We do not write down your name. We never write first: you see the answer when you write here again.

    You can write right now. A human reads it. Or call: { $phone }, { $hours }.

    Do not write your name, where you are or who your family is. You can delete this chat from your phone. Your words stay with us, so that we can help.

## Words that were sent nowhere yet

screen-offer-case =
    Pass these words on to a caseworker? Until you press “Yes”, nobody reads them.

    <blockquote>{ $excerpt }</blockquote>
screen-offer-case-count =
    { $count ->
        [one] { $count } message here.
       *[other] { $count } messages here.
    }
screen-offer-case-more = If you want to add something, write it first, then press the button.

screen-choose-case =
    Where shall these words go?

    <blockquote>{ $excerpt }</blockquote>
screen-choose-case-line = <b>{ $number }</b>: { $about }

screen-words-sent = Your words were passed on. Request <b>{ $number }</b>.

screen-words-dropped =
    All right, we passed nothing on. These words are erased.

    If you need us, write here or call: { $phone }, { $hours }.

screen-words-added =
    { $count ->
        [one] Added { $count } message
       *[other] Added { $count } messages
    } to request <b>{ $number }</b>.
screen-words-added-owner = { $owner } reads it.
screen-words-added-nobody = A caseworker will read it.
screen-words-added-by = We answer by { $reply_by }.
screen-words-added-late = The answer is late. We are sorry. We cannot name an exact time now.

## A person’s requests

screen-my-cases = <b>Your requests</b>
screen-my-cases-line = <b>{ $number }</b> from { $opened }
screen-my-cases-empty = No requests yet. Write in your own words what you need.
screen-my-cases-page = Page { $page } of { $pages }

screen-my-case = Request <b>{ $number }</b>
screen-my-case-state = { $state }.
screen-my-case-law = By law the decision must come by { $law_by }.
screen-my-case-outcome = What was done: { $outcome }.
screen-my-case-reopen = If it is not solved yet, press the button before the end of { $reopen_by }.
screen-my-case-files = Your files: { $files }.
screen-my-case-files-of-staff = Files from us: { $files }.
screen-my-case-history = <b>What happened</b>

screen-add-to-case =
    Write what to add to request <b>{ $number }</b>. We pass it on at once.

    Changed your mind – press /cancel. Phone: { $phone }, { $hours }.

screen-withdraw-ask =
    Take request <b>{ $number }</b> back? We will stop working on it. It cannot be brought back, but you can write a new one.

    Not sure – call: { $phone }, { $hours }.

## Language, data, help

screen-language = Which language shall we write in? Now we write in English.
    <i>Якою мовою вам писати?</i>

screen-privacy-consent = Consent: given on { $on }.
screen-privacy-no-consent = Consent: none.
screen-privacy =
    <b>What we hold about you</b>
    { $consent }
    { $name_held ->
        [yes] Name: written down.
       *[no] Name: not written down.
    }
    Requests: { $cases }. Messages: { $messages }. Files: { $files }.

    <b>Who looked at your name and files</b>
    { $readings }

    All of it can be erased. What the law makes us keep stays: { $retention }.

    Questions or corrections: { $phone }, { $hours }.
screen-privacy-watched = We never write first: you see the answer when you write.
screen-privacy-reading = { $at } – { $reader }, { $number }
screen-privacy-reading-file = { $at } – { $reader }, { $number }, { $what }
screen-privacy-no-readings = Nobody so far.

screen-erase-ask =
    <b>What goes for good.</b> Name, phone, places, our talk. Messages: { $messages }. Files: { $files }.

    { $open ->
        [0] No request is unfinished.
        [1] One request is unfinished. We will stop working on it.
       *[other] Unfinished: { $open }. We stop working on them.
    }
erase-kept = <b>What stays, and why</b>
erase-kept-cases = Number, dates and outcome: until { $until }, by law. Age, hromada, no name: for reports.
erase-kept-complaints = Number and dates of a complaint: until { $until }, by law.
erase-kept-readings = Who looked at your data: until { $until }, so that you can check.
erase-kept-consent = The days of your consent: until { $until }, as proof.

screen-erased =
    Done. Name, messages and files are erased, the consent is gone. Requests whose words we erased: { $cases }.
screen-erased-again = If you need help again, just write.

screen-help =
    <b>How it works</b>
    1. Write what happened, or send a voice message, a photo or a file.
    2. Press the button to pass it on to a caseworker.
    3. A human’s answer comes here. We work: { $hours }.

    Four buttons below:
    “Ask for help” – what people come with
    “My requests” – how they stand
    “Call me” – if writing is hard
    “I am in danger” – numbers to call, and we call a human

    /language – language
    /privacy – what we hold about you
    /cancel – stop

    Phone: { $phone }

screen-cancelled =
    All right, stopped. Write on whenever you are ready.

    Phone: { $phone }, { $hours }.
