// The list of a forum's topics: one is open, arrows move, what is new is counted.

import { el, icon } from "./dom.js";
import { hueOf, initialsOf, snippetOf, timeOf } from "./words.js";

export const GENERAL = 0;

/** The topic a message stands in; General is 0. */
export function threadOf(message) {
  if (message.forum_topic_created) return message.message_thread_id ?? message.message_id;
  return message.is_topic_message === false ? GENERAL : message.message_thread_id ?? GENERAL;
}

/** Latest talk first, General always at the top. */
export function ordered(topics, entries) {
  const last = new Map();
  for (const { message } of entries) last.set(threadOf(message), message);
  const rows = topics
    .filter((topic) => topic.message_thread_id !== GENERAL)
    .map((topic) => ({ ...topic, thread: topic.message_thread_id, last: last.get(topic.message_thread_id) }))
    .sort((a, b) => (b.last?.date ?? 0) - (a.last?.date ?? 0) || b.thread - a.thread);
  return [{ thread: GENERAL, name: "Загальна", closed: false, last: last.get(GENERAL) }, ...rows];
}

export class TopicList {
  /** @param {HTMLElement} root the list element; @param {(thread: number) => void} open */
  constructor(root, open) {
    this.root = root;
    this.open = open;
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /**
   * @param {object[]} rows from ordered()
   * @param {{current: number|null, unread: Map<number, number>}} state
   */
  draw(rows, state) {
    const focused = this.root.contains(document.activeElement) ? document.activeElement.dataset.topic : null;
    const entry = state.current ?? rows[0].thread;
    this.root.replaceChildren(...rows.map((row) => el("li", {}, this.#button(row, state, entry))));
    if (focused) (this.root.querySelector(`[data-topic="${focused}"]`) ?? this.root.querySelector("button")).focus();
  }

  #button(row, state, entry) {
    const unread = state.unread.get(row.thread) ?? 0;
    const label = [row.name, row.closed && "закрита", unread > 0 && `нових: ${unread}`].filter(Boolean).join(", ");
    return el("button", {
      type: "button", class: row.closed ? "topic closed" : "topic", "aria-current": row.thread === state.current ? "true" : null,
      "aria-label": label, tabindex: row.thread === entry ? "0" : "-1", data: { topic: row.thread }, on: { click: () => this.open(row.thread) },
    },
    topicFace(row),
    el("span", { class: "topic-lines" },
      el("span", { class: "topic-name" }, el("span", { text: row.name }), row.closed && icon("lock")),
      el("span", { class: "topic-last soft", text: row.last ? snippetOf(row.last) : "Поки порожньо" })),
    el("span", { class: "topic-side" },
      row.last && el("span", { class: "soft topic-time", text: timeOf(row.last.date * 1000) }),
      unread > 0 && el("span", { class: "count", text: unread })));
  }

  #key(event) {
    const all = [...this.root.querySelectorAll("button")];
    const at = all.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus();
  }
}

/** Signs and case numbers in front of a title say little: its first two words do. */
function lettersOf(title) {
  const words = title.replace(/[^\p{L}\p{N}\s]/gu, " ").trim();
  return initialsOf(words.replace(/^[\d\s]+(?=\p{L})/u, ""));
}

/** A topic's icon: its emoji where the simulator names it, else the first letters of its title. */
export function topicFace(row) {
  const text = row.icon_emoji ?? (row.thread === GENERAL ? "#" : lettersOf(row.name) || "•");
  return el("span", { class: `face ${row.icon_emoji ? "emoji" : `hue-${hueOf(row.thread)}`}`, "aria-hidden": "true", text });
}
