### For staff: /help.

help-head = <b>Your role: { $role }</b>
help-caseworker = You take requests, answer people, close. The person sees only a reply to their message or to the card. The rest stands behind “More” on the card.
help-supervisor = You watch the board and the duty, assign, look at complaints. You can do all that a caseworker can, and stand in for the owner of a request.
help-admin = The same as a supervisor. An admin is removed only by another admin.
help-in-group = <b>In the group</b>
help-on-desk = <b>On the desk, in this bot</b>
help-command = /{ $command } – { $what }
help-handbook = In full: { $page }
help-handbook-name = the handbook
