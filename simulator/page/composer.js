// The writing field: text, files, voice, reply, correction, commands after "/", the reply keyboard.

import { el, icon } from "./dom.js";
import { CommandList } from "./commands.js";
import { replyKeys } from "./keyboard.js";
import { VOICE } from "./media.js";
import { sizeOf, snippetOf } from "./words.js";

const CAPTION_LIMIT = 1024;

export class Composer {
  /**
   * @param {HTMLElement} root the form and the reply keyboard's box live inside
   * @param {object} acts target(): where this field writes to now; send(target, {text, replyTo, files}) and
   *   correct(target, entry, text): promises, refused if nothing was sent; key(message, button): a key of the reply
   *   keyboard; commands(): promise of the bot's commands; lastOwn(): the person's last text entry or null
   */
  constructor(root, acts) {
    this.queue = Promise.resolve();
    this.form = root.querySelector(".composer");
    this.field = this.form.querySelector("textarea");
    this.context = this.form.querySelector(".context");
    this.chips = this.form.querySelector(".files");
    this.picker = this.form.querySelector("input[type=file]");
    this.keyboard = root.querySelector(".reply-keyboard");
    this.toggle = this.form.querySelector("[data-act=keyboard]");
    this.sendKey = this.form.querySelector("[data-act=send]");
    this.speakKey = this.form.querySelector("[data-act=speak]");
    this.acts = acts;
    this.commands = new CommandList(root.querySelector(".commands"), this.field, acts.commands, () => this.submit());
    this.drafts = new Map();
    this.place = "";
    this.#reset();
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.field.addEventListener("keydown", (event) => this.#key(event));
    this.field.addEventListener("input", () => this.#fit());
    this.form.querySelector("[data-act=attach]").addEventListener("click", () => this.picker.click());
    this.picker.addEventListener("change", () => this.#picked());
    this.speakKey.addEventListener("click", () => this.#speak());
    this.toggle.addEventListener("click", () => this.#showKeys(this.keyboard.hidden));
  }

  /** Moves to another chat or topic; what was begun here waits as a draft. */
  moveTo(place) {
    if (place === this.place) return;
    this.drafts.set(this.place, this.field.value);
    this.place = place;
    this.#reset();
    this.field.value = this.drafts.get(place) ?? "";
    this.#fit();
  }

  reply(entry, name) {
    this.#reset();
    this.replyTo = entry.message.message_id;
    this.#say("reply", `Відповідь: ${name}`, snippetOf(entry.message));
  }

  correct(entry) {
    this.#reset();
    this.correcting = entry;
    this.field.value = entry.message.text ?? entry.message.caption ?? "";
    this.#say("edit", "Зміна повідомлення", snippetOf(entry.message));
    this.#fit();
  }

  /** @param {{message: object, markup: object}|null} found the reply keyboard in force */
  setKeyboard(found) {
    const sign = found ? JSON.stringify([found.message.message_id, found.markup]) : "";
    if (sign === this.keyboardSign) return;
    this.keyboardSign = sign;
    this.keyboardOf = found;
    this.toggle.hidden = !found;
    this.field.placeholder = found?.markup.input_field_placeholder || "Повідомлення";
    this.keyboard.replaceChildren(...(found ? replyKeys(found.markup, (button) => this.#keyPressed(button)) : []));
    this.#showKeys(Boolean(found));
  }

  /** Takes what is in the field; messages leave one after another, in order. */
  submit() {
    if (this.#isEmpty()) return;
    const job = this.#job(this.files);
    this.commands.hide();
    this.field.value = "";
    this.#reset();
    this.field.focus();
    this.queue = this.queue.then(() => this.#deliver(job));
  }

  /** Its key stands there only while nothing else was begun. */
  #speak() {
    const job = this.#job([VOICE]);
    this.#reset();
    this.queue = this.queue.then(() => this.#deliver(job));
  }

  #job(files) {
    return {
      text: this.field.value.trim(), files, replyTo: this.replyTo, correcting: this.correcting,
      place: this.place, target: this.acts.target(),
    };
  }

  #isEmpty() {
    return this.field.value.trim() === "" && this.files.length === 0;
  }

  async #deliver(job) {
    const steps = stepsOf(job);
    while (steps.length > 0) {
      try {
        if (job.correcting) await this.acts.correct(job.target, job.correcting, job.text);
        else await this.acts.send(job.target, steps[0]);
      } catch {
        // the pane has said why; the words come back
        this.#giveBack(job.place, steps.map((step) => step.text).filter(Boolean).join("\n"));
        return;
      }
      steps.shift();
    }
  }

  #giveBack(place, text) {
    const rest = place === this.place ? this.field.value : (this.drafts.get(place) ?? "");
    const whole = [text, rest].filter(Boolean).join("\n");
    if (place !== this.place) this.drafts.set(place, whole);
    else {
      this.field.value = whole;
      this.#fit();
    }
  }

  #reset() {
    this.replyTo = null;
    this.correcting = null;
    this.files = [];
    this.context.hidden = true;
    this.context.replaceChildren();
    this.#drawFiles();
    this.#fit();
  }

  #say(mark, title, text) {
    const cancel = () => {
      if (this.correcting) this.field.value = "";
      this.#reset();
      this.field.focus();
    };
    this.context.replaceChildren(icon(mark),
      el("span", { class: "context-lines" }, el("span", { class: "quote-name", text: title }), el("span", { class: "quote-text", text })),
      el("button", { type: "button", class: "icon-button", "aria-label": "Скасувати", data: { act: "cancel" }, on: { click: cancel } }, icon("close")));
    this.context.hidden = false;
    this.cancel = cancel;
    this.field.focus();
  }

  #key(event) {
    if (event.isComposing || this.commands.takesKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && !this.context.hidden) {
      event.stopPropagation();
      this.cancel();
    } else if (event.key === "ArrowUp" && this.field.value === "" && !this.correcting) {
      const last = this.acts.lastOwn();
      if (!last) return;
      event.preventDefault();
      this.correct(last);
    }
  }

  async #keyPressed(button) {
    const { message, markup } = this.keyboardOf;
    if (markup.one_time_keyboard) this.#showKeys(false);
    await this.acts.key(message, button);
  }

  #showKeys(shown) {
    this.keyboard.hidden = !shown;
    this.toggle.setAttribute("aria-expanded", String(shown));
  }

  /** One key at the end of the line, as in Telegram: to speak while nothing was begun, then to send. */
  #drawKey() {
    const speaks = this.#isEmpty() && !this.correcting;
    this.speakKey.hidden = !speaks;
    this.sendKey.hidden = speaks;
  }

  /** Grows the field with its words where the browser does not do so by itself; a hidden field has no height yet. */
  #fit() {
    this.#drawKey();
    if (CSS.supports("field-sizing", "content")) return;
    this.field.style.height = "auto";
    if (this.field.scrollHeight > 0) this.field.style.height = `${this.field.scrollHeight}px`;
  }

  #picked() {
    this.files.push(...this.picker.files);
    this.picker.value = "";
    this.#drawFiles();
    this.field.focus();
  }

  #drawFiles() {
    this.#drawKey();
    const drop = (file) => {
      this.files = this.files.filter((item) => item !== file);
      this.#drawFiles();
      this.field.focus();
    };
    this.chips.replaceChildren(...this.files.map((file) => el("li", {}, icon("file"),
      el("span", { class: "file-name", text: file.name }), el("span", { class: "soft", text: sizeOf(file.size) }),
      el("button", { type: "button", class: "icon-button", "aria-label": `Прибрати файл ${file.name}`, on: { click: () => drop(file) } }, icon("close")))));
    this.chips.hidden = this.files.length === 0;
  }
}

/** What goes out one by one: the files with a short text as their caption; a text too long for that follows them. */
function stepsOf({ text, files, replyTo }) {
  if (files.length > 0 && text.length > CAPTION_LIMIT) return [{ text: "", files, replyTo }, { text, files: [], replyTo }];
  return [{ text, files, replyTo }];
}
