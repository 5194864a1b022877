// The top bar: the stand's clock and the drawer with the bot's calls.

import { SimError, sim } from "./api.js";
import { el } from "./dom.js";
import { nameOf, secondOf, shortDayOf, timeOf } from "./words.js";

const TICK_MS = 5000;
const CALLS_EVERY_MS = 1500;
const CALLS_SHOWN = 200;

/** @param {import("./live.js").World} world @param {(text: string) => void} complain */
export function startClock(world, complain) {
  const now = document.querySelector("#clock-now");
  const offset = document.querySelector("#clock-offset");
  const draw = () => {
    now.replaceChildren(el("span", { class: "clock-day", text: `${shortDayOf(world.now())}, ` }), timeOf(world.now()));
    offset.textContent = world.offset === 0 ? "Час справжній." : `Попереду справжнього на ${spanOf(world.offset)}.`;
  };
  const advance = async (seconds, keys) => {
    for (const key of keys) key.setAttribute("aria-busy", "true");
    try {
      world.setClock(await sim.advance(seconds));
    } catch (error) {
      if (!(error instanceof SimError)) throw error;
      complain(`Годинник не пішов: ${error.message}`);
    } finally {
      for (const key of keys) key.removeAttribute("aria-busy");
    }
  };
  for (const key of document.querySelectorAll("[data-advance]")) {
    key.addEventListener("click", () => advance(Number(key.dataset.advance), [key]));
  }
  const form = document.querySelector("#clock-form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    advance(Number(form.elements.count.value) * Number(form.elements.unit.value), [form.querySelector("button")]);
  });
  world.addEventListener("clock", draw);
  setInterval(draw, TICK_MS);
  draw();
}

function spanOf(seconds) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor((seconds % 86400) / 3600);
  const minutes = Math.round((seconds % 3600) / 60);
  const parts = [days && `${days} дн.`, hours && `${hours} год`, minutes && `${minutes} хв`].filter(Boolean);
  return parts.join(" ") || "мить";
}

/** The drawer asks for new calls only while it is open. */
export function startCalls(world) {
  const drawer = document.querySelector("#calls");
  const rows = drawer.querySelector("tbody");
  let next = 0;
  let timer = null;
  const look = async () => {
    try {
      const [news, missing] = await Promise.all([sim.calls(next), sim.unsupported()]);
      next = news.next;
      rows.prepend(...news.calls.slice(-CALLS_SHOWN).reverse().map((call) => callRow(call, world)));
      while (rows.children.length > CALLS_SHOWN) rows.lastChild.remove();
      drawUnsupported(drawer.querySelector(".unsupported"), missing);
    } catch (error) {
      if (!(error instanceof SimError)) throw error;
    }
    if (drawer.open) timer = setTimeout(look, CALLS_EVERY_MS);
  };
  document.querySelector("[data-act=calls]").addEventListener("click", () => {
    next = 0;
    rows.replaceChildren();
    drawer.showModal();
    look();
  });
  drawer.addEventListener("close", () => clearTimeout(timer));
  drawer.addEventListener("click", (event) => event.target === drawer && drawer.close());
}

function callRow(call, world) {
  const chat = world.chats.find((item) => item.id === call.chat);
  const place = chat?.title ?? (world.user(call.chat) ? nameOf(world.user(call.chat)) : (call.chat ?? ""));
  const answer = call.error ? `${call.status}: ${call.error}` : String(call.status);
  return el("tr", { class: call.status === 200 ? null : "failed" },
    el("td", { text: secondOf(call.time * 1000) }), el("td", { class: "method", text: call.method }),
    el("td", { text: place }), el("td", { text: answer }));
}

function drawUnsupported(list, missing) {
  list.replaceChildren(...(missing.length > 0 ? missing.map((name) => el("li", { class: "method", text: name })) : [el("li", { class: "soft", text: "Бот просив лише те, що стенд уміє." })]));
}
