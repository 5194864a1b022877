### Files: what they are, what became of them, who sees them.

## Names
file-photo = photo
file-document = file
file-document-named = file { $name }
file-voice = voice message
file-video = video
file-video-note = video message
file-audio = audio
file-animation = animation
file-sticker = sticker
file-location = place on the map
file-contact = contact
file-with-length = { $what }, { $length }
file-with-size = { $what }, { $size }
file-size-kb = { $number } KB
file-size-mb = { $number } MB
file-in-album = { $number }. { $what }
file-on-the-way = { $what }. Loading
file-refused = { $what }. Not kept: { $flaw }
file-and-more = { $what } and { $count } more

## Why there is no file: for staff
flaw-too-large = over 20 MB
flaw-over-ours = over 45 MB
flaw-empty = empty
flaw-broken = damaged
flaw-locked = locked with a password
flaw-program = a program
flaw-misnamed = not what its name says
flaw-lost = Telegram did not hand it over

## To the person
letter-cannot-read =
    { $about ->
        [gift]
            Thank you for the kind thought. But we take no gifts: all help is free.

            If you want to tell us something, just write.
        [words-only]
            Words are needed here. We did not keep this.

            Please write it in words. If you changed your mind, press /cancel.
        [edited]
            You changed a message, but nothing changed on our side.

            If it matters, please write it once more in the same place. An answer in a form can be changed by “Back” or “Change”.
       *[other]
            A caseworker will not be able to read this.

            Write it in words. Or send a voice message, a photo or a file.
    } You can also call: { $phone }, { $hours }.

letter-file-refused =
    We could not take this: { $what }. { $why }

    { $advice }

    If it does not work, write so here or call us: { $phone }, { $hours }.
why-too-large = The bot takes files up to 20 MB.
why-over-ours = We keep files up to 45 MB.
why-empty = The file is empty.
why-broken = The file is damaged, it does not open.
why-locked = It opens with a password only.
why-program = It is a program, and we do not open programs.
why-misnamed = What is inside is not what its name says.
why-lost = Telegram did not hand it over to us.
advice-too-large = Send a smaller file or a shorter recording. You can take photos of papers. Or bring the file to us.
advice-over-ours = Send a smaller file or a shorter recording. Or bring the file to us.
advice-empty = Look at the file on your side and send it again.
advice-broken = Open it on your side. If it opens, send it again or take a photo.
advice-locked = Take the password off, or send photos of the pages. Do not write the password here.
advice-program = Send a document or a photo, or write it in words.
advice-misnamed = Save it anew, or send photos of the pages.
advice-lost = Please send it again.

letter-staff-file = <i>{ $author }, request { $number }</i>
letter-staff-file-words = { $text }

    <i>{ $author }, request { $number }</i>
letter-staff-file-edited = <i>{ $author }, request { $number } · corrected</i>
letter-staff-file-edited-words = { $text }

    <i>{ $author }, request { $number } · corrected</i>

## In the topic
letter-person-files = <b>The person sends</b>
    { $files }
letter-person-files-edited = <b>The person sends</b> · changed
    { $files }
letter-staff-file-refused = We have no copy of this file: { $flaw }. The person gets it, but we can’t show it later.

button-show-file = Show
button-show-files = Show all: { $count }
button-files = Files: { $count }
whisper-files = What the person sent. Only you will see it, and each look is written down.

## To the one who opened it
letter-desk-file = Request <b>{ $number }</b>: { $what }
    <i>This look was written down: who and when.</i>
letter-desk-file-words = Request <b>{ $number }</b>: { $what }
    { $text }
    <i>This look was written down: who and when.</i>
letter-desk-album = Request <b>{ $number }</b>: album of { $count } files
    <i>This look was written down: who and when.</i>
letter-desk-album-words = Request <b>{ $number }</b>: album of { $count } files
    { $text }
    <i>This look was written down: who and when.</i>
desk-place = { $place }
    { $map }
desk-place-map = Open the map
desk-contact = { $name }
    { $phone }

toast-shown = Shown to you only.
toast-on-desk = Too many for here. They are on your desk, in the chat with the bot.
refusal-file-too-large = The file is over { $most } MB, the bot can’t carry it. Nothing was sent to the person.
refusal-file-exchanged = A file that was sent can’t be exchanged. Send the new one as a message of its own.
refusal-not-carried = The bot can’t carry this to the person. Nothing was sent.
refusal-file-on-the-way = The file is still loading. Try again in a minute.
refusal-file-not-kept = We do not have this file.

## Own files
button-my-files = My files
button-put-away = Take out of this chat
button-my-file = { $what }, { $day }
button-my-file-by = { $what }, { $day }, { $author }
screen-my-files =
    Files of request <b>{ $number }</b>. Press one to look at it.

    It comes into this chat. The button below takes it out again.
screen-my-files-none = Request <b>{ $number }</b> has no files.
letter-own-file = Request <b>{ $number }</b>: { $what }
letter-own-file-by = Request <b>{ $number }</b>: { $what }. Sent by { $author }
letter-files-tidied = We have saved your photos and documents.
letter-files-tidied-gone = We took them out of this chat, so that no stranger sees them. Taken out: { $count }.
letter-files-tidied-stay = Another { $count } stay here: Telegram allows two days for that. Please delete them yourself.
letter-files-tidied-look = You can look at them with the button below or in /my.
