// What the page knows of the simulated Telegram, kept fresh by server-sent events.

import { SimError, sim } from "./api.js";

const RETRY_FIRST_MS = 400;
const RETRY_MOST_MS = 5000;

/**
 * One chat as one person sees it: entries in their order, topics, revision.
 * Fires "change" with detail {fresh: entry[]}: entries that were not here before (none on the first load).
 */
export class Conversation extends EventTarget {
  constructor(chat, viewer) {
    super();
    this.chat = chat;
    this.viewer = viewer;
    this.clear();
    this.running = null;
    this.again = false;
  }

  clear() {
    this.entries = new Map();
    this.topics = [];
    this.revision = 0;
    this.loaded = false;
  }

  /** Asks for what changed; calls that come meanwhile are served by one more round. */
  refresh() {
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.#rounds().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** After a lost connection: the simulator may be a new one, with revisions from the start. */
  reload() {
    this.stale = true;
    return this.refresh();
  }

  async #rounds() {
    do {
      this.again = false;
      await this.#round();
    } while (this.again);
  }

  async #round() {
    const whole = this.stale === true;
    this.stale = false;
    try {
      const [changes, topics] = await Promise.all([
        sim.messages(this.chat, whole ? 0 : this.revision, this.viewer),
        sim.topics(this.chat),
      ]);
      const known = this.entries;
      if (whole) this.entries = new Map();
      this.topics = topics;
      this.#take(changes, known);
    } catch (error) {
      if (!(error instanceof SimError)) throw error;
      if (whole) this.stale = true;
      if (error.status === 404) this.#gone();
    }
  }

  #gone() {
    this.clear();
    this.dispatchEvent(new CustomEvent("change", { detail: { fresh: [] } }));
  }

  #take(changes, known) {
    const fresh = [];
    for (const entry of changes.messages) {
      const key = keyOf(entry.message);
      if (entry.deleted) {
        this.entries.delete(key);
        continue;
      }
      if (this.loaded && !known.has(key)) fresh.push(entry);
      this.entries.set(key, { ...entry, key });
    }
    this.revision = changes.revision;
    this.loaded = true;
    this.dispatchEvent(new CustomEvent("change", { detail: { fresh } }));
  }
}

/** A message's name inside its chat; ephemeral messages all have message_id 0. */
export function keyOf(message) {
  return message.ephemeral_message_id ? `e${message.ephemeral_message_id}` : `m${message.message_id}`;
}

/**
 * The whole desk: people, chats, the bot, the clock and the open conversations.
 * Fires "people" (users or chats differ), "clock", and "link" with detail {up: bool}.
 */
export class World extends EventTarget {
  constructor() {
    super();
    this.users = [];
    this.chats = [];
    this.me = null;
    this.offset = 0;
    this.conversations = new Set();
    this.retryMs = RETRY_FIRST_MS;
  }

  start() {
    this.#listen();
  }

  user(id) {
    return this.users.find((user) => user.id === id) ?? null;
  }

  /** Simulated business time in milliseconds. */
  now() {
    return Date.now() + this.offset * 1000;
  }

  /** @returns {Conversation} the chat as `viewer` sees it, kept fresh until it is closed */
  open(chat, viewer) {
    const conversation = new Conversation(chat, viewer);
    this.conversations.add(conversation);
    conversation.refresh();
    return conversation;
  }

  close(conversation) {
    this.conversations.delete(conversation);
  }

  async loadPeople() {
    const [me, users, chats] = await Promise.all([sim.me(), sim.users(), sim.chats()]);
    this.me = me;
    this.users = users.filter((user) => !user.is_bot);
    this.chats = chats;
    this.dispatchEvent(new Event("people"));
  }

  setClock(offset) {
    this.offset = offset;
    this.dispatchEvent(new Event("clock"));
  }

  #listen() {
    const source = new EventSource("/sim/events");
    source.onopen = () => this.#connected();
    source.onmessage = (event) => this.#heard(JSON.parse(event.data));
    source.onerror = () => {
      source.close();
      this.dispatchEvent(new CustomEvent("link", { detail: { up: false } }));
      setTimeout(() => this.#listen(), this.retryMs);
      this.retryMs = Math.min(this.retryMs * 2, RETRY_MOST_MS);
    };
  }

  async #connected() {
    this.retryMs = RETRY_FIRST_MS;
    this.dispatchEvent(new CustomEvent("link", { detail: { up: true } }));
    const open = [...this.conversations];
    await this.#quietly(async () => {
      await this.loadPeople();
      this.setClock(await sim.clock());
    });
    for (const conversation of open) conversation.reload();
  }

  #heard(news) {
    if ("clock" in news) this.setClock(news.clock);
    if ("users" in news) this.#quietly(() => this.loadPeople());
    if (!("chat" in news)) return;
    if (news.chat < 0 && !this.chats.some((chat) => chat.id === news.chat)) this.#quietly(() => this.loadPeople());
    for (const conversation of this.conversations) {
      if (conversation.chat === news.chat) conversation.refresh();
    }
  }

  /** A look-up that failed is made again at the next event or reconnection. */
  async #quietly(work) {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SimError)) throw error;
    }
  }
}
