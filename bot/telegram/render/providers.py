"""Providers on the desk: the list, one of them, and a file with many, looked at before it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aiogram.enums import ButtonStyle
from aiogram.types import InlineKeyboardButton

from bot.telegram.callbacks import DeskRefresh
from bot.telegram.callbacks.providers import ProviderDo, ProviderFile, ProviderNew, Providers, ProviderStep, UploadDo
from bot.telegram.keyboards import button, column
from bot.telegram.render.name import Name
from bot.telegram.render.names import unknown_or
from bot.telegram.render.provider_flaws import COLUMNS, UNFIT, flaw_said
from bot.telegram.render.registry import shows
from bot.telegram.render.steps import PROVIDERS as KINDS
from bot.telegram.rendered import Rendered
from bot.texts.wording import Markup, Words, code, join
from casework.letters.sights.providers import (
    ProviderFileSight,
    ProviderImportSight,
    ProviderSight,
    ProvidersImportedSight,
    ProvidersSight,
    ProviderTextSight,
)
from rules.providers import Channel
from rules.tables import Unfit

CHANNELS: Mapping[Channel, Name] = {
    Channel.STAFF_CHAT: lambda t: t.plain("provider-channel-chat"),
    Channel.PHONE: lambda t: t.plain("provider-channel-phone"),
    Channel.EMAIL: lambda t: t.plain("provider-channel-email"),
    Channel.PAPER: lambda t: t.plain("provider-channel-paper"),
}


@shows("providers", of=ProvidersSight)
def providers(shown: ProvidersSight, t: Words) -> Rendered:
    """The list by name; without the contact that its channel needs one is marked."""
    parts = [t.get("screen-providers", count=shown.count) if shown.count else t.get("screen-providers-empty")]
    if any(each.bare for each in shown.lines):
        parts.append(t.get("screen-providers-bare"))
    if shown.pages > 1:
        parts.append(t.get("screen-providers-page", page=str(shown.page + 1), pages=str(shown.pages)))
    onwards = shown.page + 1 < shown.pages
    return Rendered(
        join(parts, "\n\n"),
        keyboard=column(
            *(
                button(
                    t.plain("button-provider-bare", name=each.name) if each.bare else each.name,
                    ProviderDo(provider=each.provider_id, step=ProviderStep.OPEN),
                )
                for each in shown.lines
            ),
            button(t.plain("button-previous-page"), Providers(page=shown.page - 1)) if shown.page else None,
            button(t.plain("button-next-page"), Providers(page=shown.page + 1)) if onwards else None,
            button(t.plain("button-provider-new"), ProviderNew()) if shown.may_change else None,
            button(t.plain("button-provider-file"), ProviderFile()) if shown.may_change else None,
            button(t.plain("button-desk"), DeskRefresh()),
        ),
    )


@shows("provider", of=ProviderSight)
def provider(shown: ProviderSight, t: Words) -> Rendered:
    """All that is known of it."""
    entry = shown.entry
    parts = [
        t.get(
            "screen-provider",
            name=entry.name,
            kind=KINDS[entry.kind](t),
            areas=", ".join(shown.areas) or t.plain("provider-everywhere"),
            channel=CHANNELS[entry.channel](t),
        ),
        t.get(
            "screen-provider-contacts",
            phone=unknown_or(entry.phone or None, t),
            email=unknown_or(entry.email or None, t),
            address=unknown_or(entry.address or None, t),
            contact=unknown_or(entry.contact or None, t),
        ),
        _dates(shown, t),
        t.get("screen-provider-lacks") if shown.bare else Markup(),
        t.get("screen-provider-by", at=t.stamp(shown.changed_at), who=shown.changed_by),
    ]
    if shown.removed:
        parts.insert(0, t.get("screen-provider-removed"))
    return Rendered(join([each for each in parts if each], "\n\n"), keyboard=column(*_steps(shown, t)))


def _dates(shown: ProviderSight, t: Words) -> Markup:
    begin, end = shown.entry.accepts_from, shown.entry.accepts_until
    if begin and end:
        return t.get("screen-provider-dates", begin=t.day(begin), end=t.day(end))
    if begin:
        return t.get("screen-provider-from", begin=t.day(begin))
    return t.get("screen-provider-until", end=t.day(end)) if end else Markup()


def _steps(shown: ProviderSight, t: Words) -> list[InlineKeyboardButton]:
    back = button(t.plain("button-providers-back"), Providers())
    if not shown.may_change:
        return [back]

    def step(label: str, what: ProviderStep) -> InlineKeyboardButton:
        return button(label, ProviderDo(provider=shown.provider_id, step=what))

    if shown.removed:
        return [step(t.plain("button-provider-restore"), ProviderStep.RESTORE), back]
    return [
        step(t.plain("button-provider-edit"), ProviderStep.EDIT),
        step(t.plain("button-provider-remove"), ProviderStep.REMOVE),
        back,
    ]


@shows("provider-text", of=ProviderTextSight)
def provider_text(shown: ProviderTextSight, t: Words) -> Rendered:
    """Copy, change, send."""
    back: ProviderDo | Providers = Providers()
    if shown.provider_id is not None:
        back = ProviderDo(provider=shown.provider_id, step=ProviderStep.OPEN)
    text = t.get("screen-provider-text", now=code(shown.now))
    return Rendered(text, keyboard=column(button(t.plain("button-changed-mind"), back)))


@shows("provider-file", of=ProviderFileSight)
def provider_file(shown: ProviderFileSight, t: Words) -> Rendered:
    """Which file is awaited."""
    columns = code("; ".join(each.capitalize() for each in shown.columns))
    text = t.get("screen-provider-file", columns=columns)
    return Rendered(text, keyboard=column(button(t.plain("button-changed-mind"), Providers())))


@shows("provider-import", of=ProviderImportSight)
def provider_import(shown: ProviderImportSight, t: Words) -> Rendered:
    """What would be kept; or what is wrong, line by line, and then nothing can be."""
    drop = button(t.plain("button-list-drop"), UploadDo(upload=shown.upload_id, keep=False))
    again = button(t.plain("button-list-again"), ProviderFile())
    if shown.unfit is not None or shown.failed:
        what = unfit_said(shown.unfit, [COLUMNS[each](t) for each in shown.columns], t)
        return Rendered(what, keyboard=column(again, drop))
    unknown = t.get("screen-list-unknown", columns=", ".join(shown.unknown)) if shown.unknown else Markup()
    if shown.flaws:
        lines = [t.get("screen-list-line", line=str(each.line), what=flaw_said(each, t)) for each in shown.flaws]
        more = t.get("screen-list-more", count=shown.more) if shown.more else Markup()
        parts = [t.get("screen-list-wrong", count=shown.wrong_lines), join([*lines, more]), unknown]
        return Rendered(_joined(parts), keyboard=column(again, drop))
    parts = [
        t.get("screen-provider-import", new=str(shown.new), changed=str(shown.changed), same=str(shown.same)),
        t.get("screen-list-bare", count=shown.bare) if shown.bare else Markup(),
        unknown,
        t.get("screen-list-stays"),
    ]
    keep = button(t.plain("button-list-keep"), UploadDo(upload=shown.upload_id, keep=True), ButtonStyle.PRIMARY)
    return Rendered(_joined(parts), keyboard=column(keep, drop))


def unfit_said(unfit: Unfit | None, columns: Sequence[str], t: Words) -> Markup:
    """Why nothing of a file can be read; None: it did not arrive. `columns`: the names of those that it is about."""
    if unfit is None:
        return t.get("screen-list-failed")
    what = t.get("screen-list-unfit", why=UNFIT[unfit](t))
    return join([what, t.get("screen-list-columns", columns=", ".join(columns))], "\n") if columns else what


def _joined(parts: list[Markup]) -> Markup:
    return join([each for each in parts if each], "\n\n")


@shows("providers-imported", of=ProvidersImportedSight)
def providers_imported(shown: ProvidersImportedSight, t: Words) -> Rendered:
    """It is done."""
    text = t.get("screen-providers-imported", new=str(shown.new), changed=str(shown.changed), same=str(shown.same))
    return Rendered(text, keyboard=column(button(t.plain("button-providers-back"), Providers())))
