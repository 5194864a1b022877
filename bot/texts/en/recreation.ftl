### Recreation for children: campaigns on a lead's desk, the application on a phone, lines in the topic.

command-recreation = Recreation for a child
command-campaigns = Recreation campaigns

## Whether applications are taken

screen-recreation = <b>Recreation for children</b>
screen-recreation-open = We take applications for children’s recreation in { $year } until the end of { $deadline }.
screen-recreation-planned = We take applications for children’s recreation in { $year } from { $opens }. The last day will be { $closes }.
screen-recreation-paused =
    Taking applications for children’s recreation in { $year } has been stopped for a while. All that you filled in is kept.

    The last day is { $closes }. Should it change, the new one will stand here.
screen-recreation-closed = Applications for children’s recreation in { $year } were taken until the end of { $closes }. We take no new ones.
screen-recreation-none = We take no applications for children’s recreation now. When we begin is not known yet.
letter-recreation-open = You asked us to say when we begin to take applications. We have begun.

recreation-no-promise = To be honest: an application is no voucher yet. We count now how many children need it. There may be fewer places than children.
recreation-turn = { $order } When your child’s turn comes, we write and give you { $days ->
        [one] { $days } day
       *[other] { $days } days
    } to answer. If there are too few places, we write too.
recreation-order = How places are shared out: { $order }.
recreation-order-open = How places are shared out is not settled yet; we will write it here.
recreation-ages = For children of { $least }–{ $most } years.
recreation-free = It is free. No place can be bought, no turn hurried.
recreation-not-here = Your phone may be searched, so we ask for no names here. We take it by phone: { $phone }, { $hours }.
recreation-own-draft = You have begun an application. Your answers are kept.
recreation-own = Your application <b>{ $number }</b>: { $state }. Children in it: { $children }.
recreation-waits = We will write to you here as soon as we take applications.

recreation-words-wait = Your words are kept.

button-offer-recreation = Children’s recreation: apply
button-recreation-words = Back to my words
button-apply = Apply
button-apply-change = Change the application
button-recreation-tell = Tell me
button-recreation-stop = Don’t tell me
button-recreation-mend = Mend the answers

## The application: questions

form-recreation = Recreation for a child
form-recreation-name = What is your name? Write surname, name and patronymic.
form-recreation-name-label = Who applies
form-recreation-phone = On which number can we phone you? Write it or send a contact.
form-recreation-phone-label = Phone
form-recreation-lives = Where do you live now? Write the village, town or city.
form-recreation-lives-label = You live in
form-recreation-lives-skip = I’d rather not say
form-recreation-tax = Your tax number: ten digits.
form-recreation-tax-label = Tax number
form-recreation-tax-skip = I have none
form-recreation-certificate = The number of your displaced person’s certificate.
form-recreation-certificate-label = Certificate
form-recreation-certificate-skip = No certificate
form-recreation-child = What is the child’s name? Write surname, name and patronymic.
form-recreation-child-label = Child
form-recreation-born = When was the child born? Write day, month and year.
form-recreation-born-label = Born
form-recreation-registered = Where is the child registered? Write the village, town or city. It decides who takes the application.
form-recreation-registered-label = Registered
form-recreation-registered-skip = Not registered anywhere
form-recreation-categories = Which of these are true of the child? You can choose several. No documents are needed now.
form-recreation-categories-label = Categories
form-recreation-categories-skip = None of these
form-recreation-stay = What does the child need? A health stay lasts 21 days or more, a recreation stay 14.
form-recreation-stay-label = Needed
form-recreation-stay-health = A health stay, 21 days or more
form-recreation-stay-rest = Recreation, 14 days or more
form-recreation-stay-either = Either is fine
form-recreation-period = When would it suit the child? You can choose several months or write in your own words.
form-recreation-period-label = When
form-recreation-period-spring = In spring
form-recreation-period-june = In June
form-recreation-period-july = In July
form-recreation-period-august = In August
form-recreation-period-autumn = In autumn
form-recreation-period-either = Any time
form-recreation-children-more = Add another child
form-recreation-children-more-label = Another child
form-recreation-children-more-yes = Yes, there is
form-recreation-children-more-no = No, that is all
form-recreation-together = Must the children go together?
form-recreation-together-label = Together
form-recreation-together-yes = Yes, only together
form-recreation-together-no = Apart is fine
form-names-more = { $name } and { $count } more
form-explained = <b>{ $option }</b>: { $plain }

form-problem-too-young = By this date the child is too young for the programme. Check the year. If all is right, the child can’t go this time.
form-problem-too-old = By this date the child is older than the programme takes. Check the year. If all is right, the child can’t go this time.
form-problem-same-child = One child was named twice. Mend the name or the birthday, or say that there are no more children.
form-problem-not-taken = No applications are taken now. Your answers are kept. /recreation shows when they are.

screen-form-change-ask =
    Leave the application <b>{ $number }</b> as it is?

    It stays just as you sent it.
button-form-keep = Leave it as it was

## The application was sent

letter-application-sent =
    { $anew ->
        [yes] We have your changes. The number is the same: <b>{ $number }</b>. So is the time of applying.
       *[no] We have your application for recreation. Number: <b>{ $number }</b>.
    }
application-next = What comes next: caseworkers count the need. No documents are needed now. Should they be, we write here.
application-human =
    Where these are registered, a human will look at and answer you here: { $children }.

    Any one of these helps: { $proofs }. Nothing has to be sent now, the caseworker says what.
application-by-shift = { $child }: not every shift fits the age. We keep that in mind.
application-elsewhere = { $child }: not registered in Luhansk oblast. The hromada where the child is registered takes the application. Government line: 1545.
application-copy = <b>What you sent</b>
application-until = You can change or withdraw it until the end of { $deadline }: /my. Questions: { $phone }, { $hours }.
application-child = the child

screen-recreation-elsewhere =
    The child is not registered in Luhansk oblast. This is no refusal: the hromada where the child is registered takes the application.

    Turn to its children’s service. If you don’t know where, call the government line 1545. Or ask us: { $phone }, { $hours }.

    We did not send the application. If the place is a mistake, mend it.

## The child's own hromada

screen-own-hromada = Children: { $children }. Registered in the hromada: { $hromada }. It takes applications for its own children itself. This is no refusal.
own-hromada-contact = We tell you how to reach the hromada and until when: { $phone }, { $hours }.
own-hromada-ask =
    We can hand the application over for you, so that you need not write twice. We hand over only this: { $shared }.

    When the hromada confirms that it has it, we write to you. If it is silent until { $check }, we phone it ourselves.

    Hand it over?
own-hromada-pass = Thank you. We hand the application over to the hromada: { $hromada }. When it confirms, we write. If it is silent until { $check }, we phone it ourselves.
own-hromada-self = All right. You turn to the hromada { $hromada } yourself. Should you change your mind, write to us.
own-hromada-human = All right. A caseworker talks to you first. They will write here.
button-pass-on = Yes, hand it over
button-pass-self = I turn to them myself
button-pass-human = Talk to a human
shared-name = your name
shared-phone = phone
shared-child = the child’s name
shared-born = birthday
shared-registered = registered place
shared-categories = categories
shared-stay = what is needed
shared-period = when it suits

## Where the application stands

standing-draft = not sent yet
standing-submitted = the need is written down
standing-checking = a caseworker is checking
standing-needs-documents = documents are needed
standing-need-confirmed = the need is confirmed
standing-queued = waiting for a place
standing-offered = there is a place, we wait for your answer
standing-accepted = the place is yours
standing-declined = the place was declined
standing-expired = the time to answer is over
standing-sent = the child is away
standing-completed = the stay is over
standing-not-travelled = did not come
standing-handed-over = not with us: another hromada takes it
standing-refused = refused, the letter says why
standing-withdrawn = the application was withdrawn
mine-application-child = { $child }: { $state }.
mine-application-until = You can change the application until the end of { $deadline }.
mine-application-next = Next: nothing is needed from you now. When there is news, we write here.
held-applications = Applications for recreation, with children’s details: { $count }.
erased-applications = applications for recreation

## For staff

event-applied = an application for recreation was sent
event-same-child = the same child stands in another case
event-passing-told = it was said what to do with another hromada’s application
news-applied = An application for recreation was sent. Who and for whom: the button “Details”.
letter-same-child = The same child stands this year in the case <b>{ $number }</b>, too. We don’t tell those who applied.
letter-passing-told =
    { $wish ->
        [pass] Hromada { $hromada }: there is consent to hand the application over. What exactly: “Details”.
        [self] Hromada { $hromada }: the person turns to it themselves.
       *[human] Hromada { $hromada }: the person wants to talk first.
    }
details-application = <b>Application for recreation</b>
details-application-children = <b>Children</b>

## Campaigns on the desk

screen-campaigns = <b>Recreation campaigns</b>
screen-campaigns-empty = None yet. Make one from a template: only dates and numbers have to be changed.
screen-campaigns-line = <b>{ $name }</b>: { $state }. { $opens } – { $closes }
button-campaigns = All campaigns
button-campaign = { $name }, { $year }
button-campaign-new = New from a template: { $name }

screen-campaign =
    <b>{ $name }</b>
    { $basis }
    State: { $state }, since { $since }. Version { $number }.
screen-campaign-filed = Applications: { $filed }, children: { $children }.
screen-campaign-dates = Taken from { $opens } to the end of { $closes }. The bot opens and closes it.
screen-campaign-ages-shift = Ages: { $least }–{ $most } on the first day of the shift.
screen-campaign-ages-on = Ages: { $least }–{ $most } on { $day }.
screen-campaign-categories = <b>Categories and weight</b>
screen-campaign-category = { $name }: { $weight }
screen-campaign-more = … and { $count } more. All stand behind the button.
screen-campaign-asks = <b>What we ask, and when</b>
screen-campaign-ask = { $question }: { $step }
screen-campaign-ask-days = { $question }: { $step }, { $days ->
        [one] { $days } day before
       *[other] { $days } days before
    }
screen-campaign-papers = <b>Documents</b>
screen-campaign-paper = { $name }: { $step }, { $per }, { $by }, { $needed }
screen-campaign-stays = <b>Kinds</b>
screen-campaign-stay = { $name }: { $days } days or more
screen-campaign-shifts = <b>Shifts</b>
screen-campaign-no-shifts = No shifts yet.
screen-campaign-shift = { $number }. { $camp }, { $stay }, { $first } – { $last }, places: { $places }. Way: { $transport }
screen-campaign-signing = Signature: { $signing }
screen-campaign-four-eyes = A need is confirmed by { $yes ->
        [yes] two
       *[no] one
    }.
screen-campaign-order = Order: { $order }
screen-campaign-order-confirmed =
    { $yes ->
        [yes] The order was held against the decree, people see it.
       *[no] The order was not held against the decree: people don’t see it.
    }
screen-campaign-answer = Days to answer: { $days }
screen-campaign-lot = Lot by: { $lot }
screen-campaign-by = { $at }: { $who }

campaign-state-planned = being prepared
campaign-state-open = takes applications
campaign-state-paused = paused
campaign-state-closed = closed
campaign-state-allocating = places are shared out
campaign-state-finished = finished
button-campaign-pause = Pause
button-campaign-resume = Go on
button-campaign-allocate = Share out places
button-campaign-back = Stop sharing out
button-campaign-finish = Finish
button-campaign-call-off = Call the campaign off

campaign-step-need = collecting need
campaign-step-confirmation = confirmation
campaign-step-offer = offer of a place
campaign-step-departure = departure
campaign-ask-lives = where they live
campaign-ask-categories = categories
campaign-ask-stay = kind
campaign-ask-period = wished period
campaign-ask-together = together or not
campaign-ask-tax = tax number
campaign-ask-certificate = displaced person’s certificate
campaign-ask-size = height and clothing size
campaign-ask-meets = who meets the child
campaign-per-child = for each child
campaign-per-family = for the family
campaign-by-chat = in the chat
campaign-by-paper = on paper only
campaign-form-079 = Medical form 079/о
campaign-required = required
campaign-welcome = if there is one
campaign-signing-none = not signed
campaign-signing-printed = on the printed application
campaign-signing-electronic = electronically

campaign-field-name = Name
campaign-field-basis = Basis
campaign-field-dates = Dates
campaign-field-ages = Ages
campaign-field-categories = Categories
campaign-field-asks = Questions
campaign-field-papers = Documents
campaign-field-stays = Kinds
campaign-field-shifts = Shifts
campaign-field-order = Order
campaign-field-answer = Days to answer
campaign-field-lot = Lot
campaign-how-name = The first line in Ukrainian, the second in English.
campaign-how-basis = One line: decree, number, date.
campaign-how-dates = The first and the last day: 01.02.2027–06.03.2027. The last day counts whole.
campaign-how-ages = 7–18 for the first day of the shift. Or 7–18 01.06.2027.
campaign-how-categories = A line a category: code, weight, codes of documents. The heavier goes first.
campaign-how-asks =
    A line a question: lives, categories, stay, period, together, tax, certificate, size, meets. Then the step: need, confirmation, offer, departure.
    With the need it is asked in the application, else once the child gets to the step. So many days before the departure: meets departure 10.
campaign-how-papers = A line a document: code, step, child or family, chat or paper, required or welcome. Form 079/о: departure and paper only.
campaign-how-stays = A line a kind: health 21 or rest 14. The law allows no less.
campaign-how-shifts = A line a shift: number; camp; health or rest; 01.06.2027–21.06.2027; places; way. A new one without a number.
campaign-how-order = How places are shared out, in one sentence without a full stop. The second line in English. After a change it must be held against the decree anew.
campaign-how-answer = A number from 1 to 60.
campaign-how-lot = The public number by which the lot is drawn. Name it before closing.
screen-campaign-field = <b>{ $field }</b>. Send it anew. { $how } For nothing, a dash.
screen-campaign-field-now =
    What stands there (tap to copy):

    { $now }
button-campaign-signing = Signature: { $signing }
button-campaign-four-eyes = Two confirm
button-campaign-one-human = One confirms
button-campaign-order-sure = The order fits the decree
button-campaign-order-unsure = The order is unsure

refusal-campaign-flaw =
    { $why ->
        [unread] Line { $line } can’t be understood. Mend it and send it again.
        [too-long] Too long. Shorten it and send it again.
        [closes-first] The last day is before the first.
        [ages] Ages go from the smaller to the larger, not above 25.
        [no-category] At least one category is needed.
        [unknown-category] The catalogue has no such category.
        [unknown-document] The catalogue has no such document.
        [twice] Something is named twice.
        [health-early] Form 079/о is taken on paper only, before the departure.
        [asked-late] Places are shared out by categories, stay, period and together. Ask these with the need.
        [asked-early] Ask size and meets later: with the need nobody needs them.
        [no-stay] At least one kind is needed.
        [stay-short] Shorter than the law allows: a health stay 21 days, recreation 14.
        [shift-short] The shift is shorter than its kind.
        [shift-kind] The shift is of a kind that the campaign does not have.
        [shift-used] Places of this shift are being given out: it can not be taken away.
       *[too-many] Too many: at most 16 shifts, and three documents for a category.
    }
