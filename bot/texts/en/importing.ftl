### Rows of the Google form: drafts of applications with personal links.

button-rows = Rows of the Google form
button-rows-keep = Make drafts
button-rows-flaws = All mistakes as a file
button-rows-links = New links
screen-rows-file = <b>Rows of the Google form</b>

    Send an Excel (XLSX) or CSV file here, up to 1 MB. Each family gets a draft and a link of its own. You receive the links in a file and send them out yourself.

    The family presses its link, checks the answers and sends the application itself. Until the end of { $closes }. Nobody sends anything for them.
screen-rows-file-columns = Columns it must have: who applies, phone, child’s name, date of birth.
screen-rows-file-drafts = Drafts so far: { $drafts }. Taken up by families: { $taken }.
screen-rows-file-links = Lost the file with the links? Press “New links”. The old ones will not work then. Drafts that were taken up stay as they are.
screen-rows-import = <b>The file was read. Nothing is kept yet.</b>

    Lines: { $lines }. Understood: { $good }. With mistakes: { $bad }.
screen-rows-new = New drafts: { $count }.
screen-rows-more = Children added to drafts that are there: { $count }.
screen-rows-same = There already: { $count }.
screen-rows-taken = Taken up by the family: { $count }.
screen-rows-left = The family will choose itself, because the words are not clear: { $what }.
screen-rows-left-one = { $column } – { $count }
screen-rows-bad-stay = Lines with mistakes are left out. Mend them and send the file again: whoever is there will not be doubled.
screen-rows-nothing = There is nothing to make drafts of.
screen-rows-imported = <b>Kept.</b> New drafts: { $new }. Children added: { $more }. There before: { $same }. Taken up by families: { $taken }.
screen-rows-imported-links = The file with the links comes as a message of its own. One link is for one family. A link says nothing of the child. But whoever has it sees the draft. So do not pass the whole file on.
rows-links-caption = Links: { $count }. Each works once, while applications are taken.
rows-flaws-caption = Lines with mistakes: { $count }.
rows-links-name = links
rows-flaws-name = mistakes
rows-head-line = Line in the file
rows-head-link = Link
rows-head-what = What is wrong
rows-sheet-links = Links
rows-sheet-flaws = Mistakes
rows-flaw-of-child = child { $child }: { $what }

rows-column-at = Timestamp
rows-column-consent = Consent
rows-column-guardian = Who applies
rows-column-phone = Phone
rows-column-lives = Where they live now
rows-column-child = Child’s name
rows-column-born = Date of birth
rows-column-registered = Registered place
rows-column-categories = Category
rows-column-stay = Health stay or recreation
rows-column-period = When
rows-column-wishes = Wishes

rows-flaw-too-long = the text in “{ $column }” is too long.
rows-flaw-formula = there is a formula in “{ $column }”, not text.
rows-flaw-excel-error = there is an error of the spreadsheet in “{ $column }”.
rows-flaw-excel-number = the spreadsheet spoilt the phone number. Make the column text and type the number again.
rows-flaw-unreadable = there are signs in “{ $column }” that can’t be read.
rows-flaw-too-short = the text in “{ $column }” is too short.
rows-flaw-no-phone = the phone number can’t be read.
rows-flaw-no-date = the date of birth can’t be read. Write it like this: 31.12.2015.
rows-flaw-no-such-date = there is no such date of birth.
rows-flaw-in-the-future = the date of birth is still to come.
rows-flaw-too-far = the date of birth is too long ago.
rows-flaw-too-young = the child is too young for this campaign.
rows-flaw-too-old = the child is too old for this campaign.
rows-flaw-missing = “{ $column }” is empty.
rows-flaw-no-consent = the person did not agree that the data are kept.
rows-flaw-no-child = no child is named.
rows-flaw-too-many-children = more children than an application has room for. Help the family yourself.
rows-flaw-too-many-cells = more cells than columns.
rows-flaw-twice = the same children stand in line { $other }.

letter-draft-brought = You wrote to us in the Google form. We brought your answers here, so that you need not write twice.

    Check them, mend them and press “Send”. Nothing goes without you. The application counts from the minute in which you send it. We take them until the end of { $closes }.
letter-draft-link-refused = This link does not work. It may be out of date, or not whole. Try to open it once more from the message.

    It does not help? Apply yourself: /recreation. Or phone us: { $phone }, { $hours }.
letter-draft-link-used = Somebody opened this link from another phone. It works only once, so that no stranger sees the child’s data.

    If that was neither you nor your family, phone us: { $phone }, { $hours }. You can also apply yourself: /recreation.
letter-draft-link-not-now = No applications are taken now. Keep this link: it will work once we begin. When that is, /recreation says.

    Questions? Phone us: { $phone }, { $hours }.
letter-draft-link-over = Applications were taken until the end of { $closes }. So this link does not work any more, and no application can be sent by it.

    Phone us, and we will say what can be done: { $phone }, { $hours }.
toast-rows-links = Sending the file
toast-rows-none = All drafts were taken up by their families
