// The list of messages of one chat or topic: only rows that differ are drawn anew, so focus and scrolling survive.

import { el, icon } from "./dom.js";
import { colourful, drawMessage } from "./message.js";
import { dayOf, serviceLine } from "./words.js";

const SHOWN_AT_FIRST = 200;
const SHOWN_MORE = 200;
const NEAR_END_PX = 80;
const FOLLOWS_WITHIN_S = 300;
const EMOJI = ["👍", "❤", "🙏", "👌", "😢", "🔥"];

export class MessageLog {
  /**
   * @param {HTMLElement} root holds .log (scrolled), .messages (list), .to-end (button)
   * @param {object} acts press, react, jump, command, link of message.js; reply(entry), edit(entry), remove(entry), copy(entry)
   */
  constructor(root, acts) {
    this.scroller = root.querySelector(".log");
    this.list = root.querySelector(".messages");
    this.toEnd = root.querySelector(".to-end");
    this.acts = { ...acts, select: (entry) => this.select(entry) };
    this.rows = new Map();
    this.selected = null;
    this.limit = SHOWN_AT_FIRST;
    this.scroller.addEventListener("keydown", (event) => this.#key(event));
    this.followsEnd = true;
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.height = 0;
    const sized = new ResizeObserver(() => {
      this.height = this.scroller.clientHeight;
      if (this.followsEnd) this.scrollToEnd();
    });
    sized.observe(this.scroller);
    sized.observe(this.list);
    this.toEnd.addEventListener("click", () => this.scrollToEnd());
  }

  /** Another chat, topic or viewer: nothing of the former one stays. */
  clear() {
    this.rows.clear();
    this.list.replaceChildren();
    this.selected = null;
    this.limit = SHOWN_AT_FIRST;
    this.toEnd.hidden = true;
  }

  /**
   * @param {object[]} entries oldest first
   * @param {{viewer: number, group: boolean, nameOf: (id: number) => string}} scene
   */
  draw(entries, scene) {
    const first = this.rows.size === 0;
    const stay = !first && !this.followsEnd;
    const focused = this.#focusMark();
    const lastBefore = this.entries?.at(-1)?.key;
    this.entries = entries;
    this.scene = scene;
    if (this.selected && !entries.some((entry) => entry.key === this.selected)) this.selected = null;
    this.#reconcile(this.#plan(entries, scene));
    this.#restoreFocus(focused);
    const last = entries.at(-1);
    if (first || !stay || (last && last.key !== lastBefore && last.message.from?.id === scene.viewer)) this.scrollToEnd();
    else if (last && last.key !== lastBefore) this.toEnd.hidden = false;
  }

  scrollToEnd() {
    this.followsEnd = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.toEnd.hidden = true;
  }

  /** Shows the message with this id and puts the focus on it; false if it does not stand here. */
  jump(messageId) {
    if (!this.entries.some((entry) => entry.message.message_id === messageId)) return false;
    this.limit = Infinity;
    this.draw(this.entries, this.scene);
    const target = this.list.querySelector(`[data-message-id="${messageId}"]`);
    target.scrollIntoView({ block: "center" });
    target.focus();
    target.classList.add("flash");
    target.addEventListener("animationend", () => target.classList.remove("flash"), { once: true });
    return true;
  }

  select(entry) {
    this.selected = this.selected === entry.key ? null : entry.key;
    this.draw(this.entries, this.scene);
    const bar = this.list.querySelector(".message-bar");
    bar?.scrollIntoView({ block: "nearest" });
    (bar?.querySelector("button") ?? this.#bubble(entry.key))?.focus();
  }

  #bubble(key) {
    return this.list.querySelector(`.bubble[data-key="${key}"]`);
  }

  /** The reader left the end, or came back to it: the list then follows what comes. */
  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    if (clientHeight === 0 || clientHeight !== this.height) return; // hidden, or resized: the observer answers that
    this.followsEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    if (this.followsEnd) this.toEnd.hidden = true;
  }

  /** What rows should stand, in order: days, messages, and how to build each. */
  #plan(entries, scene) {
    const plan = [];
    const shown = entries.slice(-this.limit);
    if (shown.length < entries.length) plan.push({ key: "earlier", sign: "", build: () => this.#earlier() });
    let before = null;
    for (const entry of shown) {
      const day = dayOf(entry.message.date * 1000);
      if (!before || dayOf(before.message.date * 1000) !== day) plan.push({ key: `day ${day} ${entry.key}`, sign: "", build: () => dayRow(day) });
      const follows = before !== null && continues(before, entry);
      const selected = this.selected === entry.key;
      const sign = JSON.stringify([entry, follows, selected, scene.viewer]);
      plan.push({ key: entry.key, sign, build: () => this.#row(entry, { ...scene, follows, acts: this.acts }, selected) });
      before = entry;
    }
    return plan;
  }

  #reconcile(plan) {
    const kept = new Map();
    let cursor = this.list.firstChild;
    for (const { key, sign, build } of plan) {
      const old = this.rows.get(key);
      const row = old?.sign === sign ? old : { sign, node: build() };
      kept.set(key, row);
      if (row !== old && old) {
        if (old.node === cursor) cursor = cursor.nextSibling;
        old.node.replaceWith(row.node);
        this.list.insertBefore(row.node, cursor);
      } else if (row.node === cursor) cursor = cursor.nextSibling;
      else this.list.insertBefore(row.node, cursor);
    }
    for (const [key, row] of this.rows) if (!kept.has(key)) row.node.remove();
    this.rows = kept;
  }

  #row(entry, scene, selected) {
    const node = drawMessage(entry, scene);
    if (selected) {
      node.classList.add("selected");
      node.querySelector(".stack").append(this.#bar(entry, scene));
    }
    return node;
  }

  /** What can be done with the chosen message. */
  #bar(entry, scene) {
    const { message } = entry;
    const mine = message.from?.id === scene.viewer;
    const act = (name, mark, text, run) => el("button", { type: "button", data: { act: name }, on: { click: () => run(entry) } }, icon(mark), text);
    const emoji = (item) => el("button", {
      type: "button", class: "emoji", "aria-label": `Реакція ${item}`, data: { emoji: item },
      on: { click: () => { this.select(entry); this.acts.react(entry, item); } },
    }, colourful(item));
    return el("div", { class: "message-bar", role: "toolbar", "aria-label": "Дії з повідомленням" },
      act("reply", "reply", "Відповісти", (item) => { this.select(item); this.acts.reply(item); }),
      mine && act("edit", "edit", "Змінити", (item) => { this.select(item); this.acts.edit(item); }),
      (message.text || message.caption) && act("copy", "copy", "Копіювати", (item) => { this.select(item); this.acts.copy(item); }),
      mine && act("delete", "trash", "Видалити", this.acts.remove),
      el("span", { class: "emoji-row" }, ...EMOJI.map(emoji)));
  }

  #earlier() {
    const more = () => {
      this.limit += SHOWN_MORE;
      this.draw(this.entries, this.scene);
    };
    return el("li", { class: "row service" }, el("button", { type: "button", class: "quiet", text: "Показати раніші", on: { click: more } }));
  }

  #focusMark() {
    const active = document.activeElement;
    if (!active || active === this.scroller || !this.list.contains(active)) return null;
    const bubble = active.closest("li")?.querySelector("[data-key]");
    const name = ["button", "act", "emoji", "reaction"].find((item) => item in active.dataset);
    return { active, key: bubble?.dataset.key, find: name && `[data-${name}="${CSS.escape(active.dataset[name])}"]` };
  }

  #restoreFocus(mark) {
    if (!mark || this.list.contains(mark.active)) return;
    const row = this.#bubble(mark.key)?.closest("li");
    const same = mark.find && row?.querySelector(mark.find);
    (same || row?.querySelector(".bubble") || this.scroller).focus({ preventScroll: true });
  }

  #key(event) {
    const bubble = document.activeElement.closest?.(".bubble");
    if (event.key === "Escape" && this.selected) {
      const entry = this.entries.find((item) => item.key === this.selected);
      event.stopPropagation();
      this.select(entry);
    } else if (event.key === "Enter" && document.activeElement === bubble && bubble) {
      event.preventDefault();
      this.select(this.entries.find((item) => item.key === bubble.dataset.key));
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") this.#step(event, bubble);
  }

  #step(event, bubble) {
    if (document.activeElement !== this.scroller && document.activeElement !== bubble) return;
    const all = [...this.list.querySelectorAll(".bubble")];
    const at = bubble ? all.indexOf(bubble) : all.length;
    const next = all[at + (event.key === "ArrowUp" ? -1 : 1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}

function dayRow(day) {
  return el("li", { class: "row day" }, el("p", { class: "pill", text: day }));
}

/** Whether a message goes on in the same breath as the one before it. */
function continues(before, entry) {
  const [one, two] = [before.message, entry.message];
  return !serviceLine(one) && one.from?.id === two.from?.id && !one.sender_chat === !two.sender_chat
    && two.date - one.date < FOLLOWS_WITHIN_S && Boolean(before.ephemeral_to) === Boolean(entry.ephemeral_to)
    && dayOf(one.date * 1000) === dayOf(two.date * 1000);
}
