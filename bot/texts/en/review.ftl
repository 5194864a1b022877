### Checking applications for recreation.

command-review = Check applications for recreation

screen-review = <b>Applications that wait for checking</b>
screen-review-empty = There is nothing to check now.
screen-review-line = <b>{ $number }</b>: { $state }. Sent { $at }. Children: { $children }.{ $seen ->
        [yes] {" "}You confirmed it, a second human is needed.
       *[no] {""}
    }
screen-review-one =
    <b>{ $number }</b>: { $state }
    Sent { $at }. Handled by: { $owner }.
screen-review-child-line = <b>Child { $number }</b>: { $state }. Years: { $age }. Hromada: { $hromada }. Categories checked: { $decided } of { $count }.
screen-review-seen = Confirmed once: { $who }. A second human is needed.
screen-review-papers = <b>Documents</b>
screen-review-no-papers = No documents were asked for yet.
screen-review-papers-by = We wait until the end of { $day }.
screen-review-paper = { $child ->
        [0] { $name }: { $state }
       *[other] { $name }, child { $child }: { $state }
    }
screen-review-notes = Notes in the topic: { $count }.
screen-review-four-eyes = Two humans confirm the need.
screen-review-child = Application <b>{ $number }</b>
screen-review-categories = <b>Categories</b>
screen-review-no-categories = No categories were named.
screen-review-category = { $code }. { $name }: { $holds ->
        [yes] confirmed
        [no] not confirmed
       *[open] not checked
    }
screen-review-open-papers = Required documents not accepted yet: { $count }.

button-review-campaign = Only: { $name }
button-review-all = All campaigns
button-review-check = Begin checking
button-review-child = Child { $number }
button-review-ask = Ask for documents
button-review-list = To the list
button-review-holds = { $code }: confirmed
button-review-holds-not = { $code }: not confirmed
button-review-confirm = Confirm the need
button-review-doubt = Check once more
button-review-back = To the application

letter-application-checked =
    We began to check your application <b>{ $number }</b>. { $named ->
        [yes] { $owner } does it. {""}
       *[no] {""}
    }Nothing is needed of you now. If we need documents, we will write here.

    Questions: { $phone }, { $hours }.
letter-need-confirmed =
    The application <b>{ $number }</b> was checked, the need is confirmed. It is not a place yet: there may be fewer places than children.

    When your turn comes, we will write here. Questions: { $phone }, { $hours }.

toast-second-needed = Kept. Now another human has to confirm it.
refusal-categories-open = First decide about each category.
refusal-papers-open = Required documents not accepted yet: { $count }.
refusal-second-human = You confirmed it already. Another human has to.
refusal-talk-first = A document is missing. First talk with the person: phone them, or wait for their answer.

event-checking = checking of the application began
event-category-decided = a category was decided about
event-need-seen-once = the need was confirmed once
event-need-confirmed = the need was confirmed
event-need-doubted = the need is checked once more
event-back-in-turn = the child is in its old turn again
event-joined-order = the child is in the queue now, at its place in the order
document-of-child = { $name }, child { $child }
