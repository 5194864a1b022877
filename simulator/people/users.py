"""People: who they are, and whether the bot may write to them."""

from aiohttp import web

from simulator.people import body
from simulator.people.body import Body, PeopleError
from simulator.world import members, views
from simulator.world.model import JSON, Person
from simulator.world.world import World

SIDES = frozenset({"person", "staff"})


class UserRoutes:
    """`/sim/me` and `/sim/users`."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def me(self, _: web.Request) -> web.Response:
        """The bot's user."""
        return web.json_response(views.bot_me_json(self._world.bot))

    async def listing(self, _: web.Request) -> web.Response:
        """Everybody."""
        return web.json_response({"users": [_user(person) for person in self._world.people.values()]})

    async def add(self, request: web.Request) -> web.Response:
        """Register a person; the same id again changes what is known about them."""
        given = await body.read(request)
        user_id = given.integer("id")
        if user_id is not None and (user_id <= 0 or user_id == self._world.bot.id):
            raise PeopleError("id must be positive and not the bot's")
        known = self._world.people.get(user_id) if user_id is not None else None
        if known is None:
            person = Person(user_id or self._world.next_person_id(), given.required("first_name"))
            _describe(person, given)
            self._world.add_person(person)
        else:
            person = known
            person.first_name = given.text("first_name") or person.first_name
            _describe(person, given)
            self._world.hub.publish({"users": True})
        return web.json_response(_user(person))

    async def block(self, request: web.Request) -> web.Response:
        """The person blocks the bot."""
        return self._set_blocked(request, blocked=True)

    async def unblock(self, request: web.Request) -> web.Response:
        """The person lets the bot write again."""
        return self._set_blocked(request, blocked=False)

    async def deactivate(self, request: web.Request) -> web.Response:
        """The person deletes their account; the bot is told nothing and can write to them no more."""
        person = self._person(request)
        person.deactivated = True
        self._world.hub.publish({"users": True})
        return web.json_response(_user(person))

    def _set_blocked(self, request: web.Request, *, blocked: bool) -> web.Response:
        person = self._person(request)
        members.block(self._world, person.id, blocked)
        return web.json_response(_user(person))

    def _person(self, request: web.Request) -> Person:
        person = self._world.people.get(body.path_number(request, "user"))
        if person is None:
            raise PeopleError("no such person", 404)
        return person


def _describe(person: Person, given: Body) -> None:
    for name in ("last_name", "username", "language_code", "phone"):
        value = given.text(name)
        if value is not None:
            setattr(person, name, value)
    person.shown = None
    person.about = given.text("about") or person.about
    side = given.text("side") or person.side
    if side not in SIDES:
        raise PeopleError("side must be person or staff")
    person.side = side


def _user(person: Person) -> JSON:
    """The Bot API's User with what only the page and tests want to know."""
    return views.person_json(person) | {
        "phone": person.phone,
        "about": person.about,
        "side": person.side,
        "blocked": person.blocked,
        "deactivated": person.deactivated,
    }
