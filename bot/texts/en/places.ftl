### Where a person lives and is registered.

screen-places =
    <b>Your places</b>
    You live now in: { $actual }.
    You are registered in: { $registered }.

    The hromada where you are registered shows which programme is yours. The place where you live shows who is near.

screen-place-ask =
    { $which ->
        [registered] Where are you registered?
       *[actual] Where do you live now?
    }

    Write the name of the city, town or village. The old name or the Russian one will do. A slip does no harm: we will show names like it.

screen-place-choices =
    You wrote: “{ $words }”. Which place is yours? Press it.

    { $more ->
        [yes] There are many of this name. If yours is missing, write it again and add the hromada, raion or oblast after a comma.
       *[no] If yours is missing, write the name again or press “Mine is not here”.
    }
screen-place-none =
    We can’t find “{ $words }”. Check the name and write it again.

    Or press “Mine is not here”. Then your words can go to a specialist.

screen-place-confirm =
    You wrote: “{ $words }”.

    We understood: <b>{ $place }</b>. Is this your place?

screen-place-abroad = In which country do you live now?

screen-privacy-places = You live in: { $actual }. Registered: { $registered }.

details-places =
    { $for_another ->
        [yes] Registered place of who writes: { $registered }
       *[no] Registered place: { $registered }
    }
    { $for_another ->
        [yes] Actual place of who writes: { $actual }
       *[no] Actual place: { $actual }
    }

place-city = city of { $name }
place-settlement = town of { $name }
place-village = village of { $name }
place-hromada = { $name } hromada
place-raion = { $name } raion
place-formerly = { $name } (formerly { $former })
place-abroad = abroad, { $country }
place-unlisted = the place is not in our list
place-not-told = not written down

button-places = Where I live and am registered
button-place-actual = Where I live now
button-place-registered = Where I am registered
button-place-abroad = Abroad
button-place-not-listed = Mine is not here
button-place-confirm = Yes, that is it
button-place-again = No, I will write again
button-places-back = Back
