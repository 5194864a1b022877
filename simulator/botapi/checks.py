"""Parameters, results and updates compared with aiogram's own types, so that the simulator cannot drift from them.

aiogram is imported only here and only when checks are on, since that takes seconds.
"""

from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from simulator.botapi.errors import Refusal, bad_request
from simulator.botapi.params import Params
from simulator.world.model import JSON

UPLOADABLE = frozenset(
    {"animation", "audio", "certificate", "document", "photo", "sticker", "thumbnail", "video", "video_note", "voice"}
)


class DriftError(AssertionError):
    """The simulator is about to say something that the library's types refuse: a defect of the simulator."""


def load() -> None:
    """Import the library now rather than at the first call."""
    _method_types()
    _update_adapter()


def check_params(name: str, params: Params) -> None:
    """Refuse parameters that the library's method class would refuse."""
    method_type = _method_types().get(name.lower())
    if method_type is None:
        return
    values = {name: params.values[name] for name in params.values if name not in UPLOADABLE}
    values |= {name: params.structured(name) for name in values if name not in _texts(method_type)}
    given = set(params.values) | set(params.uploads)
    files = {name: "file" for name in UPLOADABLE if name in method_type.model_fields and name in given}
    try:
        method_type.model_validate(values | files)
    except ValidationError as error:
        raise _refusal(error) from None


def check_result(name: str, result: Any) -> None:
    """Raise `DriftError` if the library could not read this result."""
    method_type = _method_types().get(name.lower())
    if method_type is not None:
        _validate(_adapter(method_type.__returning__), result, name)


def check_update(update: JSON) -> None:
    """Raise `DriftError` if the library could not read this update."""
    _validate(_update_adapter(), update, "update")


@cache
def _texts(method_type: Any) -> frozenset[str]:
    """The parameters that may be plain text, which can look like JSON without being meant so."""
    return frozenset(name for name, field in method_type.model_fields.items() if _may_be_text(field.annotation))


def _may_be_text(annotation: Any) -> bool:
    is_union = get_origin(annotation) in {Union, UnionType}
    return annotation is str or (is_union and any(_may_be_text(part) for part in get_args(annotation)))


def _refusal(error: ValidationError) -> Refusal:
    first = error.errors(include_input=False, include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return bad_request(f"parameter {place}: {first['msg']}")


def _validate(adapter: TypeAdapter[Any], value: Any, name: str) -> None:
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        places = [".".join(map(str, item["loc"])) for item in error.errors(include_input=False, include_url=False)]
        msg = f"{name}: aiogram cannot read {', '.join(places[:5])}"
        raise DriftError(msg) from None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


@cache
def _update_adapter() -> TypeAdapter[Any]:
    from aiogram.types import Update

    return TypeAdapter(Update)


@cache
def _method_types() -> dict[str, Any]:
    from aiogram import methods

    found: list[Any] = [getattr(methods, name) for name in methods.__all__]
    return {kind.__api_method__.lower(): kind for kind in found if isinstance(_name(kind), str)}


def _name(kind: Any) -> Any:
    """The method's name; the base class has only a property there."""
    return getattr(kind, "__api_method__", None)
