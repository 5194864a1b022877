### Forms: questions, answers, help. Each line begins with "form-", then the form and the question.

## What every form looks like

screen-form = <i>{ $title } · question { $number }</i>
form-question = <b>{ $question }</b>
form-answer = { $label }: { $answer }
form-answer-doubtful = { $label }: { $answer }. The number is unusual, please check it.
form-answer-unread = { $label }: “{ $answer }” (a human will read this)
form-unread = You wrote: “{ $words }”.
form-label-round = { $label } ({ $round })
form-age = { $age ->
        [one] { $age } year
       *[other] { $age } years
    }
form-day-and-age = { $day } ({ $age ->
        [one] { $age } year
       *[other] { $age } years
    })
form-place-confirm = You wrote: { $words }. We understood: <b>{ $place }</b>. Is that it?
form-no-answer = none

form-words =
    You also sent:

    <blockquote>{ $words }</blockquote>

    We kept it. Shall we pass it to a caseworker with your answers?

screen-form-summary = <b>{ $title }: is everything right?</b>
form-summary-ask = If all is right, press “Send”. Until then nobody reads this.

screen-form-resume =
    You began to answer on { $begun }: “{ $title }”. Go on?

    { $count ->
        [one] We kept { $count } answer.
       *[other] We kept { $count } answers.
    }

screen-form-waits =
    The questions “{ $title }” are waiting for you. Your answers are kept.

    To come back to them, press “Go on”.

screen-form-cancel-ask =
    Stop “{ $title }”?

    { $count ->
        [one] We will erase { $count } answer. It can’t be brought back.
       *[other] We will erase { $count } answers. They can’t be brought back.
    }

button-form-submit = Send
button-form-edit = Change: { $label }
button-form-back = Back
button-form-stop = Stop
button-form-go-on = Go on
button-form-anew = Begin anew
button-form-drop = Stop and erase
button-form-done = Done
button-form-several = Several months
button-form-own-words = Keep my own words
button-form-ticked = Chosen: { $option }
button-form-pass-words = Yes, pass this on too
button-form-leave-words = No, erase this

toast-form-stale = This button is out of date. Here is the question where you stopped.

## What is wrong, and how to answer

form-problem-not-words = An answer in words or by a button is needed here. Write it or press a button below.
form-problem-no-words = Nothing is said yet about what is needed. Write it here, and we will pass all of it on together.
form-problem-no-option = Please choose one of the buttons below.
form-problem-no-month = We did not understand when. Choose a month or several. Or keep your own words: a human will read them.
form-problem-nothing-chosen = Choose at least one button, then press “Done”.
form-problem-too-short = The answer is too short. Please write a little more.
form-problem-too-long = The answer is too long for this question. Please write it shorter.
form-problem-no-date = We did not understand the date. Write, for example: 12.03.1951 or 12 March 1951.
form-problem-no-such-date = There is no such day in the calendar. Check the day and the month.
form-problem-in-the-future = This day has not come yet. Check the year.
form-problem-too-far = This year is too far away. Please check it.
form-problem-no-age = We did not understand. Write a date, such as 12.03.1951, or just the age: 75.
form-problem-no-phone = We did not understand the number. Write it with its code: 050 123 45 67. Begin a foreign one with a plus: +48 501 234 567.
form-problem-not-ten-digits = A tax number has ten digits. Check that all of them are there.
form-problem-wrong-check-digit = There is a slip in this number: its last digit does not match. Please check it with the paper.
form-problem-no-certificate = We did not understand the certificate’s number. It looks like 1234-1234567890.
form-problem-no-place = We found no such place. Write the name another way, an old one is fine. Or press “Mine is not here”: a person will read it.

## For whom

form-whom = Who needs help
form-whom-who = Who needs help?
form-whom-who-label = Who
form-whom-who-child = My child
form-whom-who-relative = My relative
form-whom-who-neighbour = A neighbour or friend
form-whom-who-report = A family in trouble
form-whom-name = What is this person called? A first name is enough.
form-whom-name-label = Name
form-whom-name-skip = I don’t know the name
form-whom-born = When was the person born? You can write just the age.
form-whom-born-label = Birth or age
form-whom-born-skip = I don’t know the age
form-whom-knows = Does the person know that you write about them?
form-whom-knows-label = The person knows
form-whom-knows-yes = Yes, they know
form-whom-knows-no = No, they don’t
form-whom-phone = On which number can we call them? Write it or send a contact.
form-whom-phone-label = Phone
form-whom-phone-skip = No phone
form-whom-agree = We have to hear from the person that they agree. Which way is easier?
form-whom-agree-label = Agreement
form-whom-agree-call = Call them
form-whom-agree-code = They have Telegram, give me a code
form-whom-where = Where can this person or family be found? Write the village or town and the street.
form-whom-where-label = Where to look
form-whom-where-skip = I don’t know where
form-whom-reporter = May our caseworkers see your name? We will not tell it to that person or family.
form-whom-reporter-label = Your name for caseworkers
form-whom-reporter-yes = Yes, they may
form-whom-reporter-no = No, don’t show it

button-for-another = It is for somebody else

screen-whom-sent = We wrote down for whom request <b>{ $number }</b> is. The caseworker’s answer will come to you here.
whom-sent-call = Next we will call the person and ask whether they agree. Please tell them that we will call.
whom-sent-code =
    Read this code to the person:
    <code>{ $code }</code>

    They send it here, to this bot, from their own Telegram. The code is good until { $until }, and only once.

    If that does not work, we will call. Just write to us here.
whom-sent-code-over = The code is no longer good. Write to us here or call: { $phone }, { $hours }. We will ask the person ourselves.
whom-sent-confirmed = The person has already said that they agree.
whom-sent-refused =
    The human does not want anybody to ask for them. We erased what you told about them.

    A caseworker will write to you. Our phone: { $phone }, { $hours }.
whom-sent-report = Thank you for not looking away. { $shown ->
        [yes] Only our caseworkers will see your name.
       *[no] Our caseworkers will not see your name or number. We will not call you, unless you ask for it.
    }

letter-agreed-by-code =
    Thank you. We wrote down that you agree: somebody close to you writes to us about you. Request number: <b>{ $number }</b>.

    Changed your mind, or did not ask for this? Call: { $phone }, { $hours }.

letter-agreement-refused =
    We talked with the human for whom you ask. Without their word we go no further. Request <b>{ $number }</b>.

    We erased what you told about them. A caseworker will write to you. Our phone: { $phone }, { $hours }.

letter-agreement-unheard =
    { $wrong ->
        [yes] We phoned the human for whom you ask, { $at }. Somebody else answered.
       *[no] We phoned the human for whom you ask, { $at }. Nobody answered.
    } Request <b>{ $number }</b>.
letter-agreement-unheard-again = We try once more by { $by }. Please tell them that we will call.

letter-agreement-known = The person told us that they agree. Request <b>{ $number }</b>. We go on working.

## The same for staff

screen-card-for-whom = For: { $relation }. Agreement: { $agreement }
relation-child = the writer’s child
relation-relative = the writer’s relative
relation-neighbour = a neighbour or friend
relation-report = a report about a family in trouble
agreement-not-needed = a parent writes
agreement-by-call = to be heard by a call
agreement-by-code = we wait for the person’s code
agreement-confirmed = the person agrees
agreement-refused = the human does not agree
agreement-report = nobody asked the person, this is a report
button-ask-agreement = Ask if they agree
button-agreement-heard = Yes, they agree
button-agreement-refused = They do not, erase their data
toast-agreement-heard = The agreement is written down.
toast-agreement-refused = Written down that they do not agree. What was told about them is erased.
letter-desk-agreement = Ask whether they agree, request <b>{ $number }</b>
    Whom to ask: { $name } ({ $relation })
letter-desk-agreement-phone = Number: <code>{ $phone }</code>
letter-desk-agreement-no-phone = There is no number. Ask the one who writes for it.
letter-desk-agreement-ask = First make sure that you talk with this very human. Say who asks for them and about what. Ask whether they agree.
details-for-whom = <b>For whom</b>
    Who it is: { $relation }
    Name: { $name }
    Birth or age: { $born }
    Phone: { $phone }
    Where to look: { $whereabouts }
    Agreement: { $agreement }
details-agreed-on = { $agreement }, { $on }
details-reporter-hidden = not shown: the one who reported asked for that
event-not-agreed = the human does not agree that somebody asks for them
news-not-agreed = The human does not agree that somebody asks for them. What was told about them is erased. Write to the one who asked.
event-for-another = it was said for whom the case is
event-agreed = the person confirmed their agreement
news-for-another = Now it is known for whom this case is. Name and phone: the button “Details”.
news-agreed = The person for whom this case is agrees.

## Files in a form
form-files = <b>Here already</b>
    { $files }
form-file-refused = { $what }. Not taken. { $why } { $advice }
form-problem-no-file = A photo or a file is needed here. Send one or several, then press “Done”.
form-problem-too-many-files = No more files fit in here. You can add the rest to the request later.
button-form-take-back = Remove the last file
