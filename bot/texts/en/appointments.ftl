### Meetings: times to choose from, agreeing, moving, reminders; the calendar and a specialist's hours.

## Person: where and with whom

meeting-how =
    { $way ->
        [place] Where: { $place }
            { $who } will be waiting for you.
        [phone] { $who } will phone you.
       *[video] Video: { $place }
            { $who } will be waiting for you.
    }
meeting-how-covered =
    { $way ->
        [place] { $who } will be waiting for you.
        [phone] { $who } will phone you.
       *[video] This is a video call, { $who } will be waiting for you.
    }

## Person: letters

letter-appointment-offered =
    Request <b>{ $number }</b>: we offer you a meeting.
    { $how }
    It takes { $minutes } min. Choose a time by { $by }.

    If we hear nothing, we will phone. Our phone: { $phone }, { $hours }.
letter-appointment-again =
    The meeting on { $was } will not take place. We are sorry.

    Request <b>{ $number }</b>. We offer another time.
    { $how }
    It takes { $minutes } min. Choose a time by { $by }.

    If we hear nothing, we will phone. Our phone: { $phone }, { $hours }.
letter-appointment-set =
    { $moved ->
        [yes] Moved. The meeting is now: <b>{ $when }</b>.
       *[no] Agreed: <b>{ $when }</b>.
    }
    { $how }
    Request { $number }. We will remind you a day and two hours before.
letter-appointment-set-file = Open the file, and the meeting comes into your phone's calendar.
letter-appointment-cancelled =
    { $own ->
        [yes] The meeting on { $was } is cancelled. Thank you for telling us.
       *[no] The meeting on { $was } will not take place. We are sorry.
    }
    Request <b>{ $number }</b>. Need another time? Write here or phone: { $phone }, { $hours }.
letter-appointment-declined =
    { $own ->
        [yes] All right, there will be no meeting. Thank you for telling us.
       *[no] The meeting that we offered is not needed any more.
    }
    Request <b>{ $number }</b>. If anything changes, write here or phone: { $phone }, { $hours }.
letter-appointment-missed =
    { $who } hopes to hear from you. We did not meet on { $when }.

    Things happen, it is all right. We go on with request <b>{ $number }</b>. Shall we offer another time?
    Our phone: { $phone }, { $hours }.
letter-remind-appointment =
    A reminder of your meeting: <b>{ $when }</b>.
    { $how }
    Please tell us whether it works.

## Person: screens

screen-appointment-held =
    You chose <b>{ $when }</b>.
    { $how }
    Does it suit you? We keep this time for you for half an hour.
screen-appointment-offered =
    Request <b>{ $number }</b>. Choose when it suits you.
    { $how }
screen-appointment-times-over = The times we offered are over. Write here, and we will offer another.
screen-appointment-unsuited =
    Request <b>{ $number }</b>. Thank you for telling us. We will offer another time.

    You can write here when it suits you.
screen-appointment =
    Meeting: <b>{ $when }</b>.
    { $how }
    Request { $number }.
screen-appointment-over =
    { $state ->
        [came] This meeting has taken place.
        [missed] We did not meet that time.
       *[other] This meeting will not take place.
    }
screen-appointment-days = When does it suit you? These days have free time.
screen-appointment-no-days = There is no free time now. Phone us or write here – we will find one together.
screen-appointment-day = { $day }. Choose a time.
screen-appointment-day-full = { $day } has no free time any more. Choose another day.
screen-appointment-move =
    Shall we move it?
    It was: { $was }
    It will be: <b>{ $to }</b>
screen-appointment-cancel = Cancel the meeting on { $when }? You can also move it.
screen-appointment-decline = You do not need the meeting?
screen-meetings = <b>Your meetings</b>
screen-meetings-none = No meetings. Once we agree on one, it will be here.
meetings-line =
    { $state ->
        [confirmed] { $when }: { $who }
        [held] { $when }: { $who }. Not confirmed yet.
        [unsuited] { $who }: we look for another time
       *[other] { $who }: choose a time
    }
meetings-seat =
    { $waiting ->
        [yes] { $when }: { $title }. You are on the waiting list.
       *[no] { $when }: { $title }
    }
meetings-group = group meeting

## Person: buttons

command-meetings = My meetings
button-meetings = My meetings
button-meetings-ahead =
    { $count ->
        [0] Meetings and events
       *[other] Meetings and events ({ $count })
    }
button-appointment-yes = Yes, it suits me
button-appointment-other = Another time
button-appointment-none = None of these times
button-appointment-ask-times = Offer another time
button-appointment-move = Move it
button-appointment-move-yes = Yes, move it
button-appointment-keep = Leave it as it was
button-appointment-cancel = I can't
button-appointment-cancel-yes = Yes, cancel
button-appointment-coming =
    { $way ->
        [place] I will come
        [phone] I will wait for the call
       *[video] I will be there
    }
button-appointment-not-coming = I can't
toast-coming = Thank you, see you.

## Calendar of the phone

calendar-meeting = Meeting: { $who }
calendar-meeting-by-phone = Call: { $who }
calendar-off = Meeting cancelled
calendar-about = Agreed in the Telegram bot. Move or cancel it there: the command /meetings

## Staff: meetings of a request

button-appointments = Meetings
whisper-appointments = <b>{ $number }</b>. Meetings:
whisper-appointments-none = <b>{ $number }</b>. No meetings yet.
appointment-line = { $when } · { $who } · { $state }
appointment-no-time = no time yet
appointment-draft = draft
appointment-offered = to be chosen
appointment-held = choosing a time
appointment-unsuited = no time suits
appointment-confirmed = agreed
appointment-came = took place
appointment-missed = person did not come
appointment-cancelled = cancelled
appointment-lapsed = never answered
appointment-dropped = not offered
way-place = in person
way-phone = by phone
way-video = video
button-appointment-new = Offer times
button-appointment-event = Sign up for an event
whisper-appointment-whom = <b>{ $number }</b>. A meeting with whom?
whisper-appointment-draft =
    <b>{ $number }</b>. Meeting: { $who }, { $way }, { $minutes } min.
    { $chosen ->
        [0] Choose a day and a time. You can offer several.
       *[other] We offer:
            { $times }
    }
whisper-appointment-day = { $day }: free time. Press to add or take out.
whisper-appointment-no-days = No free time. Hours are changed on the desk: /hours
button-appointment-minutes = { $minutes } min
button-appointment-chosen = { $label } – chosen
button-appointment-days = Other days
button-appointment-send = Send to the person
button-appointment-back = To the meetings
screen-agenda-one =
    <b>{ $number }</b>. { $when }
    { $who }, { $way }. { $state }.
appointment-coming = The person says they will come.
whisper-appointment-book = Did the person agree on the phone? Press the time.
button-appointment-book = Agreed: { $when }
button-appointment-came = Took place
button-appointment-missed = Person did not come
button-appointment-again = Another time
button-appointment-drop = Cancel the meeting
toast-appointment-offered = Sent to the person.
toast-appointment-booked = Noted. The person gets a letter.
toast-appointment-cancelled = Cancelled. The person was told.
toast-appointment-noted = Noted.
toast-appointment-missed = Noted. We ask the person about another time.
refusal-time-taken = This time was just taken. Choose another.
refusal-no-times = Choose at least one time that is still ahead.
refusal-place-needed = First add an address or a link: the desk, /hours
refusal-hours-meet = These hours overlap others or end before they begin.

letter-appointment-news = { $change }: { $when } ({ $who })
letter-appointment-on-desk =
    <b>{ $number }</b>: { $change }
    { $when }
event-appointment-offered = times to meet were offered
event-appointment-confirmed = a meeting is agreed
event-appointment-moved = the meeting was moved
event-appointment-unsuited = none of the times suits
event-appointment-cancelled = the meeting was cancelled
event-appointment-lapsed = the time to meet passed unanswered
event-appointment-came = the meeting took place
event-appointment-missed = the meeting did not take place

## Staff: the team's calendar

command-agenda = calendar of meetings
screen-agenda = <b>{ $days }</b>
screen-agenda-of = <b>{ $days }</b>. { $who }
screen-agenda-free = No meetings.
agenda-line = { $hours } · { $who } · { $way } · { $number }{ $mark }
agenda-coming = {" "}· says they come
agenda-came = {" "}· took place
agenda-missed = {" "}· person did not come
agenda-event = { $hour } · { $title }: { $taken } of { $places } signed up
agenda-day = <b>{ $day }</b>
button-agenda-one = { $hour } { $number }
button-agenda-event = { $hour } { $title }
button-agenda-before = ← { $day }
button-agenda-after = { $day } →
button-agenda-week = Week
button-agenda-day = Day
button-agenda-mine = Only mine
button-agenda-all = Whole team
button-agenda-hours = My hours
button-agenda-events = Events
button-agenda = Calendar

## Staff: hours

command-hours = my hours for people
screen-hours = <b>Hours for people: { $who }</b>
hours-usual = So far these are the office's hours. Change them if yours differ.
hours-line = { $day }: { $hours }
hours-none = sees nobody
hours-at-once = People at once: { $count }
hours-place = Where: { $place }
hours-no-place = No address: meeting in person can't be offered.
hours-video = Video: { $place }
hours-no-video = No link for video.
hours-days-off = Days off: { $days }
screen-hours-day = <b>{ $day }</b>. { $who }
    Sees people: { $hours }

    Add hours. From when?
screen-hours-closes = <b>{ $day }</b>, from { $opens }. Until when?
screen-hours-off = When does { $who } see nobody? Press a day to change it.
screen-hours-at-once = How many people does { $who } see at once?
screen-hours-place = Write the address: street, house, room. People whom you agree with will see it.
screen-hours-video = Send the link by which people join the video.
screen-hours-colleagues = Whose hours?
button-hours-remove = Remove { $hours }
button-hours-off = Days off
button-hours-at-once = How many at once
button-hours-place = Address
button-hours-video = Video
button-hours-nowhere = Remove
button-hours-colleagues = Colleagues' hours
button-hours-back = To the hours
weekday-0 = Monday
weekday-1 = Tuesday
weekday-2 = Wednesday
weekday-3 = Thursday
weekday-4 = Friday
weekday-5 = Saturday
weekday-6 = Sunday

held-meetings = Meetings and events you signed up for: { $count }.
erased-meetings = meetings
own-file-meetings = Meetings and events
