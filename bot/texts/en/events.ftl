### Group events: signing up, the waiting list, a place that became free; events on the desk.

## Person

screen-events = <b>What you can sign up for</b>
screen-events-none = No events yet. Once there are some, they will be here.
screen-event =
    <b>{ $title }</b>
    Where: { $place }
    It takes { $minutes } min. Taking part is free.

    Choose a day:
screen-event-no-dates = Sorry, all the days are over.
screen-event-phone = Questions? { $phone }, { $hours }
group-date =
    { $state ->
        [signed] { $when }: you are signed up
        [waiting] { $when }: you are on the waiting list
        [offered] { $when }: there is a place for you
        [cancelled] { $when }: does not take place
        [full] { $when }: no places left, you can join the list
       *[free] { $when }: places left: { $left }
    }
button-event-sign = Sign up: { $day }
button-event-wait = Join the list: { $day }
button-event-seat = My place: { $day }
button-event-open = { $day }: { $title }
button-events = What you can sign up for
screen-event-seat =
    You are signed up: <b>{ $when }</b>.
    { $what }
    Your place: { $number }. Say it when you come.
screen-event-waiting =
    You are on the waiting list: <b>{ $when }</b>.
    { $what }
    Before you: { $before }. When a place becomes free, we write and keep it for you.
screen-event-offered =
    A place is free: <b>{ $when }</b>.
    { $what }
    We keep it for you until { $until }.
screen-event-ask = You can't come on { $when }? We will offer the place to somebody else.
screen-event-ask-waiting = Take you off the list for { $when }?
screen-event-gone = You are not signed up for that day.
group-what =
    { $title }
    Where: { $place }
group-what-covered = A group meeting
letter-event-signed =
    You are signed up: <b>{ $when }</b>.
    { $what }
    Your place: { $number }. Say it when you come.
    We remind you a day and two hours before. If you can't, tell us, and somebody else gets the place.
letter-event-listed =
    We put you on the waiting list: <b>{ $when }</b>.
    { $what }
    When a place becomes free, we write and keep it for you.
letter-event-seat-offered =
    There is a place: <b>{ $when }</b>.
    { $what }
    We keep it for you until { $until }. Then we offer it to the next person.
letter-event-seat-passed =
    We did not hear from you and offered the place on { $when } to the next person.
    { $what }
    Still want to come? Join the list again.
letter-event-left =
    You are no longer signed up for { $when }. Thank you for telling us.
    { $what }
letter-event-cancelled =
    The meeting on { $when } will not take place. We are sorry.
    { $what }
    Questions? { $phone }, { $hours }
letter-remind-event =
    A reminder: <b>{ $when }</b>.
    { $what }
    Your place: { $number }. Please tell us whether it works.
button-event-take = I take the place
button-event-pass = I don't need it
button-event-leave = I can't
button-event-leave-list = Off the list
button-event-leave-yes = Yes, take me off
button-event-stay = No, keep it
button-event-again = See the days
button-event-coming = I will come
calendar-event-about = Signed up in the Telegram bot. Cancel it there: the command /meetings
refusal-consent-first = To sign you up we need your consent. We have just asked for it below.
refusal-signed-already = You are already signed up for that day.

## Staff

command-events = events and groups
screen-desk-events = <b>Events</b>
screen-desk-events-none = No events ahead.
button-desk-event = { $day }: { $title }
button-event-new = New event
button-event-draft = To the draft
screen-desk-event =
    <b>{ $title }</b>
    Where: { $place }
    { $minutes } min, places: { $places }
desk-event-date =
    { $cancelled ->
        [yes] { $when }: cancelled
       *[no] { $when }: free { $left }, waiting { $waiting }
    }
button-event-link = Link for people
button-event-copy = Copy
whisper-event-link = By this link people sign up themselves: { $link }
button-event-cancel = Cancel all days
button-event-cancel-yes = Yes, cancel all
screen-event-cancel-ask = Cancel all days ahead? Everybody signed up will be told.
button-event-date = { $day }
screen-desk-event-date =
    <b>{ $title }</b>
    { $when }. Signed up: { $taken } of { $places }, waiting: { $waiting }
screen-event-date-cancelled = This day is cancelled.
seat-line =
    { $state ->
        [waiting] Waiting · { $number }
        [offered] Place { $place } · { $number } · we wait for an answer
        [came] Place { $place } · { $number } · was there
        [missed] Place { $place } · { $number } · did not come
       *[signed] Place { $place } · { $number }{ $coming }
    }
seat-coming = {" "}· says they come
seat-no-case = no request
button-seat-who = Who: { $number }
button-seat-came = Place { $place }: came
button-seat-missed = Place { $place }: no
button-event-date-cancel = Cancel this day
button-event-date-cancel-yes = Yes, cancel
screen-event-date-ask = Cancel this day? Everybody signed up will be told.
button-event-back = To the events
button-event-back-one = To the event

screen-desk-event-draft = <b>New event</b>
draft-title = Title: { $title }
draft-place = Where: { $place }
draft-minutes = Takes: { $minutes } min
draft-places = Places: { $places }
draft-day = First day: { $day }
draft-starts = Begins: { $hour }
draft-repeat = { $repeat }
draft-count = Days: { $count }
draft-ask-title = What is it called? Write it: people will see exactly this.
draft-ask-place = Where? Write an address or a link.
draft-ask-minutes = How long does it take?
draft-ask-places = How many places?
draft-ask-day = Which is the first day?
draft-ask-starts = When does it begin?
draft-ask-repeat = Does it come again?
draft-ask-count = How many days in all?
draft-ready = All is there. Open it for signing up?
repeat-once = once
repeat-weekly = every week
repeat-fortnightly = every two weeks
repeat-four-weeks = every four weeks
button-event-open-now = Open for signing up
button-event-throw = Throw the draft away
toast-event-opened = Open for signing up.
toast-event-thrown = The draft is gone.
toast-event-cancelled = Cancelled. People told: { $count }
whisper-event-choices = <b>{ $number }</b>. For which event?
whisper-event-choices-none = <b>{ $number }</b>. No events ahead.
button-event-sign-for =
    { $left ->
        [0] { $day }: { $title } (waiting list)
       *[other] { $day }: { $title } ({ $left })
    }
toast-event-signed-for =
    { $waiting ->
        [yes] On the waiting list. The person will be told.
       *[no] Signed up. The person will be told.
    }
