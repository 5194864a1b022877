// Telegram's formatted text (entities with UTF-16 offsets) as DOM nodes. Text enters through text nodes only.

import { el } from "./dom.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const SAFE_LINK = /^(https?|tg|mailto|tel):/i;
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const LINES_SHOWN = 3;

/** @returns {string|null} the address if a click on it is harmless, else null */
export function safeAddress(address) {
  const candidate = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`;
  return SAFE_LINK.test(candidate) ? candidate : null;
}

/**
 * @param {string} text
 * @param {Array<{type: string, offset: number, length: number}>} entities possibly nested, overlapping or out of range
 * @param {{command: (text: string) => void, link: (address: string) => boolean}} acts `link` answers true if it opened the address inside the page
 * @returns {DocumentFragment}
 */
export function formatted(text, entities, acts) {
  const inside = (entities ?? [])
    .map((entity) => clip(entity, text))
    .filter((entity) => entity.end > entity.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return span(text, 0, text.length, inside, acts);
}

/** An offset inside a surrogate pair moves to the pair's end, so that no half character is drawn. */
function whole(text, offset) {
  const inPair = /[\uDC00-\uDFFF]/.test(text.charAt(offset)) && /[\uD800-\uDBFF]/.test(text.charAt(offset - 1));
  return inPair ? offset + 1 : offset;
}

function clip(entity, text) {
  const start = Math.min(Math.max(entity.offset, 0), text.length);
  const end = Math.min(Math.max(entity.offset + entity.length, 0), text.length);
  return { entity, start: whole(text, start), end: whole(text, end) };
}

/** Draws text[from, to); an entity that reaches over its parent's end is cut in two. */
function span(text, from, to, sorted, acts) {
  const out = document.createDocumentFragment();
  let at = from;
  let queue = sorted;
  while (queue.length > 0) {
    const [first, ...rest] = queue;
    out.append(text.slice(at, first.start));
    const inner = [];
    const later = [];
    for (const other of rest) {
      if (other.start >= first.end) later.push(other);
      else if (other.end <= first.end) inner.push(other);
      else {
        inner.push({ ...other, end: first.end });
        later.push({ ...other, start: first.end });
      }
    }
    const content = span(text, first.start, first.end, inner, acts);
    out.append(dressed(first.entity, text.slice(first.start, first.end), content, acts));
    at = first.end;
    // The line break that ends a quote or a block of code is not drawn: these stand on lines of their own.
    if (BLOCKS.has(first.entity.type) && text[at] === "\n" && at < to) at += 1;
    queue = later.sort((a, b) => a.start - b.start || b.end - a.end);
  }
  out.append(text.slice(at, to));
  return out;
}

function dressed(entity, raw, content, acts) {
  if (entity.type in TAGS) return el(TAGS[entity.type], {}, content);
  switch (entity.type) {
    case "pre":
      return el("pre", { tabindex: "0" }, el("code", {}, content));
    case "blockquote":
      return el("blockquote", {}, content);
    case "expandable_blockquote":
      return folded(content);
    case "spoiler":
      return spoiler(content);
    case "text_link":
      return link(entity.url, content, acts);
    case "url":
      return link(raw, content, acts);
    case "email":
      return link(`mailto:${raw}`, content, acts);
    case "phone_number":
      return link(`tel:${raw.replace(/[^+\d]/g, "")}`, content, acts);
    case "bot_command":
      return el("button", { type: "button", class: "inline-link", on: { click: () => acts.command(raw) } }, content);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return el("span", { class: "mention" }, content);
    default:
      return content;
  }
}

/** @returns {Node} a link, or the bare text where the address could do harm */
export function link(address, content, acts) {
  const href = safeAddress(address);
  if (href === null) return content;
  const follow = (event) => {
    if (acts.link(href)) event.preventDefault();
  };
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", on: { click: follow } }, content);
}

/** Hidden until pressed; what is inside becomes usable only then. */
export function spoiler(content) {
  const hidden = el("span", { class: "spoiler-text" }, content);
  hidden.inert = true;
  const cover = el("button", { type: "button", class: "spoiler", "aria-label": "Прихований текст, показати" });
  const box = el("span", { class: "spoiler-box" }, cover, hidden);
  cover.addEventListener("click", () => {
    hidden.inert = false;
    box.classList.add("open");
    cover.remove();
  });
  return box;
}

/** A quotation that shows its first lines until it is opened. */
export function folded(content) {
  const body = el("div", { class: "folded-text" }, content);
  const more = el("button", { type: "button", class: "inline-link fold", "aria-expanded": "false", text: "Показати все" });
  more.addEventListener("click", () => {
    const open = more.getAttribute("aria-expanded") !== "true";
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? "Згорнути" : "Показати все";
    body.classList.toggle("open", open);
  });
  const long = body.textContent.length > 120 || body.textContent.split("\n").length > LINES_SHOWN;
  return el("blockquote", { class: "folded" }, body, long && more);
}
