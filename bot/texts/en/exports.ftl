### Files of a campaign on a supervisor's desk: the table for the order, a summary, documents, the sharing out of places.

button-exports = Tables and documents
screen-exports =
    <b>Tables and documents: { $name }</b>
    Only you get the file. We ask what it is for, and write it down.
screen-exports-log = <b>Last files</b>
screen-exports-line = { $at } – { $who }: { $what }. What for: { $reason }. Rows: { $rows }, { $state }.
screen-export =
    <b>{ $what }</b>
    { $inside }
screen-export-personal = The file holds data of families. We note the look at each application. The file goes from the chat after { $minutes } min: save it where strangers can’t see it.
screen-export-why = What do you need the file for?
export-order = Table for the order
export-summary = Summary
export-papers = Accepted documents
export-trial = Trial of places
export-places = Places
export-inside-order = A row a child. The columns are those of the campaign.
export-inside-summary = How many children by hromada, category, age and kind of stay, with charts. No names.
export-inside-papers = An archive: a folder for each application, no names in file names. A large one comes in parts.
export-inside-trial = Who would get what and why. Application numbers only, no names.
export-inside-places = Who got what and why.
export-for-order = Preparing the order
export-for-camp = For the camp or the escorts
export-for-report = Preparing a report
export-for-check = Checking
export-state-going = being gathered
export-state-ready = being sent
export-state-sent = sent
export-state-failed = failed
export-state-stopped = stopped
screen-export-progress = <b>{ $what }</b>: { $name }
export-going = Gathering rows: { $done } of { $total }. Go on working, the file comes here.
export-ready =
    { $parts ->
        [1] Rows gathered: { $rows }. Making the file and sending it.
       *[other] Files gathered: { $rows }. Sending them in { $parts } parts.
    }
export-sent = Sent, rows: { $rows }. The file goes from the chat after { $minutes } min. Need it again? Just ask.
export-failed = Sorry, the file could not be made. Nothing is lost. Please try again a little later.
export-stopped = Stopped. There will be no file.
button-export-stop = Stop
button-export-again = Make it again
letter-export-table =
    <b>{ $what }</b>: { $name }
    As of { $at }. Rows: { $rows }.
    The file goes from the chat after { $minutes } min. Save it where strangers can’t see it.
letter-export-papers =
    <b>Accepted documents</b>: { $name }
    As of { $at }. { $parts ->
        [1] Files: { $files }.
       *[other] Part { $part } of { $parts }, files: { $files }.
    }
    The file goes from the chat after { $minutes } min. Save it where strangers can’t see it.
refusal-export-flaw =
    { $why ->
        [going] We are making such a file for you already. Wait for it, or stop it.
       *[empty] Such a file would not have a single row yet.
    }
reading-exported = a file for a supervisor

## Columns

campaign-field-columns = Columns
campaign-how-columns = Columns of the table for the order, from left to right. Write each on a line of its own.
screen-campaign-columns-left =
    There are these, too:
    { $left }
export-column-number = Application number
export-column-child = Child
export-column-born = Date of birth
export-column-age = Age
export-column-age-on = Age on { $day }
export-column-categories = Confirmed categories
export-column-hromada = Registered hromada
export-column-registered = Registered place
export-column-lives = Lives now
export-column-guardian = Who applied
export-column-phone = Phone
export-column-tax = Tax number
export-column-certificate = Displaced person’s certificate
export-column-size = Height and clothing size
export-column-meets = Who meets the child
export-column-stay = Kind of stay
export-column-period = Wished time
export-column-shift = Shift
export-column-state = State
export-column-filed = Application sent
export-head-rank = Place in the queue
export-head-position = Child in the application
export-head-weight = Weight
export-head-counts-from = Counted from
export-head-kept = Whose time
export-head-because = Why behind the one before
export-head-why = Decision
export-head-offer = What is offered
export-head-tried = Wishes in turn
export-head-children = Children
export-kept-sent = sending
export-kept-papers = documents
export-by-hromada = By hromada
export-by-category = By category
export-by-age = By age
export-by-stay = By kind of stay
export-not-known = not known
export-no-category = no confirmed category
