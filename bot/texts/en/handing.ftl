### Providers and what is handed to them: the person's consent, the sheet, the receipt.

## To the person

letter-transfer-asked = <b>{ $provider }</b> can help with this. We can pass your request <b>{ $number }</b> there, so that you need not write twice.
letter-transfer-contacts = Contacts: { $contacts }.
letter-transfer-until = They accept requests until { $until }.
letter-transfer-only = We would pass only this:
transfer-item = – { $item }: { $value }
letter-transfer-promise = When they confirm that they have it, we write to you. If not by { $by }, we phone them ourselves.
letter-transfer-may = May we pass it on?
button-transfer-yes = Yes, pass it on
button-transfer-no = No, do not pass it on
button-transfer-talk = Ask the caseworker

letter-transfer-going = You allowed us to pass on request <b>{ $number }</b>: <b>{ $provider }</b>. We are passing it on.
letter-transfer-received = { $provider }: on { $on } they confirmed that they have your request <b>{ $number }</b>.
letter-transfer-there = Their number for it: { $there }.
letter-transfer-next = They will contact you. If they do not, write to us here.
letter-transfer-late = We are passing on request <b>{ $number }</b>: { $provider }. By { $by } they should have confirmed that they have it. There is no word yet.

    The supervisor knows. We are phoning them ourselves and will write what they said.
letter-transfer-turned-away = { $provider }: they cannot take request <b>{ $number }</b>. It stays with us. We are looking for somebody else and will write to you.
letter-transfer-stopped = We no longer pass on request <b>{ $number }</b>: { $provider }. Nothing went there.
letter-transfer-stopped-left = We no longer pass on request <b>{ $number }</b>: { $provider }. The letter has already left. We will ask them to delete what they got.

screen-transfer = <b>Passing on a request</b>

    { $stands }
screen-transfer-declined = All right, we do not pass it on. Request <b>{ $number }</b> stays with us. The caseworker will write what else is possible.
screen-transfer-handing = { $sent ->
        [yes] We are passing on request <b>{ $number }</b>: { $provider }. The letter has left, and we await their word until { $by }.
       *[no] We are passing on request <b>{ $number }</b>: { $provider }. We await their word until { $by }.
    } If they are silent, we phone them ourselves.
screen-transfer-late = Request <b>{ $number }</b> is not confirmed yet: { $provider }. The supervisor knows, and we are phoning them ourselves.
screen-transfer-shared = You allowed only this:
screen-transfer-may-withdraw = Until they confirm, you can change your mind.
button-transfer-withdraw = Do not pass it on any more
button-transfer-look-own = What exactly we pass on
button-own-transfer = Passing on: { $provider }
button-own-transfer-bare = Passing on the request
transfer-somewhere = another office or organisation

item-number = Number of the request
item-name = Name
item-phone = Phone
item-service = Service
item-summary = What it is about
item-registered = Hromada of registration
item-actual = Where the person lives now
item-audience = Who asks
item-category = Category
item-age = Age
item-household = People in the household

mine-event-transfer-asked = We asked whether we may pass the request on
mine-event-transfer-agreed = You allowed us to pass the request on
mine-event-transfer-declined = You asked us not to pass the request on
held-transfers = Permissions to pass data to others: { $count }.
erased-transfers = what was passed to others
own-file-transfers = What was passed to others
own-file-transfer = { $number }, { $provider }: { $state }

## For staff: history, topic, card

event-transfer-asked = Asked whether it may be passed to a provider
event-transfer-agreed = Consent to pass it on received
event-transfer-declined = No consent to pass it on
event-transfer-sent = Sent to the provider
event-transfer-received = The provider confirmed the receipt
event-transfer-late = The provider did not confirm in time
event-transfer-turned-away = The provider did not take it
event-transfer-stopped = Passing on was stopped
letter-transfer-news = { $change ->
        [handing] The person allowed us to pass the case on. The sheet is on the desk, behind the button.
        [declined] The person does not want the case passed on. They wait for another way.
       *[stopped] The person took the consent back. If the letter has left, ask the provider to delete the data.
    }
screen-card-handing = { $count ->
        [one] Passing on to a provider: not confirmed yet
       *[other] Passing on to providers: { $count }, not confirmed yet
    }
button-transfers = Pass to a provider
matter-transfer = consent to pass it on
call-say-transfer = Ask whether the case may be passed to a provider. Read out from the desk what exactly we pass on.
reading-why-transfer = passing on to a provider

## On the desk: passing on

screen-transfers = <b>Passed on in case { $number }</b>
screen-transfers-none = Nothing was passed on in this case.
button-transfer-new = Pass to somebody else as well
button-transfer-line = { $provider }: { $state }
button-transfers-back = To what was passed on
button-transfer-back = Back to this one
transfer-picking = choosing what to pass on
transfer-asked = waiting for consent
transfer-declined = no consent
transfer-handing = passing on
transfer-received = received
transfer-turned-away = not taken
transfer-stopped = stopped

screen-transfer-choice = <b>{ $number }</b>. To whom? Those who serve the person's place come first. The person knows nothing yet.
screen-transfer-nobody = <b>{ $number }</b>. There are no providers in the list yet. A supervisor adds them: /providers
button-provider-near = { $name } · for the person's place
button-provider-bare = { $name } · no contacts
button-provider-closed = { $name } · not accepting now

screen-transfer-desk = <b>{ $number }</b> → <b>{ $provider }</b>
    State: { $state }. Channel: { $channel }.
    Contacts: { $contacts }
screen-transfer-pick = Choose what to pass on: only what is needed. Next you see the letter to the person.
screen-transfer-pick-heard = Choose what to pass on: only what is needed. This person can't be asked by a button: read it to them and note what they said.
screen-transfer-asked = The person was asked { $at }.
screen-transfer-agreed = Consent: { $on }, { $way }.
screen-transfer-due = We await their word until { $by }. Then the supervisor is told.
screen-transfer-overdue = Their word was due by { $by }. Phone the provider. The person knows that we are phoning.
screen-transfer-sent = Left { $at }.
screen-transfer-receipt = Received: { $on }, { $way }.
button-item-picked = { $item } – passed on
button-summary-new = Describe the request
button-summary-change = Change the description
button-transfer-look = What the person will read
button-transfer-ask = Ask the person
button-transfer-heard = Note what the person said
button-transfer-sheet = The sheet to pass on
button-transfer-sent = It has left
button-transfer-receipt = They confirmed the receipt
button-transfer-away = They do not take it
button-transfer-stop = Stop passing it on

screen-transfer-summary = <b>{ $number }</b>. Write in a few sentences what it is about. The person reads it word for word. Up to 600 signs, no diagnoses and no other people's names.
screen-transfer-summary-now = This stands here now and can be copied:

    { $now }
letter-transfer-look = <b>This is how the person will read it</b>
letter-transfer-look-heard = <b>Read this to the person and ask whether you may</b>
screen-transfer-how = <b>{ $number }</b>. { $what ->
        [consent] How did the person say it?
       *[receipt] How did the provider confirm it?
    }
screen-transfer-how-day = <b>{ $number }</b>. { $what ->
        [consent] What did the person say, and on which day?
       *[receipt] On which day was it confirmed?
    }
consent-way-press = by a button in Telegram
consent-way-phone = on the phone
consent-way-visit = on a visit
consent-way-post = by post
receipt-way-phone = on the phone
receipt-way-email = by e-mail
receipt-way-paper = on paper
receipt-way-visit = in person
receipt-way-chat = by a button in the bot
day-today = today
button-consent-yes = Agreed: { $day }
button-consent-no = Did not agree
screen-transfer-who = <b>{ $number }</b>, { $provider }. Who confirmed that they have it? Write name and position. In the second line their number for it, if there is one.

## The sheet for the provider

letter-transfer-sheet = { $head }

    { $text }
letter-transfer-handed = <b>Case { $number } is passed to you</b>

    { $text }
sheet-head-email = <b>An e-mail.</b> Copy it and send it yourself: the bot sends it to nobody.
    To: { $to }
    Subject: Request { $number }
sheet-head-paper = <b>A sheet of paper.</b> Print it and pass it on yourself: the bot sends it to nobody.
    To: { $to }, { $address }
sheet-head-phone = <b>Read it out on the phone.</b>
    To: { $to }, { $phone }
sheet-head-chat = <b>The provider sees this in its own staff chat.</b>
    To: { $to }
sheet-to = Good day. Please help a person who turned to us.
sheet-to-contact = { $contact }, good day. Please help a person who turned to us.
sheet-consent = The person allowed us to pass exactly this to you, { $on } ({ $way }). We pass on no other data.
sheet-confirm = Please confirm by { $by } that you have it, and tell us your number for it. Phone: { $phone }, { $hours }.
sheet-from = { $author }, { $ours }
letter-transfer-offered = Request <b>{ $number }</b> is passed to you. Confirm that you have it by { $by }.
button-transfer-handed = Look at it on the desk
button-transfer-take-in = We have it

## On the desk: providers

screen-providers = { $count ->
        [one] <b>Providers</b>: { $count }. A case can be passed to them once the person allows it.
       *[other] <b>Providers</b>: { $count }. A case can be passed to them once the person allows it.
    }
screen-providers-empty = <b>Providers</b>. The list is still empty. These are hromadas, organisations and offices to which we pass cases.
screen-providers-bare = “No contacts”: nothing can be passed there until they are known.
screen-providers-page = Page { $page } of { $pages }
button-provider-new = New provider
button-provider-file = Upload a list
button-providers-back = To the providers
screen-provider = <b>{ $name }</b>
    { $kind }. Whom they help: { $areas }
    Channel: { $channel }
screen-provider-contacts = Phone: { $phone }
    E-mail: { $email }
    Address: { $address }
    Ask for: { $contact }
screen-provider-dates = They accept: { $begin } to { $end }
screen-provider-from = They accept from { $begin }
screen-provider-until = They accept until { $end }
screen-provider-lacks = The contact by which things are passed on is missing. Add it.
screen-provider-by = Changed { $at }, { $who }
screen-provider-removed = Taken out of the list. No new cases are passed there.
provider-everywhere = everybody
provider-channel-chat = staff chat
provider-channel-phone = phone
provider-channel-email = e-mail
provider-channel-paper = paper
button-provider-edit = Change
button-provider-remove = Take out of the list
button-provider-restore = Put back into the list
screen-provider-text = Copy this, fill it in and send it as one message. Kind: громада, ГО or установа. Channel: телефон, пошта, папір or чат.

    { $now }
screen-provider-file = Send a CSV file here. Its first line names the columns:

    { $columns }

    “Назва”, “Вид” and “Канал” are needed, the rest is up to you. Kind: громада, ГО or установа. Channel: телефон, пошта, папір or чат. Hromadas or oblasts with commas between. Dates: 31.12.2026. First we show what is in the file.
screen-provider-import = <b>The file was read, nothing is wrong.</b>
    New: { $new }. Will change: { $changed }. As they were: { $same }.
screen-list-bare = { $count ->
        [one] Without contacts: { $count }. Nothing can be passed there yet.
       *[other] Without contacts: { $count }. Nothing can be passed there yet.
    }
screen-list-stays = Whoever is in the list and not in the file stays as it is.
screen-list-wrong = { $count ->
        [one] <b>{ $count } line of the file is wrong.</b> Nothing was kept. Mend it and send the file again.
       *[other] <b>{ $count } lines of the file are wrong.</b> Nothing was kept. Mend them and send the file again.
    }
screen-list-line = Line { $line }: { $what }
screen-list-more = { $count ->
        [one] And { $count } more.
       *[other] And { $count } more.
    }
screen-list-unknown = We do not know these columns and left them out: { $columns }.
screen-list-unfit = <b>The file can't be read.</b> { $why } Nothing was kept.
screen-list-columns = This is about: { $columns }.
screen-list-failed = <b>The file did not arrive.</b> Nothing was kept. Send it again.
screen-providers-imported = <b>Kept.</b> New: { $new }. Changed: { $changed }. As they were: { $same }.
button-list-keep = Keep all of it
button-list-drop = Keep nothing
button-list-again = Send another file

provider-column-name = Name
provider-column-kind = Kind
provider-column-areas = Area
provider-column-channel = Channel
provider-column-phone = Phone
provider-column-email = E-mail
provider-column-address = Address
provider-column-contact = Ask for
provider-column-from = Accepts from
provider-column-until = Accepts until
provider-column-chat = Staff chat
provider-flaw-missing = “{ $column }” is empty, and something is always needed there.
provider-flaw-kind = kind “{ $value }” is not known. Write: громада, ГО or установа.
provider-flaw-channel = channel “{ $value }” is not known. Write: телефон, пошта, папір or чат.
provider-flaw-area = there is no hromada or oblast “{ $value }”. Check the name, or write the KATOTTG code.
provider-flaw-chat = “{ $value }” does not work with this bot.
provider-flaw-name = the name has no letter in it.
provider-flaw-phone = phone “{ $value }” can't be read.
provider-flaw-email = e-mail “{ $value }” can't be read.
provider-flaw-date = date “{ $value }” can't be read. Write it like this: 31.12.2026.
provider-flaw-dates-turned = “Accepts until” is before “Accepts from”.
provider-flaw-too-long = the text in “{ $column }” is too long. { $most } signs at most.
provider-flaw-formula = a formula in “{ $column }”, not a text. Write the value itself.
provider-flaw-excel-error = an error of the table in “{ $column }”: { $value }. Write the value itself.
provider-flaw-excel-number = the table spoilt the phone: { $value }. Make the column text and write the number again.
provider-flaw-unreadable = there are signs here that can't be read. { $value }
provider-flaw-too-many-cells = more cells than columns. Is there a separator inside a text? Put the text into quotes.
provider-flaw-twice = line { $value } has the same name already.
provider-file-empty = It is empty.
provider-file-excel = It is an Excel workbook. Save it as CSV and send it again.
provider-file-not-text = It is no table of text. Save the list as CSV.
provider-file-too-large = It is larger than 1 MB. Part the list.
provider-file-too-many = It has over 2000 lines. Part the list.
provider-file-no-columns = Names of columns are missing in its first line.
provider-file-column-twice = A column is named twice.
provider-file-no-lines = It has nothing but the names of columns.
provider-file-quotes = A quotation mark is never closed.

refusal-provider-flaw = Not kept: { $what } Mend it and send it again.
refusal-provider-there = There is a provider of this name already.
refusal-provider-unreachable = This provider has no contacts. First a supervisor adds them: /providers
refusal-heard-only = This person can't be asked by a button. Read it to them and note what they said.
refusal-nothing-shared = Choose what to pass on: the number alone is too little.
refusal-too-long = Too long: { $most } signs at most. Shorten it and send it again.
refusal-list-flawed = The file has mistakes. Nothing was kept.
toast-provider-removed = Taken out of the list
toast-provider-restored = Back in the list
toast-transfer-asked = The person was asked
toast-transfer-noted = Noted
command-providers = Providers: to whom we pass cases
button-refer-transfer = Pass to another provider
