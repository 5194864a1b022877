// One message as a bubble.

import { el, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { inlineKeyboard } from "./keyboard.js";
import { richMessage } from "./rich.js";
import { fileOf, hueOf, initialsOf, nameOf, senderOf, serviceLine, snippetOf, timeOf } from "./words.js";

/**
 * @param {object} entry {message, reactions, pinned, edited, ephemeral_to, key} as the simulator lists it
 * @param {object} scene {viewer: number, group: boolean, follows: boolean, nameOf: (id) => string, acts}:
 *   `follows` if the message before is the same sender's; acts: press(entry, button, node), react(entry, emoji), select(entry), jump(id), command(text), link(address)
 * @returns {HTMLElement} the row of the list
 */
export function drawMessage(entry, scene) {
  const { message } = entry;
  const service = serviceLine(message);
  if (service) return serviceRow(entry, service);
  const mine = message.from?.id === scene.viewer && !message.sender_chat;
  const sender = senderOf(message, scene.viewer);
  const bubble = el("article", {
    class: "bubble", tabindex: "-1", "aria-label": `${sender}, ${timeOf(message.date * 1000)}`,
    data: { messageId: message.message_id, key: entry.key },
  }, ...content(entry, scene, sender, mine));
  if (message.ephemeral_message_id) bubble.dataset.ephemeralId = message.ephemeral_message_id;
  const classes = ["row", mine ? "mine" : "theirs", scene.follows && "follows", entry.ephemeral_to && "ephemeral", message.rich_message && "wide"];
  return el("li", { class: classes.filter(Boolean).join(" ") }, scene.group && !mine && face(message, scene), el("div", { class: "stack" }, bubble));
}

function serviceRow(entry, text) {
  const data = { messageId: entry.message.message_id, key: entry.key };
  return el("li", { class: "row service" }, el("p", { class: "pill", data, text }));
}

function face(message, scene) {
  const name = message.sender_chat ? "А" : nameOf(message.from);
  return el("span", { class: `face hue-${hueOf(message.from?.id ?? 0)}`, "aria-hidden": "true", text: scene.follows ? "" : initialsOf(name) });
}

function content(entry, scene, sender, mine) {
  const { message } = entry;
  const own = {
    press: (button, node) => scene.acts.press(entry, button, node),
    command: scene.acts.command,
    link: scene.acts.link,
  };
  return [
    scene.group && !mine && !scene.follows && el("p", { class: `sender ink-${hueOf(message.from?.id ?? 0)}`, text: sender }),
    entry.ephemeral_to && el("p", { class: "only-you" }, icon("eye"), "Бачите лише ви"),
    quote(message, scene),
    file(message),
    ...special(message),
    message.text && el("div", { class: "text" }, formatted(message.text, message.entities, own)),
    message.caption && el("div", { class: "text" }, formatted(message.caption, message.caption_entities, own)),
    message.rich_message && richMessage(message.rich_message, own),
    inlineKeyboard(message.reply_markup, own),
    foot(entry, scene, mine),
  ];
}

function quote(message, scene) {
  const target = message.reply_to_message;
  if (!target || target.forum_topic_created) return null;
  const jump = () => scene.acts.jump(target.message_id);
  return el("button", { type: "button", class: "quote", on: { click: jump } },
    el("span", { class: "quote-name", text: senderOf(target, scene.viewer) }), el("span", { class: "quote-text", text: snippetOf(target) }));
}

const picture = (source, title) => el("img", { class: "picture", src: source, alt: title });
const sound = (source, title) => el("audio", { controls: true, preload: "none", src: source, "aria-label": title });
const film = (source, title) => el("video", { class: "picture", controls: true, preload: "metadata", src: source, "aria-label": title });
const PLAYED = { photo: picture, sticker: picture, voice: sound, audio: sound, video: film, video_note: film, animation: film };

/** A photo is shown, a voice message is played; any other file, and what can't be shown, is a line to save it by. */
function file(message) {
  const item = fileOf(message);
  if (!item) return null;
  const source = `/sim/files/${encodeURIComponent(item.id)}`;
  const line = el("a", { class: "file-card", href: source, download: item.title }, icon("file"),
    el("span", { class: "file-name", text: item.title }), el("span", { class: "soft", text: item.size }));
  const drawn = PLAYED[item.kind]?.(source, item.title);
  if (!drawn) return line;
  drawn.addEventListener("error", () => drawn.replaceWith(line));
  return drawn;
}

function special(message) {
  const cards = [];
  const card = (mark, text) => cards.push(el("p", { class: "file-card" }, icon(mark), el("span", { class: "file-name", text })));
  if (message.contact) card("person", `${nameOf(message.contact)}, ${message.contact.phone_number}`);
  if (message.venue) card("pin", `${message.venue.title}: ${message.venue.location.latitude}, ${message.venue.location.longitude}`);
  else if (message.location) card("pin", `Місце на мапі: ${message.location.latitude}, ${message.location.longitude}`);
  if (message.poll) card("calls", `Опитування: ${message.poll.question}`);
  if (message.dice) card("check", `${message.dice.emoji} ${message.dice.value}`);
  return cards;
}

function foot(entry, scene, mine) {
  const { message } = entry;
  const more = el("button", { type: "button", class: "more", tabindex: "-1", "aria-label": "Дії з повідомленням", on: { click: () => scene.acts.select(entry) } }, icon("more"));
  return el("div", { class: "foot" },
    reactions(entry, scene),
    el("span", { class: "meta" },
      entry.pinned && mark("pin", "Закріплено"),
      message.has_protected_content && mark("lock", "Не можна переслати чи зберегти"),
      (entry.edited || message.edit_date) && el("span", { class: "edited", text: "змінено" }),
      el("time", { datetime: new Date(message.date * 1000).toISOString(), text: timeOf(message.date * 1000) }),
      mine && mark("check", "Надіслано")),
    !entry.ephemeral_to && more);
}

/** Telegram names the heart without the selector that asks for a colour picture of it. */
export function colourful(emoji) {
  return emoji === "❤" ? "❤\uFE0F" : emoji;
}

function mark(name, label) {
  return el("span", { class: "mark", role: "img", "aria-label": label, title: label }, icon(name));
}

function reactions(entry, scene) {
  if (!entry.reactions?.length) return null;
  const byEmoji = new Map();
  for (const { from, emoji } of entry.reactions) byEmoji.set(emoji, [...(byEmoji.get(emoji) ?? []), from]);
  const chip = ([emoji, people]) => {
    const own = people.includes(scene.viewer);
    const who = people.map((id) => scene.nameOf(id)).join(", ");
    return el("button", {
      type: "button", class: own ? "chip own" : "chip", "aria-pressed": String(own), "aria-label": `Реакція ${emoji}: ${who}`, title: who,
      data: { reaction: emoji }, on: { click: () => scene.acts.react(entry, emoji) },
    }, `${colourful(emoji)}${people.length > 1 ? ` ${people.length}` : ""}`);
  };
  return el("span", { class: "chips" }, ...[...byEmoji].map(chip));
}
