### An application for recreation: last days, and dates that changed.

letter-application-reminder = A reminder about the children’s holidays.
reminder-draft =
    Your application is not sent yet. { $left ->
        [0] Today is the last day.
        [one] { $left } day is left.
       *[other] { $left } days are left.
    } We take it until the end of { $deadline }.

    Your answers are kept. Documents can be sent later.
reminder-papers = For application <b>{ $number }</b> we still need: { $documents }.
reminder-papers-unnamed = For application <b>{ $number }</b> we still need documents.
reminder-papers-until =
    { $left ->
        [0] Today is the last day.
        [one] { $left } day is left.
       *[other] { $left } days are left.
    } We wait until the end of { $deadline }.
reminder-cannot = You don’t have a document? Tell us. We will not refuse for one document before we have talked.
reminder-help = It does not work? Call: { $phone }, { $hours }.
button-reminder-draft = Go on with the application
button-remind-stop-application = No reminders of the application
button-remind-start-application = Remind me of the application again
remind-what-application = application for holidays
not-written-application = that an application waits for documents

letter-dates-changed = Dates have changed. This is about your application for holidays <b>{ $number }</b>.
letter-dates-changed-draft = Dates have changed. This is about the application for holidays that you began.
changed-days =
    We take applications on other days.
    Before: { $first_was } – { $last_was }.
    Now: { $first } – { $last }.
changed-shift = Shift: <b>{ $camp }</b>.
changed-camp = Camp. Before: { $was }. Now: { $now }.
changed-shift-days =
    Dates. Before: { $first_was } – { $last_was }.
    Now: { $first } – { $last }.
changed-transport = The way there. Before: { $was }. Now: { $now }.
changed-help = It does not suit you? Write here or call: { $phone }, { $hours }.
not-written-dates = that dates have changed
