"""Two people cannot see or touch each other's cases, whatever data, link or command somebody makes up."""

from __future__ import annotations

from bot.telegram.callbacks import (
    AgreementHeard,
    AgreementLater,
    AgreementTried,
    AskAgreement,
    ButtonData,
    CallCancel,
    CallCase,
    CallForHelp,
    CallLater,
    CallMe,
    CallStep,
    CallTime,
    CallTried,
    CaseButton,
    CaseDo,
    CaseStep,
    CheckReturn,
    ComeBack,
    ComplaintAnswer,
    Consent,
    ConsentAnswer,
    CoveredReply,
    Danger,
    DangerStep,
    DecideReturn,
    DeskRefresh,
    Details,
    Fact,
    FactField,
    FactValue,
    FilesMenu,
    ForAnother,
    FormDo,
    FormStep,
    Freeze,
    FreezeStep,
    Home,
    LanguageChoice,
    LanguageCode,
    Life,
    LifeTell,
    MyCase,
    MyCases,
    MyFile,
    MyFiles,
    NewCase,
    OutcomeChoice,
    OwnPhone,
    Phone,
    PhonePage,
    PlaceAbroad,
    PlaceAsk,
    PlaceChoice,
    PlaceNotListed,
    Places,
    Privacy,
    PrivacyAction,
    ProblemDo,
    Problems,
    ProblemStep,
    PutAway,
    Rate,
    RateWords,
    ReturnStep,
    SeeAlarm,
    ShowFiles,
    StaffStep,
    Words,
    WordsAction,
)
from casework.staff.invite import JOIN_PREFIX
from rules.calls import Attempt, When
from rules.places import Which
from rules.problems import Way
from rules.ratings import Mark
from tests.conversations.stage import Stage
from tests.conversations.talkers import Talker
from tests.conversations.words import label

CASE = "SELECT state, turn, owner_id, result, closed_at, erased_at FROM cases WHERE id = :id"
SECRET = "таємне слово"
BROKEN = ("mc:", "mc:-1", "mc:0", f"mc:{10**20}", "cd:1:erase", "zz:1", "wo:add:1", "\x00", "mc:1:1", ":" * 64)


def _all_data(case: int, draft: int) -> list[ButtonData]:
    """Every kind of button with the ids of somebody else; what ends the presser's own consent comes last."""
    return [
        MyCase(case=case),
        *(CaseDo(case=case, verb=step) for step in CaseStep),
        *(Rate(case=case, mark=mark) for mark in Mark),
        RateWords(case=case),
        ComplaintAnswer(complaint=1),
        *(Words(action=action, case=case, upto=draft) for action in WordsAction),
        *(MyCases(page=page) for page in (0, 1, 999)),
        *(CaseButton(case=case, verb=step) for step in StaffStep),
        Details(case=case),
        FilesMenu(case=case),
        ShowFiles(case=case, message=1),
        OutcomeChoice(case=case, outcome="helped"),
        *(FactField(case=case, field=fact) for fact in Fact),
        *(FactValue(case=case, field=fact, value="idp") for fact in Fact),
        Phone(case=case),
        *(CallTried(case=case, attempt=attempt, tries=0) for attempt in Attempt),
        CallLater(case=case, tries=0, when=When.MORNING, day=1),
        *(CallMe(step=step) for step in CallStep),
        CallCase(case=case),
        *(CallTime(when=when) for when in When),
        CallCancel(call=case),
        CallMe(step=CallStep.STOP),
        DeskRefresh(),
        Problems(),
        *(ProblemDo(way=way, id=case, step=step) for way in Way for step in ProblemStep),
        *(Life(at=at, page=page) for at in ("", "home", "gone") for page in (0, 999)),
        *(LifeTell(about=about) for about in ("", "home", "gone")),
        Places(),
        *(PlaceAsk(which=which) for which in Which),
        *(PlaceChoice(which=which, code="UA44020010000067642", sure=sure) for which in Which for sure in (True, False)),
        *(PlaceAbroad(country=country) for country in ("", "PL", "XX")),
        *(PlaceNotListed(which=which) for which in Which),
        ForAnother(case=case),
        ForAnother(upto=draft),
        *(FormDo(form=case, rev=0, step=step) for step in FormStep),
        AskAgreement(case=case),
        *(AgreementHeard(case=case, agreed=agreed, tries=tries) for agreed in (True, False) for tries in (0, 1)),
        *(AgreementTried(case=case, attempt=attempt, tries=0) for attempt in Attempt),
        AgreementLater(case=case, tries=0, when=When.MORNING, day=1),
        NewCase(),
        Home(),
        *(Danger(case=case, step=step) for step in DangerStep),
        CoveredReply(case=case, message=1),
        CoveredReply(case=case, message=1, part=999),
        MyFiles(case=case),
        MyFile(case=case, file=1),
        *(OwnPhone(page=page) for page in reversed(PhonePage)),
        SeeAlarm(case=case),
        *(Freeze(case=case, step=step) for step in FreezeStep),
        ComeBack(),
        CheckReturn(case=case),
        *(DecideReturn(case=case, step=step, former=1) for step in ReturnStep),
        *(LanguageChoice(code=code) for code in reversed(LanguageCode)),
        *(Consent(answer=answer) for answer in ConsentAnswer),
        *(Privacy(action=action) for action in PrivacyAction),
        CallForHelp(),
        PutAway(),
    ]


async def _two(stage: Stage) -> tuple[Talker, Talker, int, int]:
    """Олена with an open case and words that wait, Микола with nothing; her case and the last of her drafts."""
    olena, _ = await stage.with_case("Олена", f"{SECRET} перше", last_name="Коваленко")
    await olena.send("/my")
    await olena.press(label("button-new-case"))
    await olena.send(f"{SECRET} друге")
    await stage.settled()
    [(draft,)] = await stage.rows("SELECT max(id) FROM drafts")
    return olena, await stage.agreed("Микола"), 1, int(draft)


async def test_no_made_up_data_shows_or_changes_somebody_elses_case(stage: Stage) -> None:
    olena, mykola, case, draft = await _two(stage)
    before, phone = await stage.rows(CASE, id=case), await olena.phone()
    kinds = {type(data) for data in _all_data(case, draft)}
    assert kinds == set(ButtonData.__subclasses__()), "every kind of button is tried"

    pressed_on = (await mykola.chat())[-1]
    for data in _all_data(case, draft)[:-1]:
        answer = await mykola.forges(data.pack(), pressed_on)
        assert answer.answered, data
        if isinstance(data, CaseDo | NewCase | Words | Consent):
            await mykola.send("додай це туди")
    await stage.settled()
    seen = await mykola.phone()
    assert SECRET not in seen
    assert "LUH-" not in seen
    assert "Коваленко" not in seen
    assert await stage.rows(CASE, id=case) == before
    assert await olena.phone() == phone
    assert await stage.count("SELECT count(*) FROM drafts WHERE id <= :id", id=draft) == 1
    assert await stage.count("SELECT count(*) FROM messages") == 1
    assert await stage.count("SELECT count(*) FROM readings") == 0


async def test_staff_buttons_do_nothing_for_a_person_and_say_so_kindly(stage: Stage) -> None:
    _, mykola, case, _ = await _two(stage)
    pressed_on = (await mykola.chat())[-1]
    own = await stage.count("SELECT count(*) FROM cases WHERE owner_id IS NOT NULL")
    for data in (CaseButton(case=case, verb=StaffStep.TAKE), Details(case=case)):
        answer = await mykola.forges(data.pack(), pressed_on)
        assert answer.text == label("refusal-stale")
        assert answer.show_alert
    assert await stage.count("SELECT count(*) FROM cases WHERE owner_id IS NOT NULL") == own == 0


async def test_the_data_of_somebody_elses_case_looks_like_a_case_that_never_was(stage: Stage) -> None:
    _, mykola, case, _ = await _two(stage)
    pressed_on = (await mykola.chat())[-1]
    for step in (MyCase(case=case), CaseDo(case=case, verb=CaseStep.WITHDRAW)):
        never = type(step)(**(step.model_dump() | {"case": 987654321}))
        theirs = await mykola.forges(step.pack(), pressed_on)
        nobodys = await mykola.forges(never.pack(), pressed_on)
        assert theirs == nobodys
        assert theirs.text == label("refusal-no-such-case")


async def test_broken_data_is_answered_and_harms_nothing(stage: Stage) -> None:
    _, mykola, _, _ = await _two(stage)
    pressed_on = (await mykola.chat())[-1]
    for data in BROKEN:
        assert (await mykola.forges(data, pressed_on)).answered, data
    await stage.settled()
    assert await stage.count("SELECT count(*) FROM inbox WHERE parked_at IS NOT NULL") == 0


async def test_no_link_or_command_made_up_by_hand_opens_somebody_elses_case(stage: Stage) -> None:
    olena, mykola, case, _ = await _two(stage)
    [(number,)] = await stage.rows("SELECT number FROM cases WHERE id = :id", id=case)
    phone = await olena.phone()
    for words in (
        f"/start {number}",
        f"/start case-{case}",
        f"/start {JOIN_PREFIX}",
        f"/start {JOIN_PREFIX}{case}",
        f"/my {number}",
        f"/my {case}",
        f"/case {case}",
        "/desk",
        f"/a {SECRET[:4]}",
        "/bind 1",
        f"/take {case}",
    ):
        await mykola.send(words)
    await stage.settled()
    answers = "\n".join(await mykola.got())
    assert SECRET not in answers
    assert number not in answers
    assert await olena.phone() == phone
    assert await stage.count("SELECT count(*) FROM staff WHERE telegram_id = :id", id=mykola.id) == 0
