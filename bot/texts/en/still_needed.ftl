### Before places are shared out: is one still needed?

screen-need-asks =
    <b>Is a place still needed: { $name }</b>

    Every family with a confirmed need gets one letter and has { $days ->
        [one] { $days } day
       *[other] { $days } days
    } to answer. Midway we remind it. Whoever is silent is phoned: nobody leaves the queue by silence.
need-counts = Asked: { $asked }. Needed: { $yes }. Not for all children: { $some }. Not needed: { $no }. Silent: { $silent }. Still waiting: { $waiting }.
screen-need-silent = Whom to phone. Press a number to note the answer.
button-need-asks = Still needed?
button-need-ask = Ask the families: { $count }
screen-need-desk = <b>Is a place still needed, { $number }</b>
button-need-desk = Still needed?

letter-still-needed = Soon we share out places in camps. Does your child still need one? Application { $number }.
letter-still-needed-again = A reminder: we wait for your answer. Does your child still need a place? Application { $number }.
still-needed-until = You can answer until { $at }. If you do not, we will phone: nobody leaves the queue by silence. If you say "no", you can change it until places are shared out.
button-need-yes = Yes, needed
button-need-no = Not needed any more
button-need-yes-all = Yes, needed for all
button-need-no-all = Not needed for any
button-need-child =
    { $needed ->
        [yes] { $child }: not needed any more
       *[no] { $child }: needed after all
    }
mine-need-asked = Is a place still needed? You can answer until { $at }.
mine-need-child =
    { $needed ->
        [yes] { $child }: a place is needed.
       *[no] { $child }: no place needed any more. Until places are shared out it can be changed.
    }

event-need-asked = asked whether a place is still needed
event-need-silent = no answer whether a place is still needed
event-still-needed = a place is still needed
event-not-needed = no place is needed any more
news-still-needed = The family says: a place is still needed.
news-not-needed = The family says: no place is needed any more.
call-reason-still-needed = no answer whether a place in a camp is still needed
screen-card-call-still-needed = Phone until { $by }: is a place in a camp still needed? Note the answer behind "Still needed?".
