### Their own: thanks, ratings, complaints, a person’s data.

## Thanks

screen-thanks =
    You are welcome. We are glad it helped.

    If this is a new question, press the button and write what happened.

## Requests

screen-my-case-next = Next: { $owner } answers by { $reply_by }.
screen-my-case-next-nobody = Next: a caseworker reads it and answers by { $reply_by }.
screen-my-case-next-late = Next: we owe you an answer, and it is late. We are sorry.
screen-my-case-next-you = Next: from you. Write here when you can.
screen-my-case-messages = Messages in this request: { $count }.
screen-my-case-complaint = Complaint { $complaint }: we answer by { $answer_by }.
screen-my-case-complaint-late = Complaint { $complaint }: the answer is late. We are sorry.

letter-not-solved-yet =
    Request <b>{ $number }</b> is open again. The caseworker sees everything from before.

    What is not solved? Write it here, a few words are enough. If you would rather not, press “Skip”: we go on anyway.

    Phone: { $phone }, { $hours }.

## Closing and rating

letter-case-closed-complaint = To complain about one of us: the button below or { $complaint }.
letter-case-closed-rating = How was it with us: bad, so-so or good? Nobody will see who gave a rating. It has no effect on help.
letter-case-closed-goodbye = Thank you for your trust. Take care.

screen-rated =
    Thank you. The rating was counted without your name or the request’s number.

    Would you like to add a few words? They will have no name either.

screen-rating-words =
    Write one message. We will not know who wrote it, so we cannot answer.

    If it is a request or a complaint, press “Add nothing” and tell us separately.

screen-rating-words-kept =
    Thank you, written down without a name.

    If you need help, just write here.

## Complaints

screen-complaint-ask =
    What went wrong with request <b>{ $number }</b>? Write it in one message.

    { $reviewer } will read the complaint. This is not who worked on your request. It does not go to the caseworkers’ chat. It has no effect on help.

    You can also complain elsewhere: { $elsewhere }.
screen-complaint-ask-nobody =
    All our supervisors worked on request <b>{ $number }</b>. So somebody else has to look into your complaint.

    Where to turn: { $elsewhere }.

    Our phone: { $phone }, { $hours }.

letter-complaint-received =
    We got your complaint. Number: <b>{ $complaint }</b>. Request: { $number }.

    { $reviewer } will read it. The answer comes here. By law it must come by { $answer_by }. If the matter is simple – by { $simple_by }.

    You can also complain elsewhere: { $elsewhere }.

letter-complaint-answered = { $text }

    <i>{ $author }, complaint { $complaint }</i>
letter-complaint-answered-part = { $text }

    <i>{ $author }, complaint { $complaint } · part { $part } of { $parts }</i>
letter-complaint-answered-more = You do not agree? You can also turn elsewhere: { $elsewhere }.

## What we hold about you

held-phone = Your phone number: written down.
held-calls = Numbers and words for calls: { $count }.
held-form = “{ $title }”, answers: { $count }. It can be sent until { $until }.
held-others = People you told us of: { $count }.
held-told = Requests about you by others: { $count }.
screen-privacy-complaints = Complaints: { $count }.

screen-privacy-why = <b>Why we hold it</b>
screen-privacy-why-line = <b>{ $what }.</b> Why we may: { $ground }. <i>{ $basis }</i>
screen-privacy-why-line-plain = <b>{ $what }.</b> Why we may: { $ground }.

screen-privacy-who =
    <b>Who sees what</b>
    Caseworkers: your words. Numbers of phones and cards in them are hidden.
    Your name: only whoever opened it. Each such look is written down.
    Supervisors: complaints, too.
    Other offices: nothing until you allow it.
    Photos and documents: kept by us, taken out of the chat.

    <b>What Telegram sees</b>
    The chat lies on its servers. It knows your number and when you write. So send nothing that is not needed.

    Questions: { $phone }, { $hours }.

screen-rename =
    { $held ->
        [yes] Now we call you: { $called }. We have written down: { $name }.
       *[no] We have no name written down.
    }

    How shall we call you? Write the name. We erase the one before.
screen-rename-refused = This does not look like a name. Please write it in letters, no longer than 60 signs.
screen-renamed = Written down: { $name }. We will call you: { $called }.

screen-consent-withdraw-ask =
    Take the consent back? This is what follows:

    { $cases ->
        [0] You have no unfinished requests.
        [1] We stop working on your request.
       *[other] We stop working on your requests. There are { $cases }.
    }
    We erase your name. We write down no new words.
    What you wrote so far stays until you ask us to erase it.

    Help lines work without consent, too. Our phone: { $phone }, { $hours }.
screen-consent-withdrawn =
    The consent is gone. Your name is erased.

    { $cases ->
        [0] There were no unfinished requests.
        [1] We no longer work on your request.
       *[other] We no longer work on your requests. There are { $cases }.
    }

    What you wrote before is still with us. To remove that as well, press “Erase my data”.

screen-export-ask =
    You said that your phone may be searched. The file will hold everything that you wrote to us. It will lie in this chat.

    Send it? Afterwards you can delete the file from the chat and from the phone’s downloads.

letter-own-data = This is everything that we hold about you. Open the file like a page on the internet. Pass it on to nobody.

screen-erase-ask-held = This goes too: { $what }.
erased-calls = call numbers
erased-forms = forms
erased-others = what you told of others
erased-told = what others told of you
screen-erase-ask-complaints = The words of complaints go as well: { $count }.
screen-erase-ask-chat = We clear two days of the chat. Delete what is older yourself.

## The page in the file

own-file-title = What we hold about you
own-file-made = Made on { $at }.
own-file-person = You
own-file-name = Name: { $name }
own-file-telegram = Number at Telegram: { $id }
own-file-language = Language: { $language }
own-file-known = First wrote: { $at }
own-file-watched = The phone may be searched: yes
own-file-phone = Phone: { $phone }
own-file-calls = Calls
own-file-call = { $at }, number: { $phone }
own-file-call-name = { $at }, number: { $phone }, ask for: { $name }
own-file-call-wish = When it suits: { $wish }
own-file-forms = Forms that you began
own-file-form = { $title }, begun { $begun }
own-file-others = People whom you told us of
own-file-told = What others told us of you
own-file-other-relation = Request { $number }: { $relation }
own-file-other-agreement = Agreement: { $agreement }
own-file-other-born = Birth or age: { $born }
own-file-other-where = Where to look: { $where }
own-file-consents = Consents
own-file-consent = Given { $at }, text { $version }
own-file-consent-withdrawn = Given { $at }, taken back { $until }, text { $version }
own-file-facts = Facts for reports
own-file-fact = { $fact }: { $value }
own-file-cases = Requests
own-file-case-closed = Finished: { $at }
own-file-case-crisis = Marked as urgent
own-file-case-conversation = Messages
own-file-you = You
own-file-said = { $who }, { $at }
own-file-complaints = Complaints
own-file-complaint = Complaint { $complaint }, request { $number }
own-file-drafts = Words that were not passed on yet
own-file-looks = Who looked at your name
own-file-nothing = Nothing.
own-file-erased = The words are erased.
own-file-kept = How long we keep it
own-file-ratings = We keep ratings without names. So we cannot find yours, and it is not here.
own-file-office = Questions or mistakes: { $phone }, { $hours }.

## Buttons

button-new-question = This is a new question
button-skip = Skip
button-complain = Complain
button-changed-mind = No, never mind
button-rate-bad = bad
button-rate-so-so = so-so
button-rate-good = good
button-rate-words = Add a few words
button-rate-no-words = Add nothing
button-my-case = To the request
button-privacy-why = Why and by which law
button-privacy-who = Who sees what
button-rename = Correct my name
button-export = Take everything as a file
button-export-now = Yes, send the file
button-consent-withdraw = Take the consent back
button-consent-withdraw-now = Yes, take the consent back
button-back = Back

refusal-already-rated = You have told us already. Thank you.

## On a lead’s desk

letter-complaint-filed =
    <b>Complaint { $complaint }</b> about the work on request { $number }

    <tg-spoiler>{ $text }</tg-spoiler>

    Answer by { $answer_by }. If the matter is simple – by { $simple_by }. Whoever worked on the request does not see the complaint.
letter-complaint-filed-part =
    <b>Complaint { $complaint }</b> · part { $part } of { $parts }

    <tg-spoiler>{ $text }</tg-spoiler>
letter-complaint-due =
    { $overdue ->
        [yes] The time to answer complaint <b>{ $complaint }</b> is over: { $answer_by }. The law demands an answer.
       *[no] The time to answer complaint <b>{ $complaint }</b> is nearly over: { $answer_by }.
    } Request { $number }.
screen-complaints = <b>Complaints that wait for an answer</b>
screen-complaints-empty = No complaint waits for an answer.
screen-complaints-line = <b>{ $complaint }</b> · request { $number } · by { $answer_by }
screen-complaints-line-late = <b>{ $complaint }</b> · request { $number } · was due { $answer_by }
screen-complaint-answer-ask =
    <b>Complaint { $complaint }</b>, request { $number }. Answer by { $answer_by }.

    <blockquote>{ $words }</blockquote>

    Write the answer as your next message. It goes to the person with your name. Changed your mind – /complaints.
button-complaint-answer = Answer { $complaint }

screen-ratings = <b>How people find us</b>
screen-ratings-month = <b>{ $month }</b>: good – { $good }, so-so – { $so_so }, bad – { $bad }
screen-ratings-words = – { $words }
screen-ratings-how = Ratings have no names. Words are shown once a month has at least { $fewest } ratings.

command-complaints = Complaints about our work
command-ratings = How people find us

## Events

event-complained = the person complained
event-complaint-answered = the complaint was answered
mine-event-opened = you wrote to us
mine-event-complained = you complained
mine-event-complaint-answered = your complaint was answered
mine-event-taken-by = { $who } reads your request
mine-event-replied-by = { $who } answers you
mine-event-complaint-answered-by = { $who } answers your complaint

## Files taken away
letter-own-data-files = Here is all we have about you, and your files: { $count }. It is an archive. Open it, then the page { $page } in it. Forward it to nobody.
letter-own-data-parts = There are many files, so there are { $parts } parts. This is the first, the rest is below.
letter-own-files = Your files, part { $part } of { $parts }. Files in it: { $count }.
own-file-not-here = { $what }: we do not have it
