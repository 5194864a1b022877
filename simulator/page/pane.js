// One pane: a chat as one person sees it, with its topics if it has any.

import { SimError, sim } from "./api.js";
import { Composer } from "./composer.js";
import { replyKeyboardOf } from "./keyboard.js";
import { MessageLog } from "./log.js";
import { mediaOf } from "./media.js";
import { alertOf, announce, confirmed, copied, toast } from "./notices.js";
import { GENERAL, TopicList, ordered, threadOf } from "./topics.js";
import { nameOf, senderOf, snippetOf } from "./words.js";

const MOST_IN_ALBUM = 10;

/** Where focus in the writing field would bring a keyboard up over half of the screen. */
const touch = matchMedia("(hover: none)");

export class ChatPane {
  /**
   * @param {HTMLElement} root a section[data-pane], filled from the page's template
   * @param {import("./live.js").World} world
   * @param {{visible: () => boolean, news: () => void, follow: (href: string, viewer: number) => boolean, leave: (href: string) => void, firstTopic: () => number|null}} page
   *   `news` after each change of what is unread; `follow` opens an address inside the stand, or answers false; `leave` shows one that leads out;
   *   `firstTopic` is the topic to begin with (null: the list)
   */
  constructor(root, world, page) {
    this.root = root;
    this.world = world;
    this.page = page;
    this.toasts = root.querySelector(".toasts");
    this.unread = new Map();
    this.conversation = null;
    this.thread = null;
    this.log = new MessageLog(root, {
      press: (entry, button, node) => this.#try(() => this.#press(entry, button, node)),
      react: (entry, emoji) => this.#try(() => this.#react(entry, emoji)),
      jump: (id) => this.log.jump(id) || toast(this.toasts, "Цього повідомлення тут немає"),
      command: (text) => this.#try(() => this.send(this.#target(), { text, files: [] })),
      link: (href) => page.follow(href, this.conversation.viewer),
      reply: (entry) => this.composer.reply(entry, senderOf(entry.message, this.conversation.viewer)),
      edit: (entry) => this.composer.correct(entry),
      remove: (entry) => this.#try(() => sim.remove(this.conversation.chat, entry.message.message_id, this.conversation.viewer)),
      copy: (entry) => this.#copy(entry.message.text ?? entry.message.caption),
    });
    this.composer = new Composer(root, {
      target: () => this.#target(),
      send: (target, message) => this.#try(() => this.send(target, message), true),
      correct: (target, entry, text) => this.#try(() => correct(target, entry, text), true),
      key: (message, button) => this.#try(() => this.#key(message, button)),
      commands: () => this.#commands(),
      lastOwn: () => this.#lastOwn(),
    });
    this.topics = new TopicList(root.querySelector(".topics"), (thread) => this.openTopic(thread, true));
    root.querySelector("[data-act=topics]").addEventListener("click", () => this.#backToTopics());
    root.querySelector(".pinned").addEventListener("click", () => this.log.jump(this.pinnedId));
    for (const [act, change] of [["close-topic", "close"], ["delete-topic", "delete"]]) {
      root.querySelector(`[data-act=${act}]`).addEventListener("click", () => this.#try(() => this.#changeTopic(change)));
    }
  }

  /** Shows a chat as `viewer` sees it; nothing happens if it stands here already. */
  show(chat, viewer) {
    if (this.conversation?.chat === chat && this.conversation.viewer === viewer) return;
    const sameChat = this.conversation?.chat === chat;
    if (this.conversation) this.world.close(this.conversation);
    this.unread.clear();
    this.log.clear();
    if (!sameChat) this.thread = this.page.firstTopic();
    this.conversation = this.world.open(chat, viewer);
    this.conversation.addEventListener("change", (event) => event.target === this.conversation && this.#changed(event.detail.fresh));
    this.draw();
  }

  /** How many messages came that nobody looked at. */
  get unreadCount() {
    return [...this.unread.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The pane came into sight. */
  seen() {
    if (this.thread !== null || !this.hasTopics) this.unread.delete(this.thread ?? GENERAL);
    this.log.scrollToEnd();
    this.draw();
  }

  get hasTopics() {
    const chat = this.world.chats.find((item) => item.id === this.conversation?.chat);
    return Boolean(chat?.is_forum) || (this.conversation?.topics.length ?? 0) > 0;
  }

  openTopic(thread, focus = false) {
    if (thread !== this.thread) this.log.clear();
    this.thread = thread;
    this.unread.delete(thread);
    this.draw();
    if (focus) (touch.matches ? this.log.scroller : this.composer.field).focus({ preventScroll: true });
  }

  draw() {
    if (!this.conversation) return;
    const entries = [...this.conversation.entries.values()];
    const rows = this.hasTopics ? ordered(this.conversation.topics, entries) : [];
    if (this.conversation.loaded && this.hasTopics && this.thread !== null && !rows.some((row) => row.thread === this.thread)) this.#topicGone();
    this.root.classList.toggle("has-topics", this.hasTopics);
    this.root.classList.toggle("in-topic", !this.hasTopics || this.thread !== null);
    if (this.hasTopics) this.topics.draw(rows, { current: this.thread, unread: this.unread });
    const row = rows.find((item) => item.thread === this.thread) ?? null;
    this.#drawHead(row);
    const shown = this.#shown(entries);
    this.#drawPinned(shown);
    const viewer = this.conversation.viewer;
    this.composer.moveTo(`${this.conversation.chat}:${viewer}:${this.thread ?? GENERAL}`);
    this.composer.setKeyboard(replyKeyboardOf(shown));
    this.log.draw(shown, { viewer, group: this.conversation.chat < 0, nameOf: (id) => this.#personName(id) });
    this.page.news();
  }

  /** Sends files and text of one step; several files go as one album. */
  async send(target, { text, files, replyTo }) {
    const base = { from: target.viewer, ...(target.thread && { thread: target.thread }), ...(replyTo && { reply_to: replyTo }) };
    if (files.length === 0) {
      await sim.write(target.chat, { ...base, text });
      return;
    }
    const items = await Promise.all(files.map(async (file, index) => ({ media: await mediaOf(file), ...(index === 0 && text && { caption: text }) })));
    for (let start = 0; start < items.length; start += MOST_IN_ALBUM) {
      const together = items.slice(start, start + MOST_IN_ALBUM);
      await sim.write(target.chat, together.length > 1 ? { ...base, items: together } : { ...base, ...together[0] });
    }
  }

  #target() {
    return { chat: this.conversation.chat, viewer: this.conversation.viewer, thread: this.thread };
  }

  #changed(fresh) {
    const viewer = this.conversation.viewer;
    for (const { message } of fresh) {
      if (message.from?.id === viewer && !message.sender_chat) continue;
      const thread = this.hasTopics ? threadOf(message) : GENERAL;
      const open = this.page.visible() && (!this.hasTopics || thread === this.thread);
      if (open) announce(`${senderOf(message, viewer)}: ${snippetOf(message)}`);
      else this.unread.set(thread, (this.unread.get(thread) ?? 0) + 1);
    }
    this.draw();
  }

  #shown(entries) {
    const all = inPlace(entries);
    if (!this.hasTopics) return all;
    return this.thread === null ? [] : all.filter((entry) => threadOf(entry.message) === this.thread);
  }

  #drawHead(row) {
    this.root.querySelector(".topic-title").textContent = row?.name ?? "";
    this.root.querySelector(".topic-state").hidden = !row?.closed;
    for (const act of ["close-topic", "delete-topic"]) {
      this.root.querySelector(`[data-act=${act}]`).hidden = !row || row.thread === GENERAL || (act === "close-topic" && row.closed);
    }
  }

  #drawPinned(shown) {
    const pinned = shown.filter((entry) => entry.pinned).at(-1);
    const bar = this.root.querySelector(".pinned");
    bar.hidden = !pinned;
    this.pinnedId = pinned?.message.message_id;
    if (pinned) bar.querySelector(".quote-text").textContent = snippetOf(pinned.message);
  }

  #topicGone() {
    this.unread.delete(this.thread);
    this.thread = this.page.firstTopic();
    this.log.clear();
    toast(this.toasts, "Тему видалено");
  }

  #backToTopics() {
    const before = this.thread;
    this.thread = null;
    this.log.clear();
    this.draw();
    (this.root.querySelector(`[data-topic="${before}"]`) ?? this.root.querySelector("[data-topic]")).focus();
  }

  async #changeTopic(change) {
    const name = this.root.querySelector(".topic-title").textContent;
    if (change === "delete" && !(await confirmed("Видалити тему?", `«${name}» зникне разом з усіма повідомленнями.`, "Видалити"))) return;
    await sim.topic(this.conversation.chat, this.thread, { [change]: true });
  }

  async #press(entry, button, node) {
    if (button.copy_text) return this.#copy(button.copy_text.text);
    if (button.url) return this.page.follow(button.url, this.conversation.viewer) || this.page.leave(button.url);
    if (!button.callback_data) return toast(this.toasts, "Стенд не вміє такої кнопки");
    const { message } = entry;
    const hidden = message.ephemeral_message_id ? { ephemeral_message_id: message.ephemeral_message_id } : {};
    node.setAttribute("aria-busy", "true");
    try {
      return this.#answered(await sim.press(this.conversation.chat, message.message_id, { from: this.conversation.viewer, data: button.callback_data, ...hidden }));
    } finally {
      node.removeAttribute("aria-busy");
    }
  }

  /** A key of the reply keyboard: its text or the contact is sent as the person's message. */
  async #key(message, button) {
    const { chat, viewer, thread } = this.#target();
    await sim.press(chat, message.message_id, { from: viewer, text: button.text, ...(thread && { thread }) });
  }

  #answered({ answer, answered }) {
    if (!answered) return toast(this.toasts, "Бот не відповів на натискання");
    if (answer?.url) return this.page.follow(answer.url, this.conversation.viewer) || this.page.leave(answer.url);
    if (!answer?.text) return undefined;
    return answer.show_alert ? alertOf(answer.text) : toast(this.toasts, answer.text);
  }

  async #react(entry, emoji) {
    const own = entry.reactions?.some((item) => item.from === this.conversation.viewer && item.emoji === emoji);
    await sim.react(this.conversation.chat, entry.message.message_id, this.conversation.viewer, own ? "" : emoji);
  }

  async #copy(text) {
    toast(this.toasts, (await copied(text)) ? `Скопійовано: ${text.slice(0, 60)}` : `Скопіюйте самі: ${text}`);
  }

  async #commands() {
    try {
      return await sim.commands(this.conversation.viewer, this.conversation.chat);
    } catch (error) {
      if (error instanceof SimError) return [];
      throw error;
    }
  }

  #lastOwn() {
    const own = ({ message }) => message.from?.id === this.conversation.viewer && !message.sender_chat && (message.text || message.caption);
    return this.#shown([...this.conversation.entries.values()]).filter(own).at(-1) ?? null;
  }

  #personName(id) {
    if (id === this.world.me?.id) return nameOf(this.world.me);
    return id === this.conversation.viewer ? "Ви" : nameOf(this.world.user(id));
  }

  /** Does it, or says in a toast why the simulator refused; `passOn` lets the caller know too. */
  async #try(work, passOn = false) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SimError)) throw error;
      toast(this.toasts, error.status === 0 ? error.message : `Не вийшло: ${error.message}`);
      if (passOn) throw error;
      return undefined;
    }
  }
}

function correct(target, entry, text) {
  const part = entry.message.text === undefined ? "caption" : "text";
  return sim.edit(target.chat, entry.message.message_id, { from: target.viewer, [part]: text });
}

/** An ephemeral message may be shown to its reader instead of an ordinary one: it then stands in that one's place. */
function inPlace(entries) {
  const covers = new Map(entries.filter((entry) => entry.replaces).map((entry) => [entry.replaces, entry]));
  const covered = (entry) => !entry.ephemeral_to && covers.get(entry.message.message_id);
  const placed = new Set(entries.map(covered).filter(Boolean));
  return entries.filter((entry) => !placed.has(entry)).map((entry) => covered(entry) || entry);
}
