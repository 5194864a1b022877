### Questions of later steps: once a child got to a step, the family answers a few more.

letter-questions-asked = Good day. Application <b>{ $number }</b> goes on. To prepare all, we ask a little more.
questions-what = It is this: { $what }.
questions-count = { $count ->
        [one] { $count } question is left.
       *[other] { $count } questions are left.
    }
questions-until = You can answer bit by bit, when it suits you. We wait until the end of { $by }. Your turn does not change.
questions-help = You don’t know what to answer? Call: { $phone }, { $hours }. We never ask about a child’s health in the chat.
screen-questions-answered = Thank you. We have your answers for application <b>{ $number }</b>. A mistake? You can change them.
button-questions = Answer ({ $count })
button-questions-change = Change answers
mine-questions = We still need from you: { $what }.
mine-questions-count = { $count ->
        [one] We still need { $count } answer from you.
       *[other] We still need { $count } answers from you.
    }
question-of-child = { $question } ({ $child })
reminder-questions = { $count ->
        [one] For application <b>{ $number }</b> we wait for { $count } answer.
       *[other] For application <b>{ $number }</b> we wait for { $count } answers.
    }
event-questions-asked = asked what is needed next
event-questions-answered = the questions were answered
news-questions-answered = The family answered the questions. The answers are behind "Details".
not-written-questions = that an application waits for answers
screen-review-owed = Answers we wait for: { $what }.

## Who phones: a caseworker writes the answers down

button-note-answers = Write down answers
screen-noting = Application <b>{ $number }</b>. Ask the person, and type what they say.
screen-noting-summary = Read this out to the person. If all is right, press "Write down".
button-noting-submit = Write down
screen-noting-stop-ask =
    Not write down answers for application <b>{ $number }</b>?

    We delete what you typed just now. What was written down before stays.
button-noting-drop = Don’t write down
screen-noting-over =
    { $noted ->
        [yes] The answers for application <b>{ $number }</b> are written down.
       *[no] Nothing was written down for application <b>{ $number }</b>. What was there before stays.
    }
noting-copied = We send the family a copy in Telegram. They change a mistake themselves or tell you.
noting-not-copied = The family has no Telegram. If something is wrong, write it down once more.
letter-questions-noted = Good day. We wrote down your answers for application <b>{ $number }</b> as you told us.
questions-noted-mistake = Something is wrong? Press "Change answers" or tell the caseworker.
event-questions-noted = answers were written down in a talk
news-questions-noted = Answers were written down as the family told them. They are behind "Details".
refusal-nothing-asked = We ask this family nothing right now. Questions come once a child gets to the next step.
toast-questions-on-desk = The questions wait in your chat with the bot.
form-problem-changed-meanwhile = Some answers were changed meanwhile. Check that all is right, and confirm once more.

question-of-number = { $question } (child { $number })
details-later = <b>Answered later</b>

form-recreation-later = A few questions
form-about-child = Child: <b>{ $child }</b>
form-recreation-later-lives = Where do you live now? Write the village, town or city.
form-recreation-later-lives-label = You live in
form-recreation-later-lives-skip = I’d rather not say
form-recreation-later-tax = Your tax number: ten digits.
form-recreation-later-tax-label = Tax number
form-recreation-later-tax-skip = I have none
form-recreation-later-certificate = The number of your displaced person’s certificate.
form-recreation-later-certificate-label = Certificate
form-recreation-later-certificate-skip = No certificate
form-recreation-later-size = How tall is the child, and which size do they wear? Write what you know: 140 cm, size 36.
form-recreation-later-size-label = Height and size
form-recreation-later-size-skip = I don’t know
form-recreation-later-meets = Who brings the child, and meets them afterwards? Write the name and the phone.
form-recreation-later-meets-label = Meets the child
