// What the page says aside from the chats: toasts, alerts, questions, announcements for screen readers.

import { el } from "./dom.js";

const TOAST_MS = 5000;

/** Shows a short note at the foot of a pane; it waits while the pointer or the focus is on it. */
export function toast(box, text) {
  const note = el("p", { class: "toast", text });
  box.append(note);
  let timer;
  const leave = () => {
    timer = setTimeout(() => note.remove(), TOAST_MS);
  };
  note.addEventListener("pointerenter", () => clearTimeout(timer));
  note.addEventListener("pointerleave", leave);
  leave();
}

/** A window with words and buttons; resolves with the value of the pressed one ("" after Escape). */
function ask(title, body, buttons) {
  const dialog = document.querySelector("#ask");
  dialog.querySelector("h2").textContent = title;
  dialog.querySelector(".ask-body").replaceChildren(body);
  const make = ({ value, text, style }) => el("button", { value, class: "key", data: { style } }, el("span", { text }));
  dialog.querySelector(".ask-keys").replaceChildren(...buttons.map(make));
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue), { once: true });
  });
}

const OK = { value: "ok", text: "Гаразд", style: "primary" };

/** A bot's alert. */
export const alertOf = (text) => ask("Супровід", el("p", { text }), [OK]);

/** @returns {Promise<boolean>} whether the person agreed */
export async function confirmed(title, text, yes) {
  const answer = await ask(title, el("p", { text }), [{ value: "", text: "Ні" }, { value: "yes", text: yes, style: "danger" }]);
  return answer === "yes";
}

/** An address that leads out of the stand: shown, opened only by hand. */
export function showAddress(href) {
  const anchor = el("a", { href, target: "_blank", rel: "noopener noreferrer", text: href });
  return ask("Посилання веде назовні", el("p", {}, anchor), [OK]);
}

/** Tells a screen reader what came. */
export function announce(text) {
  const box = document.querySelector("#announcer");
  box.append(el("p", { text }));
  while (box.children.length > 5) box.firstChild.remove();
}

/** @returns {Promise<boolean>} whether the text is on the clipboard now */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
