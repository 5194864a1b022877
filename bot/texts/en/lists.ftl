### For staff: lists of cases, search, the board of a group.

## Lists

screen-case-list-queue = <b>The queue: cases that nobody has yet</b>
screen-case-list-queue-empty = The queue is empty: every case has a caseworker.
screen-case-list-mine = <b>Your cases</b>
screen-case-list-mine-empty = You have no cases now.
screen-case-list-overdue = <b>Overdue</b>
screen-case-list-overdue-empty = No case is overdue.
screen-case-list-found = <b>What was found</b>
screen-case-list-found-empty = Nothing was found. Check the spelling: the search forgives no mistakes.
screen-case-list-one = <b>Case</b>
screen-case-list-by-number = By the number of the case.
screen-case-list-by-phone = By the phone number. This search was written down.
screen-case-list-by-words = By a word of the request or the beginning of a name. The search forgives no mistakes.
screen-case-list = { $mark }<b>{ $number }</b> · { $service }
    { $state }, to act: { $turn }. { $when }
    Caseworker: { $owner }
screen-case-list-since = From { $on }
screen-case-list-due = By { $by }
screen-case-list-late = Was due { $by }
button-first-page = To the beginning

## Search

refusal-find-usage = Add a case number, a phone or a word. A word is how a name begins or a whole word, three letters at least. The search forgives no mistakes.
reading-search = searched by phone

## The board of a group

screen-queue-board = <b>How the cases stand</b>
    New: { $new }
    Nobody’s: { $unassigned }
    Overdue: { $overdue }
    Waiting for us: { $for_us }
    Waiting for the person: { $for_people }
screen-queue-board-lag = Messages come here { $minutes } min late.
screen-queue-board-no-lag = Messages come here without delay.
screen-queue-board-how = Queue: /queue · Mine: /mine · Overdue: /overdue · Search: /find. Only you see the answer.

letter-board-unpinned = The bot can’t pin the board in a group: { $group }. Give it the right to pin messages. The board itself works.

## Groups by area

letter-group-bound-areas = Cases come here where there is: { $areas }. The others go to the general group.
refusal-area-unknown = The catalogue has no such place or kind of help. Write the exact name, several with commas. For example: Children and parents, Старобільський район.

## Commands

command-queue = The queue: cases that nobody has yet
command-mine = My cases
command-overdue = Overdue
command-find = Find a case
command-case = One case by its number
