### Places of camps: sharing out on a lead's desk, offers to families.

screen-allocation =
    <b>Sharing out places: { $name }</b>
    Order: { $order }
    Lot by: { $lot }
allocation-none = Nothing was worked out yet. Try it: nobody is told until you confirm.
allocation-working = Being worked out. The table comes here by itself, mostly within a minute.
allocation-undone = It was not worked out: too much changed meanwhile. Nobody was told anything. Please try again in a few minutes.
allocation-tried = Worked out { $at }. This is a trial: nobody was told.
allocation-confirmed = Confirmed { $at }. The bot sends offers to families by itself.
allocation-lot =
    Public value: { $value }. Numbers in the lot: { $numbers }.
    Seed: { $seed }
allocation-count = Entries in the order: { $parties }. With a place or an offer: { $offered }. Waiting: { $waiting }.
allocation-shift =
    { $number }. { $camp }: places { $places }, kept { $kept }, given { $given }, free { $left }{ $short ->
        [0] .
       *[other] . Short by { $short }: a human decides.
    }
allocation-party =
    <b>{ $rank }. { $number }</b>, children: { $children }. Weight { $weight }, time { $at } { $kept ->
        [yes] (sending)
       *[no] (papers)
    }. { $because }
allocation-why = { $why }: { $offer }
allocation-choice = shift { $shift }, places { $seats }
allocation-found = shift { $shift }: { $found } (needed { $needed }, there { $left }, ahead { $ahead })
allocation-because-first = The first.
allocation-because-weight = Behind by weight.
allocation-because-time = Behind by time.
allocation-because-lot = Behind by lot.
allocation-because-siblings = Of the same application.
allocation-why-first-wish = First wish
allocation-why-later-wish = Later wish
allocation-why-fewer-left = All that is left, fewer than needed
allocation-why-offer-stands = The offer stands
allocation-why-going = They go
allocation-why-no-seat = They wait for a place
allocation-why-same-child = The same child in another application, a human decides
allocation-why-no-shift-fits = No shift fits, ask the family
allocation-why-said-no = They said no to all they wished
allocation-why-ended = They wait no more
allocation-found-holds-all = enough places
allocation-found-fewer = fewer places
allocation-found-too-few = they said no to so many
allocation-found-full = no places
allocation-found-age = not of the age
allocation-found-refused = they said no
allocation-found-closed = not offered any more
allocation-found-not-reached = a dearer wish was enough
allocation-found-apart = brothers or sisters go elsewhere
button-allocation = Sharing out places
button-allocation-try = Work it out
button-allocation-again = Work it out again
button-allocation-confirm = Confirm and send
button-allocation-before = Before
button-allocation-after = After
screen-allocation-value =
    Send the public value as it was published.

    Named before closing: { $lot }
refusal-allocation-flaw =
    { $why ->
        [not-closed] The campaign is not at sharing out yet. Press “Share out places” first.
        [order] The order was not checked against the document. Confirm it in the campaign first.
        [no-shift] The campaign has no shifts.
        [lot-late] The value for the lot was not named before closing. Prolong the call by a day and name it.
        [no-value] One clear line is needed, of 120 signs at most.
        [nobody] There is no application.
        [confirmed] It was confirmed already.
       *[changed] Something has changed since. Work it out again.
    }
refusal-never-asked = This family was not asked yet. A supervisor can ask all: /campaigns.
refusal-offer-over = This offer stands no more. /my shows what is now.

## To a family

letter-place-offered = <b>There is a place in a camp.</b> Application { $number }.
letter-remind-place = A reminder: we wait for your answer about the place. Application { $number }.
place-for = For: { $names }.
place-line = { $camp }: { $first } – { $last }. Places: { $seats }. Way there: { $transport }.
place-fewer = There are fewer places than children. You can take as many as there are, or say no: you keep your turn.
place-until =
    { $whole ->
        [yes] Please answer by { $at }. Without an answer the place goes to the next family.
       *[no] Please answer by { $at }. Without an answer you wait on for places for all.
    }
place-ask = Questions: { $phone }, { $hours }.
button-place-take = We take it: { $camp }, { $first }, places { $seats }
button-place-decline = We do not take it
screen-place-children = Places: { $seats }, children: { $wanted }. Who goes? And should the others wait for a place in the same shift?
button-place-pick =
    { $rest ->
        [yes] { $names }, the others wait
       *[no] { $names }, the others stay
    }
place-nth-child = child { $nth }
letter-place-expired =
    { $waits ->
        [yes] The time to answer is over. Application { $number } stays in the queue where it was.
       *[no] The time to answer is over, the place goes to the next family. Application { $number }. Did something happen, and you still need it? Tell us, we will look.
    }
letter-place-waits = There were not enough places yet. Application { $number } is in the queue, families ahead: { $ahead }. We write when a place comes free. You need to do nothing.
screen-place-back-ask = Give the place back? It goes to the next family, and we can't return it. Application { $number }.
button-place-back = Give the place back
button-place-back-sure = Yes, give it back
button-place-keep = Keep it
mine-place-next = Next: say with a button below whether you take the place.
mine-place-until = Please answer by { $at }.
mine-place-bring = For the departure have this ready on paper: { $papers }. Do not send it here, you hand it over when the child leaves.
mine-place-ahead = Families ahead in the queue: { $ahead }.

## For staff

screen-place-desk = <b>Place in a camp, { $number }</b>
place-desk-none = Nothing is offered now.
place-desk-until = Children: { $children }. Answer by { $at }. Note here what they say. “Child 1” is the first of the application who waits.
place-desk-accepted = <b>Taken already</b>
button-place-desk = Place in a camp
button-place-note-yes = They take: { $camp }
button-place-note-no = They do not
matter-place = the offer of a place in a camp
call-say-place = There is a place in a camp. Ask whether they take it, and note it under “Place in a camp”.
event-place-offered = a place in a camp was offered
event-place-accepted = the place was taken
event-place-declined = they said no to the place
event-place-expired = the time to answer about the place is over
event-place-given-back = the place was given back
news-place-accepted = The family took the place in a camp.
news-place-declined = The family said no to the place in a camp.
news-place-given-back = The family gave the place in a camp back.
campaign-field-ranking = Ranking
campaign-how-ranking = By what: weight, time. Then day, minute or moment. If wanted, the day for papers: weight time; minute; 20.03.2027. After a change the order has to be checked again.
