// The bot's commands, offered while a "/" word is being typed.

import { el } from "./dom.js";

let lists = 0;

export class CommandList {
  /**
   * @param {HTMLElement} box where the list is drawn
   * @param {HTMLTextAreaElement} field
   * @param {() => Promise<Array<{command: string, description: string}>>} load
   * @param {() => void} submit sends what stands in the field
   */
  constructor(box, field, load, submit) {
    this.box = box;
    this.field = field;
    this.load = load;
    this.submit = submit;
    this.found = [];
    this.at = 0;
    lists += 1;
    box.id = `commands-${lists}`;
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", box.id);
    field.addEventListener("input", () => this.#look());
    field.addEventListener("blur", () => this.hide());
  }

  hide() {
    this.box.hidden = true;
    this.found = [];
    this.field.removeAttribute("aria-activedescendant");
  }

  /** @returns {boolean} true if the key was meant for the list */
  takesKey(event) {
    if (this.box.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.at = (this.at + step + this.found.length) % this.found.length;
      this.#draw();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      this.hide();
    } else if (event.key === "Tab" || event.key === "Enter") this.#choose(event.key === "Enter");
    else return false;
    event.preventDefault();
    return true;
  }

  async #look() {
    const typed = this.field.value;
    if (!/^\/\w*$/.test(typed)) return this.hide();
    const all = await this.load();
    if (this.field.value !== typed) return undefined;
    this.found = all.filter((item) => item.command.startsWith(typed.slice(1)));
    this.at = 0;
    if (this.found.length === 0) return this.hide();
    return this.#draw();
  }

  #choose(send) {
    this.field.value = `/${this.found[this.at].command}`;
    this.hide();
    if (send) this.submit();
  }

  #draw() {
    const pick = (index) => (event) => {
      event.preventDefault();
      this.at = index;
      this.#choose(true);
    };
    this.box.replaceChildren(...this.found.map((item, index) => el("li", {
      role: "option", id: `${this.box.id}-${index}`, "aria-selected": String(index === this.at), on: { mousedown: pick(index) },
    }, el("span", { class: "command", text: `/${item.command}` }), el("span", { class: "soft", text: item.description }))));
    this.box.hidden = false;
    this.field.setAttribute("aria-activedescendant", `${this.box.id}-${this.at}`);
    this.box.children[this.at].scrollIntoView({ block: "nearest" });
  }
}
