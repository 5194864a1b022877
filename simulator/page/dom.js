// Builds elements. Data enters as text nodes and attributes only, never as markup.

/**
 * @param {string} tag element name
 * @param {Record<string, unknown>} [props] `class`, `text`, `on` (event → listener), `data` (data-*), else attributes; null and false are left out
 * @param {...(Node|string|null|false)} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") node.textContent = String(value);
    else if (name === "on") for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else if (name === "data") for (const [key, item] of Object.entries(value)) node.dataset[key] = String(item);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const SVG = "http://www.w3.org/2000/svg";

/** Line drawings of our own, on a 24 × 24 grid. */
const ICONS = {
  send: "M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4",
  attach: "M18 11.5 11.8 17.7a4 4 0 0 1-5.7-5.7l7-7a2.7 2.7 0 0 1 3.8 3.8l-6.8 6.8a1.3 1.3 0 0 1-1.9-1.9L14 7.9",
  back: "M14.5 5 8 12l6.5 7",
  more: "M6 12h.01M12 12h.01M18 12h.01",
  reply: "M10 6 4.5 11.5 10 17M5 11.5h8a6 6 0 0 1 6 6V19",
  edit: "M5 19l.8-4L15.5 5.3a1.6 1.6 0 0 1 2.3 0l.9.9a1.6 1.6 0 0 1 0 2.3L9 18.2z",
  trash: "M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7M10.3 10.5v5.5M13.7 10.5v5.5",
  copy: "M9 9h10v10H9zM6 15H5V5h10v1",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  eye: "M3 12s3.3-6 9-6 9 6 9 6-3.3 6-9 6-9-6-9-6zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  lock: "M7 11h10v8H7zM9 11V8.5a3 3 0 0 1 6 0V11",
  pin: "M9 4h6l-1 6 3 3H7l3-3zM12 13v7",
  clock: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v4.5l3 2",
  calls: "M5 7h14M5 12h14M5 17h9",
  down: "M6 10l6 6 6-6",
  check: "M5 12.5 10 17 19 7.5",
  file: "M7 4h7l4 4v12H7zM14 4v4h4",
  voice: "M12 14a3 3 0 0 0 3-3V7a3 3 0 0 0-6 0v4a3 3 0 0 0 3 3zM6 11.5a6 6 0 0 0 12 0M12 17.5V21",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c.8-3.8 3.7-5.5 7.5-5.5s6.7 1.7 7.5 5.5",
  group: "M8.5 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 18.5c.5-3 2.8-4.5 6-4.5s5.5 1.5 6 4.5M15.5 5.3a3 3 0 0 1 0 5.5M17 14.3c2.5.4 4 1.8 4.5 4.2",
  desk: "M4 6h16v10H4zM9 20h6M12 16v4",
  keyboard: "M4 7h16v10H4zM7.5 10.5h.01M12 10.5h.01M16.5 10.5h.01M8.5 14h7",
  out: "M10 6H6v12h12v-4M13 5h6v6M19 5l-8 8",
};

/**
 * @param {keyof typeof ICONS} name
 * @returns {SVGElement} hidden from screen readers: the control around it carries the label
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** Puts the icons where the static markup asks for them with data-icon. */
export function drawIcons(root) {
  for (const node of root.querySelectorAll("[data-icon]")) {
    node.prepend(icon(node.dataset.icon));
    delete node.dataset.icon;
  }
}
