### Duty: who is reached when somebody is in danger, and what the person is told about it.

## To the person: whom we called

duty-at-work =
    Nobody is on duty, we are at work.{ $called ->
        [supervisors] {" "}We call a supervisor.
        [admins] {" "}We call an admin.
       *[nobody] {""}
    } We answer by { $until }. If not, we say so.
duty-nobody =
    Nobody is on duty now.{ $called ->
        [supervisors] {" "}We wrote to a supervisor, maybe asleep.
        [admins] {" "}We wrote to an admin, maybe asleep.
       *[nobody] {""}
    } We will read it on { $until }.

letter-alarm-step =
    { $lost ->
        [yes] The person who saw your message can’t answer now.
       *[no] So far nobody has confirmed that they see your message.
    } { $rung ->
        [duty] We called the next one on duty.
        [supervisors] We called a supervisor.
       *[admins] We called an administrator.
    }
letter-alarm-step-over = We called everybody we could. So far nobody has confirmed that they see your message.
letter-alarm-step-open = If you are in danger now, call <b>112</b>. Do not wait for us.
letter-alarm-step-numbers =
    If you are in danger now, call, do not wait for us:

    { $hotlines }
letter-alarm-confirmed = { $who } sees your message. The answer will come here.
letter-alarm-confirmed-open = If it gets worse, do not wait: call <b>112</b>.

## To staff: the alarm

letter-alarm-raised =
    <b>{ $number }</b>. Very urgent. { $confirm_by ->
        [none] Press “I take it”.
       *[other] Press “I take it” by { $confirm_by }.
    }

    <tg-spoiler>{ $cause ->
        [pressed] The person pressed “I am in danger”, { $at }.
        [call] The person asks for help again, { $at }.
       *[words] That is what the person’s words sound like, { $at }.
    }{ $call ->
        [yes] {" "}They ask to be phoned right now. The number is behind “Call” on the card.
       *[no] {""}
    }
    { $late ->
        [yes] The person was promised an answer by { $until }. The time is over, there is no answer.
       *[no] The time that we named to the person: { $until }.
    }</tg-spoiler>
alarm-rung =
    { $rung ->
        [duty] You are on duty.
        [supervisors] Nobody on duty has confirmed, or nobody is on duty.
        [admins] Neither duty nor supervisors have confirmed.
       *[over] See that the person has an answer.
    } Phones of those on duty: /duty
button-see-alarm = I take it
letter-alarm-mistaken =
    <b>{ $number }</b>, { $at }.

    <tg-spoiler>The person says that it was a mistake. Whoever took their phone may write that, too. Decide whether to ask, with care.</tg-spoiler>

## The roster

command-duty = Who is on duty
screen-duty = <b>Duty.</b> Now:
screen-duty-nobody = Nobody. In danger the bot calls supervisors at once.
duty-now = { $place }. { $who }, { $phone }, until { $until }
duty-now-no-phone = { $place }. { $who }, no phone, until { $until }
screen-duty-without = <b>Nobody on:</b> { $days }.
screen-duty-coming = What comes: the buttons.
button-duty-shift = { $when } · { $place }. { $who }
button-duty-add = Add a duty
button-duty-phone = My phone
button-duty-roster = Roster

screen-duty-shift = <b>{ $who }</b>: { $when }. Order: { $place }.
duty-shift-phone = Phone: { $phone }
duty-shift-no-phone = No phone.
button-duty-stand-in = I stand in
button-duty-next-day = The same on the next day
button-duty-remove = Take out of the roster

screen-duty-phone = On which number do colleagues phone you on duty? Write it. Only staff see it.
screen-duty-phone-kept = Your number: { $phone }. Only staff see it. A new one: just write it.
button-duty-phone-forget = Remove the number

screen-duty-plan = <b>New duty</b>
duty-plan-who = Who: { $who }
duty-plan-day = Day: { $day }
duty-plan-hours = Hours: { $hours }
duty-ask-who = Who is on duty?
duty-ask-day = On which day does it begin?
duty-ask-start = From what hour?
duty-ask-end = Until when?
duty-ask-place = Whom to call first when several are on duty?
button-duty-day-bare = { $day } – nobody
button-duty-end-next-day = { $hour }, +1 day
button-duty-place = Order { $place }

letter-duty-changed =
    { $what ->
        [given] You are on duty: { $when }. Order: { $place }. If you can’t, ask a colleague to press “I stand in”.
        [removed] You are no longer on duty: { $when }.
       *[stood-in] Duty { $when }. Now: { $who }. Before: { $former }.
    }

toast-duty-added = Noted.
toast-duty-yours = Now you are on duty.
toast-duty-removed = Taken out.
toast-duty-phone-forgotten = The number is removed.
refusal-duty-flaw =
    { $why ->
        [past] That time is over. Choose another.
        [too-far] The roster is written for at most 60 days ahead.
        [length] A duty lasts from one hour to a day.
        [place] There is no such place. Choose another.
        [taken] At that time this place is taken. Choose another.
       *[twice] They are on duty at that time already.
    }
