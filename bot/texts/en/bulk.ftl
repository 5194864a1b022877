### For staff: one action for many cases.

command-bulk = One action for many cases
button-bulk = For all of them
button-bulk-queue = The queue
button-bulk-mine = Mine
button-bulk-overdue = Overdue
button-bulk-tag = A tag
button-bulk-priority = Urgency
button-bulk-assign = Hand over to
button-bulk-close = Close
button-bulk-answer = A canned answer
button-bulk-letter = A letter
bulk-which = With which cases?
bulk-what = What shall be done with all of them? First you see whom it reaches.
bulk-choose = Choose.
bulk-nothing = There is nothing to choose from.
bulk-type = Write the letter in one message. First you see who would get it. You may put in { "{" }number{ "}" } or { "{" }service{ "}" }.

bulk-tag = Tag
bulk-priority = Urgent
bulk-assign = With
bulk-close = Close
bulk-answer = A canned answer
bulk-letter = A letter
bulk-title =
    { $named ->
        [yes] <b>{ $does }: { $what }</b>
       *[other] <b>{ $does }</b>
    }
bulk-cases = Cases: { $count } of { $total }
bulk-numbers = { $numbers }
bulk-people = People who will read of it: { $count }
bulk-left-out = <b>Left out</b>
bulk-left-out-line = { $why }: { $count } ({ $numbers })
bulk-no-answer = This answers nobody's question. Whoever waits, waits on.
bulk-more = No more than { $most } at once. Do the rest afterwards.
bulk-until = It holds until { $until }. What changes before that stays as it is.
button-bulk-yes = Yes, do it ({ $count })
button-bulk-no = No
button-bulk-undo = Take all of it back

left-out-no-right = somebody else has it
left-out-state = not in this state
left-out-already = it is so already
left-out-danger = danger
left-out-waits = the person waits for an answer
left-out-one-human = one human speaks with them
left-out-unreachable = it would not arrive
left-out-blank = something would be left blank
left-out-changed = changed
left-out-failed = failed

screen-bulk-progress = { $over } of { $total } looked at, { $done } done.
letter-bulk-done = Ready. Done: { $done }.
letter-bulk-undone = Taken back: { $done }.
toast-bulk-begun = Begun. How it goes stands on your desk.
toast-bulk-dropped = Nothing was done.
toast-bulk-on-desk = Write to all on your desk, in the chat with the bot: /bulk
event-bulk = one action for many cases
event-bulk-undone = the action for many cases was taken back
