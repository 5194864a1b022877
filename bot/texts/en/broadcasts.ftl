### Broadcasts: a letter that many people get, and the desk of the lead who writes it.

command-broadcast = Broadcasts

# To a person
letter-broadcast = { $text }
button-broadcast-stop = No more of this kind
button-broadcast-start = Send them again
button-broadcast-start-kind = Write again about: { $about }
button-broadcast-way-request = Ask for help
button-broadcast-way-my = My requests
button-broadcast-way-call = Call me
button-broadcast-way-reminders = Reminders
screen-broadcast-stopped =
    { $stopped ->
        [yes] All right. We shall not write about this any more: { $about }. Your requests are not affected.
       *[no] All right. We shall write about this again: { $about }.
    }
broadcast-days =
    { $days ->
        [0] the last day
        [one] { $days } day
       *[other] { $days } days
    }

broadcast-about-programme = programmes and applications
broadcast-about-documents = documents that are still needed
broadcast-about-visit = visits of the hub
broadcast-about-renewal = certificates to renew
broadcast-about-hours = our hours
broadcast-about-news = news of the department

# To a lead: the list
screen-broadcasts = <b>Broadcasts</b>
    Many people see such a letter. Above { $over } recipients a second person confirms it.
screen-broadcasts-none = There were no broadcasts yet.
screen-broadcasts-ready = <b>What to begin with?</b>
    You fill in the text and change it as you like.
button-broadcast-new = New broadcast
button-broadcast-ready = Ready-made
button-broadcast-empty = An empty letter
button-broadcast-list = All broadcasts
button-broadcast-line = { $state }: { $title }
broadcast-no-title = no text yet

broadcast-state-draft = draft
broadcast-state-awaiting = to be confirmed
broadcast-state-scheduled = scheduled
broadcast-state-running = under way
broadcast-state-paused = paused
broadcast-state-stopped = stopped
broadcast-state-finished = finished
broadcast-state-expired = expired

# One broadcast
screen-broadcast-run = <b>{ $title }</b>
    State: { $state }. About: { $about }.
broadcast-begins = Begins: { $begins }
broadcast-languages = Languages: { $languages }
broadcast-file = Attached: { $file }
broadcast-file-refused = The file was not taken: send another one.
broadcast-buttons = Buttons: { $buttons }
broadcast-everybody = To: everybody who agreed.
broadcast-again = To: those whom it did not reach the last time.
broadcast-segment-line = { $dimension }: { $values }
broadcast-reach = Will get it: { $gets }. Can’t be reached: { $unreachable }. Do not want it: { $stopped }.
broadcast-other-language = Without a text in their language: { $count }. They get the Ukrainian one.
broadcast-variable = { $variable }: { $value }
broadcast-variable-missing = { $variable }: not said yet
broadcast-when-now = When: at once, when it is confirmed.
broadcast-when-at = When: { $at }.
broadcast-when-before = When: { $days } days before the date, at { $hour }.
broadcast-repeat-week = Then: every week.
broadcast-repeat-month = Then: every month.
broadcast-repeat-rule = The next ones go by themselves, unless there are many more people.
broadcast-repeat-person = A second person confirms each of the next ones.
broadcast-repeat-ended = It does not come again.
broadcast-keep = Holds for { $hours } h from its beginning.
broadcast-night = From 21:00 to 8:00 we send nothing. It goes on at 8:00.
broadcast-author = Written by { $author }
broadcast-confirmed-by = Confirmed by { $who }
broadcast-never = Never to: watched phones, people in danger, families of the missing, captured and fallen.
broadcast-second = More than { $over } recipients: it goes when a second person has confirmed it.
broadcast-price = Paid speed: at most { $stars } Telegram Stars from the bot’s balance.
broadcast-sure = Send it?

button-broadcast-text-uk = Text in Ukrainian
button-broadcast-text-en = Text in English
button-broadcast-file = Photo or document
button-broadcast-no-file = No file
button-broadcast-buttons = Buttons
button-broadcast-whom = To whom
button-broadcast-about = About what
button-broadcast-when = When
button-broadcast-keep = How long it holds
button-broadcast-preview = Show me
button-broadcast-ask = Send…
button-broadcast-send = Yes, send it ({ $count })
button-broadcast-to-second = Ask a second person ({ $count })
button-broadcast-drop = Delete the draft
button-broadcast-confirm = I confirm
button-broadcast-decline = I do not
button-broadcast-pause = Pause
button-broadcast-go-on = Go on
button-broadcast-stop-run = Stop for good
button-broadcast-resend = Again to those who missed it ({ $count })
button-broadcast-like = Make one like it
button-broadcast-end-repeat = Do not repeat any more
button-broadcast-back = Back to the letter
button-broadcast-refresh = Refresh

letter-broadcast-to-confirm = <b>A broadcast needs your consent</b>
letter-broadcast-preview = { $text }
letter-broadcast-answered =
    { $confirmed ->
        [yes] { $who }: the broadcast “{ $title }” is confirmed.
       *[no] { $who }: the broadcast “{ $title }” is not confirmed. It is a draft again.
    }
screen-broadcast-progress = <b>{ $title }</b>: { $state }
    Sent { $sent } of { $total }. Failed: { $failed }. Left: { $left }.
broadcast-speed = Speed: { $speed } a second. End: { $ends }.
broadcast-speed-unknown = Speed: { $speed } a second.
letter-broadcast-result = <b>{ $title }</b>: { $state }
    Sent { $sent } of { $total }.
broadcast-unsent = Not sent, since it was stopped or expired: { $count }.
broadcast-not-begun = It did not begin.
broadcast-why-line = { $why }: { $count }

broadcast-why-blocked = blocked the bot
broadcast-why-deactivated = the account is gone
broadcast-why-unreachable = can’t be reached
broadcast-why-expired = too late
broadcast-why-stopped-kind = do not want it
broadcast-why-changed = circumstances changed
broadcast-why-refused = refused by Telegram
broadcast-why-own-failure = our own failure

# Menus of a draft
screen-broadcast-menu = <b>{ $what }</b>
broadcast-menu-reach = Would get it now: { $gets }.
broadcast-menu-whom = To whom
broadcast-menu-category = Category
broadcast-menu-registered = Where registered (hromada)
broadcast-menu-oblast = Where they live (oblast)
broadcast-menu-hromada = Where they live (hromada)
broadcast-menu-service = Service of a request
broadcast-menu-state = State of a request
broadcast-menu-language = Language
broadcast-menu-seen = When they wrote last
broadcast-menu-missing = A document is missing
broadcast-menu-about = What it is about
broadcast-menu-buttons = Buttons below the letter
broadcast-menu-link = A button with a link
broadcast-menu-when = When
broadcast-menu-time = Time
broadcast-menu-before = How many days before the date
broadcast-menu-keep = How long it holds
broadcast-menu-text-uk = Text in Ukrainian
broadcast-menu-text-en = Text in English
broadcast-menu-file = File
broadcast-menu-programme = Programme
broadcast-menu-date = Date
broadcast-menu-place = Place
broadcast-menu-hours = Hours
broadcast-menu-document = Document

broadcast-type-hromada = Write the name of a hromada or of a place in it.
broadcast-type-link = Write: Words | https://address. With English words: Напис | Label | https://address
broadcast-type-time = Write a time, for instance: tomorrow 9:00 or 27.11 9:00
broadcast-type-text = Send the text as one message, formatted if you like. Variables: { $variables }.
broadcast-type-text-en = The same in English. The sign “-” takes this text away.
broadcast-type-file = Send a photo or a document. The words below it are the text of the letter, up to { $most } characters.
broadcast-type-value = Write it in one line. With English: слово | word
broadcast-type-date = Write a date, for instance: 01.12.2026
broadcast-type-now = Now: { $now }
broadcast-on = { $label } (chosen)
broadcast-option-now = At once
broadcast-option-once = Once
broadcast-option-week = Every week
broadcast-option-month = Every month
broadcast-option-rule = The next ones go by rule
broadcast-option-time = A time of your own
broadcast-option-before = N days before a date
broadcast-option-before-days = { $days } days before
broadcast-option-hours = { $hours } h
broadcast-option-seen = Within { $days } days
broadcast-option-yes = Yes
broadcast-option-link = A link
broadcast-option-none = Take the buttons away

toast-broadcast-paused = Paused. A few letters are on their way.
toast-broadcast-goes-on = It goes on.
toast-broadcast-stopped = Stopped.
toast-broadcast-confirmed = Confirmed.
toast-broadcast-declined = Not confirmed.
toast-broadcast-sent = Done.
refusal-broadcast-flaw =
    { $why ->
        [empty] Write the Ukrainian text first.
        [long] The text is too long: at most 3000 characters.
        [long-caption] With a file the text has at most 900 characters.
        [unknown] There is a word in braces that we do not know.
        [blank] Fill in the blanks of the text.
        [file] One photo or one document fits.
        [large] The file is too large.
        [link] That could not be read. An example: Site | https://example.org
        [buttons] At most three buttons.
        [day] That is no date. An example: 01.12.2026
        [value] Write it in one line, up to 200 characters.
        [many] Too many: up to 50 values.
        [place] No such hromada was found. Try another name.
        [date] Say the date first. The text needs the word for date in braces.
        [time] That time could not be read. An example: tomorrow 9:00
        [past] That time is over. Choose another one.
        [far] At most 60 days ahead.
        [no-moment] All these days are over. Change the date or the days.
        [nobody] There is no second person who could confirm it. Add a lead.
        [nobody-there] Nobody would get this letter now.
        [not-over] The broadcast is not over yet.
       *[nobody-failed] It reached everybody.
    }
