// The page: who you are, three panes, tabs at phone width.

import { SimError, sim } from "./api.js";
import { startCalls, startClock } from "./bar.js";
import { drawIcons, el } from "./dom.js";
import { World } from "./live.js";
import { alertOf, showAddress } from "./notices.js";
import { ChatPane } from "./pane.js";
import { GENERAL } from "./topics.js";
import { hueOf, initialsOf, nameOf } from "./words.js";

const wide = matchMedia("(min-width: 1100px)");
const world = new World();
const panes = {};
const at = (selector) => document.querySelector(selector);

function makePane(name) {
  const root = at(`[data-pane=${name}]`);
  root.append(at("#pane-template").content.cloneNode(true));
  drawIcons(root);
  root.querySelector("h2").id = `title-${name}`;
  const chat = { person: "чат отримувача", group: "група працівників", desk: "стіл працівника" }[name];
  root.querySelector("textarea").setAttribute("aria-label", `Повідомлення: ${chat}`);
  root.querySelector(".log").setAttribute("aria-label", `Розмова: ${chat}`);
  panes[name] = new ChatPane(root, world, {
    visible: () => wide.matches || document.body.dataset.tab === name,
    news: drawCounts,
    follow,
    leave: showAddress,
    firstTopic: () => (name === "group" && !wide.matches ? null : GENERAL),
  });
}

function drawCounts() {
  for (const [name, pane] of Object.entries(panes)) {
    const badge = at(`.tabs [data-tab=${name}] .count`);
    badge.textContent = pane.unreadCount;
    badge.hidden = pane.unreadCount === 0;
  }
}

function showTab(name) {
  document.body.dataset.tab = name;
  for (const tab of document.querySelectorAll(".tabs button")) {
    if (tab.dataset.tab === name) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
  panes[name].seen();
}

/** Fills a select and keeps the choice, also over a reload of the page. */
function offer(select, items) {
  const wanted = select.value || sessionStorage.getItem(select.id);
  select.replaceChildren(...items.map(({ id, text }) => el("option", { value: id, text })));
  if (items.some(({ id }) => String(id) === wanted)) select.value = wanted;
}

function drawPeople() {
  const of = (side) => world.users.filter((user) => !user.side || user.side === side).map((user) => ({ id: user.id, text: nameOf(user) }));
  const groups = world.chats.filter((chat) => chat.id < 0 && !chat.migrated_to).map((chat) => ({ id: chat.id, text: chat.title }));
  offer(at("#person-select"), of("person"));
  offer(at("#staff-select"), of("staff"));
  offer(at("#group-select"), groups);
  for (const node of document.querySelectorAll(".group-choice")) node.hidden = groups.length < 2;
  showChosen();
}

function showChosen() {
  const person = chosen("#person-select");
  const staff = chosen("#staff-select");
  const group = world.chats.find((chat) => chat.id === Number(at("#group-select").value));
  for (const id of ["person-select", "staff-select", "group-select"]) sessionStorage.setItem(id, at(`#${id}`).value);
  at("#person-about").textContent = person?.about ?? "";
  at("#staff-about").textContent = staff?.about ?? "";
  drawBlock(person);
  const bot = nameOf(world.me);
  head("person", bot, person?.blocked ? "бот заблокований" : "бот", world.me.id);
  head("desk", bot, staff ? `особистий чат: ${nameOf(staff)}` : "", world.me.id);
  head("group", group?.title ?? "Групи ще немає", group ? membersLine(group) : "", group?.id ?? 0);
  showPane("person", person?.id, person?.id);
  showPane("desk", staff?.id, staff?.id);
  showPane("group", group?.id, staff?.id);
}

function chosen(selector) {
  return world.user(Number(at(selector).value));
}

function showPane(name, chat, viewer) {
  panes[name].root.classList.toggle("empty", !chat || !viewer);
  if (chat && viewer) panes[name].show(chat, viewer);
}

function head(name, title, note, id) {
  const root = panes[name].root;
  root.querySelector("h2").textContent = title;
  root.querySelector(".pane-note").textContent = note;
  const face = root.querySelector(".pane-head .face");
  face.className = `face hue-${hueOf(id)}`;
  face.textContent = initialsOf(title);
}

function membersLine(group) {
  const inside = group.members.filter((member) => !["left", "kicked"].includes(member.status));
  return `учасників: ${inside.length}`;
}

function drawBlock(person) {
  const key = at("[data-act=block]");
  key.hidden = !person;
  key.textContent = person?.blocked ? "Розблокувати" : "Заблокувати";
  key.setAttribute("aria-label", person?.blocked ? "Розблокувати бота" : "Заблокувати бота");
}

async function toggleBlock() {
  const person = chosen("#person-select");
  await quietly(async () => {
    await (person.blocked ? sim.unblock(person.id) : sim.block(person.id));
    await world.loadPeople();
  });
}

/** Opens t.me addresses that lead to this bot or to a topic of a group here; answers false for all others. */
function follow(href, viewer) {
  let address;
  try {
    address = new URL(href);
  } catch {
    return false;
  }
  if (address.hostname !== "t.me") return false;
  const [first, ...rest] = address.pathname.split("/").filter(Boolean);
  if (first === "c") return followTopic(...rest.map(Number));
  if (first?.toLowerCase() !== world.me.username?.toLowerCase()) return false;
  const payload = address.searchParams.get("start");
  const name = viewer === chosen("#person-select")?.id ? "person" : "desk";
  showTab(name);
  quietly(() => panes[name].send({ chat: viewer, viewer, thread: null }, { text: payload ? `/start ${payload}` : "/start", files: [] }));
  return true;
}

function followTopic(group, thread, message) {
  const id = Number(`-100${group}`);
  if (!world.chats.some((chat) => chat.id === id)) return false;
  at("#group-select").value = String(id);
  showChosen();
  showTab("group");
  if (panes.group.hasTopics) panes.group.openTopic(thread ?? GENERAL, true);
  if (message) panes.group.log.jump(message);
  return true;
}

async function quietly(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SimError)) throw error;
    await alertOf(error.message);
  }
}

function start() {
  drawIcons(document);
  for (const name of ["person", "group", "desk"]) makePane(name);
  const block = el("button", { type: "button", class: "quiet", data: { act: "block" }, hidden: true, on: { click: toggleBlock } });
  at("[data-pane=person] .pane-tools").append(block);
  for (const id of ["person-select", "staff-select", "group-select"]) at(`#${id}`).addEventListener("change", showChosen);
  for (const tab of document.querySelectorAll(".tabs button")) tab.addEventListener("click", () => showTab(tab.dataset.tab));
  wide.addEventListener("change", () => panes[document.body.dataset.tab].seen());
  world.addEventListener("people", drawPeople);
  world.addEventListener("link", (event) => {
    at("#link").hidden = event.detail.up;
  });
  startClock(world, alertOf);
  startCalls(world);
  world.start();
  showTab("person");
}

start();
