// Rich messages (sendRichMessage): blocks and rich texts as the Bot API returns them, drawn as DOM nodes.

import { el } from "./dom.js";
import { folded, link, spoiler } from "./entities.js";
import { inlineButton } from "./keyboard.js";

const TEXT_TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", marked: "mark",
  subscript: "sub", superscript: "sup", mathematical_expression: "code",
};

/**
 * @param {{blocks: object[], is_rtl?: boolean}} message
 * @param {object} acts what a press, a link or a command does (see message.js)
 * @returns {HTMLElement}
 */
export function richMessage(message, acts) {
  return el("div", { class: "rich", dir: message.is_rtl ? "rtl" : null }, ...message.blocks.map((item) => block(item, acts)));
}

/** @param {string|object|Array<string|object>} text a rich text: a string, a node, or a row of both */
export function richText(text, acts) {
  const out = document.createDocumentFragment();
  for (const part of Array.isArray(text) ? text : [text ?? ""]) out.append(textPart(part, acts));
  return out;
}

function textPart(part, acts) {
  if (typeof part === "string") return part;
  if (part.type === "custom_emoji") return part.alternative_text;
  if (part.type === "button") return inlineButton(part.button, acts, richText(part.button.text, acts));
  if (part.type === "mathematical_expression") return el("code", { text: part.expression });
  const content = richText(part.text, acts);
  if (part.type in TEXT_TAGS) return el(TEXT_TAGS[part.type], {}, content);
  switch (part.type) {
    case "spoiler":
      return spoiler(content);
    case "url":
      return link(part.url, content, acts);
    case "email_address":
      return link(`mailto:${part.email_address}`, content, acts);
    case "phone_number":
      return link(`tel:${part.phone_number}`, content, acts);
    case "bot_command":
      return el("button", { type: "button", class: "inline-link", on: { click: () => acts.command(part.bot_command) } }, content);
    case "date_time":
      return el("time", { datetime: new Date(part.unix_time * 1000).toISOString() }, content);
    default:
      return content;
  }
}

function block(item, acts) {
  const text = () => richText(item.text, acts);
  const inner = () => (item.blocks ?? []).map((child) => block(child, acts));
  switch (item.type) {
    case "heading":
      return el("p", { class: `rich-heading size-${Math.min(Math.max(item.size, 1), 6)}`, role: "heading", "aria-level": "4" }, text());
    case "pre":
      return el("pre", { tabindex: "0" }, el("code", {}, text()));
    case "divider":
      return el("hr");
    case "footer":
      return el("p", { class: "rich-footer" }, text());
    case "blockquote":
      return el("blockquote", {}, ...inner(), credit(item, acts));
    case "pullquote":
      return el("blockquote", { class: "pull" }, text(), credit(item, acts));
    case "expandable_blockquote":
      return folded(text());
    case "details":
      return el("details", { open: item.is_open === true }, el("summary", {}, richText(item.summary, acts)), ...inner());
    case "list":
      return list(item, acts);
    case "table":
      return table(item, acts);
    case "buttons":
      return el("div", { class: "rich-buttons" }, ...item.buttons.map((button) => inlineButton(button, acts, richText(button.text, acts))));
    case "mathematical_expression":
      return el("pre", {}, el("code", { text: item.expression }));
    case "anchor":
      return document.createDocumentFragment();
    case "paragraph":
    case "thinking":
      return el("p", {}, text());
    default:
      return attachment(item, acts, inner());
  }
}

function credit(item, acts) {
  return item.credit && el("footer", {}, "— ", richText(item.credit, acts));
}

function list(item, acts) {
  const rows = item.items.map((row) =>
    el("li", {}, el("span", { class: "rich-label", text: row.has_checkbox ? (row.is_checked ? "☑" : "☐") : row.label }),
      el("div", {}, ...row.blocks.map((child) => block(child, acts)))),
  );
  return el("ul", { class: "rich-list" }, ...rows);
}

function table(item, acts) {
  const row = (cells) => el("tr", {}, ...cells.map((cell) =>
    el(cell.is_header ? "th" : "td", { class: `align-${cell.align}`, colspan: cell.colspan, rowspan: cell.rowspan }, richText(cell.text, acts))));
  const caption = item.caption && el("caption", {}, richText(item.caption, acts));
  const body = el("table", { class: item.is_compact ? "compact" : null }, caption, el("tbody", {}, ...item.cells.map(row)));
  return el("div", { class: "rich-table", tabindex: "0", role: "group", "aria-label": "Таблиця" }, body);
}

function attachment(item, acts, inner) {
  const caption = item.caption && el("p", {}, richText(item.caption.text, acts));
  const name = item.document?.file_name ?? item.audio?.file_name ?? item.type;
  return el("figure", {}, inner.length > 0 ? el("div", {}, ...inner) : el("p", { class: "file-card", text: name }), caption);
}
