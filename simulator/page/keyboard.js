// Inline keyboards under a message and the reply keyboard under the writing field.

import { el, icon } from "./dom.js";

/**
 * @param {object} button Bot API InlineKeyboardButton
 * @param {{press: (button: object, node: HTMLElement) => void}} acts
 * @param {Node} [label] drawn instead of the button's plain text
 */
export function inlineButton(button, acts, label) {
  const text = typeof button.text === "string" ? button.text : (label?.textContent ?? "");
  const node = el("button", { type: "button", class: "key", data: { button: text, kind: kindOf(button) } }, el("span", {}, label ?? text));
  if (button.style) node.dataset.style = button.style;
  if (button.url) node.append(icon("out"));
  if (button.copy_text) node.append(icon("copy"));
  if (button.disabled) {
    node.setAttribute("aria-disabled", "true");
  } else {
    node.addEventListener("click", () => acts.press(button, node));
  }
  return node;
}

function kindOf(button) {
  return ["disabled", "callback_data", "url", "copy_text"].find((kind) => kind in button) ?? "other";
}

/** @returns {HTMLElement|null} the rows of an inline keyboard */
export function inlineKeyboard(markup, acts) {
  if (!markup?.inline_keyboard?.length) return null;
  const rows = markup.inline_keyboard.map((row) => el("div", { class: "key-row" }, ...row.map((button) => inlineButton(button, acts))));
  return el("div", { class: "keys", role: "group", "aria-label": "Кнопки повідомлення" }, ...rows);
}

/**
 * The reply keyboard that is in force: the last message with a keyboard, unless a later one took it away.
 * @param {Array<{message: object}>} entries oldest first
 * @returns {{message: object, markup: object}|null}
 */
export function replyKeyboardOf(entries) {
  for (const { message } of [...entries].reverse()) {
    const markup = message.reply_markup;
    if (markup?.remove_keyboard) return null;
    if (markup?.keyboard) return { message, markup };
  }
  return null;
}

/** Draws the rows of a reply keyboard. */
export function replyKeys(markup, press) {
  const key = (button) => {
    const node = el("button", { type: "button", class: "key", data: { button: button.text, kind: "reply" }, on: { click: () => press(button) } },
      button.request_contact && icon("person"), el("span", { text: button.text }));
    if (button.style) node.dataset.style = button.style;
    return node;
  };
  return markup.keyboard.map((row) => el("div", { class: "key-row" }, ...row.map(key)));
}
