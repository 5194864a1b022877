### A solved request closes by itself.

letter-closes-itself = We have marked request <b>{ $number }</b> as solved.
letter-closes-itself-outcome = What was done: { $outcome }.
letter-closes-itself-when = If all is well, you need not do anything. We close it on { $day }.
letter-closes-itself-if-not = The help did not arrive, or something is wrong? Press “Not yet”, or just write here. You can also call: { $phone }, { $hours }.
button-not-yet = Not yet
letter-stays-open =
    All right, request <b>{ $number }</b> stays open. The caseworker will see that not everything is solved.

    What is wrong? Write it here, a few words are enough. If you would rather not, press “Skip”: we go on anyway.

news-closed-itself = The request closed by itself: the person was told before and did not object.
news-not-solved = The person says that not everything is solved.
event-closed-itself = closed by itself, the person was told before
event-not-solved = the person says that not everything is solved
