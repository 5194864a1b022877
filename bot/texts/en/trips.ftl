### Trips: who left, who is back, who did not come.

command-trips = Children's trips

screen-trips = <b>Children's trips</b>
screen-trips-empty = Nobody has a place yet.
trip-counts = Waiting: { $wait }. In the camp: { $sent }. Back: { $back }. Did not come: { $missed }.
button-trip = { $camp }, { $first }
button-trips = To the shifts
screen-trip = First mark those who do not go. Then one press says it of all others. Children stand here by number; names are behind "Details" of the case.
trip-line = { $number }, child { $child }: { $state }{ $lacking ->
        [0] .
       *[other] . Papers or answers missing: { $lacking }.
    }
trip-missed-state = did not come ({ $why })
button-trip-send = All others left: { $count }
button-trip-complete = All others are back: { $count }
button-trip-undo = Take back what was just marked: { $count }
button-trip-child = { $number }, child { $child }
screen-trip-child =
    { $frees ->
        [yes] Not coming? Say why. In { $minutes } min the place goes to the next family. Until then the mark can be taken back.
       *[no] Not coming? Say why. The shift has begun, so the place goes to nobody.
    }
button-trip-sent = The child left
button-trip-back = The child is back
button-trip-miss = Not coming: { $why }
button-trip-undo-one = Take the mark back
button-trip-requeue = Back into the queue: child { $child }
button-trip-requeue-sure = Yes, back into the queue
button-trip-requeue-not = No, leave it as it is
screen-trip-requeue =
    { $number }, child { $child }. The place of this child has already gone on.

    The child can come back into the queue, where it stood. Whoever has a place or an offer loses nothing. We will write to the family.

    Put it back?
button-trip-list = To the list
trip-missed-ill = ill
trip-missed-plans = the family decided otherwise
trip-missed-papers = papers were not ready
trip-missed-unknown = we don't know why

letter-trip-begun = Your child is on the way to the camp. We wish them good days, new friends and sunshine. Application { $number }.
letter-trip-over = Welcome back. Thank you for trusting us with your child's rest. Application { $number }.
letter-trip-over-ask = How was it? What was good, what was not? Write a few words here: your caseworker reads them.
letter-trip-missed = We noted that the child does not go to the camp. Application { $number }. If this is a mistake, write here as soon as you can.
letter-trip-requeued = We noted by mistake that your child is not coming. We are sorry. Meanwhile the place went to another family. Your child is in the queue again, where it was. We will write as soon as a place is free. Application { $number }.

refusal-no-way-back = The child could not be put back into the queue. No shift is open to it any more, or its ground no longer holds. Please phone the family.
refusal-mark-settled =
    { $place ->
        [gone] Too late: { $minutes } min have passed, and the place has gone on. The family was written to. Phone them. A lead can put the child back into the queue.
       *[kept] Too late: { $minutes } min have passed, and the family was written to. A mistake? Phone them, and tell your lead.
    }

event-trip-begun = the child left for the camp
event-trip-over = the child is back from the camp
event-trip-missed = the child does not go to the camp
event-trip-undone = a mark about the trip was taken back
