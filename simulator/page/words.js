// Names, times and short texts that several parts of the page say in the same way.

const ZONE = "Europe/Kyiv";
const clockFormat = new Intl.DateTimeFormat("uk-UA", { hour: "2-digit", minute: "2-digit", timeZone: ZONE });
const dayFormat = new Intl.DateTimeFormat("uk-UA", { day: "numeric", month: "long", timeZone: ZONE });

/** @param {number} ms moment in milliseconds; shown in Kyiv's time */
export const timeOf = (ms) => clockFormat.format(ms);
export const dayOf = (ms) => dayFormat.format(ms);

const secondFormat = new Intl.DateTimeFormat("uk-UA", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: ZONE });
const shortDayFormat = new Intl.DateTimeFormat("uk-UA", { day: "numeric", month: "short", timeZone: ZONE });
export const secondOf = (ms) => secondFormat.format(ms);
export const shortDayOf = (ms) => shortDayFormat.format(ms);

export function nameOf(user) {
  return [user?.first_name, user?.last_name].filter(Boolean).join(" ") || "Хтось";
}

/** Who a message is from, as the viewer reads it. */
export function senderOf(message, viewer) {
  if (message.sender_chat) return "Анонімний адміністратор";
  if (message.from?.id === viewer) return "Ви";
  return nameOf(message.from);
}

export function initialsOf(name) {
  const words = name.split(/\s+/).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();
}

/** One of eight calm colours, always the same for the same id. */
export function hueOf(id) {
  return Math.abs(Number(id)) % 8;
}

export function sizeOf(bytes) {
  if (!bytes) return "";
  if (bytes < 1024) return `${bytes} Б`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} КБ`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} МБ`;
}

const SERVICES = {
  forum_topic_created: (item) => `Створено тему «${item.name}»`,
  forum_topic_edited: (item) => (item.name ? `Тепер тема зветься «${item.name}»` : "Змінено значок теми"),
  forum_topic_closed: () => "Тему закрито",
  forum_topic_reopened: () => "Тему знову відкрито",
  pinned_message: () => "Закріплено повідомлення",
  new_chat_members: (users) => `У групі з’являється ${users.map(nameOf).join(", ")}`,
  left_chat_member: (user) => `Групу покидає ${nameOf(user)}`,
  new_chat_title: (title) => `Група тепер зветься «${title}»`,
  group_chat_created: () => "Групу створено",
  supergroup_chat_created: () => "Групу створено",
  migrate_to_chat_id: () => "Група стала супергрупою",
  migrate_from_chat_id: () => "Група стала супергрупою",
};

/** @returns {string|null} the line of a service message; null for an ordinary one */
export function serviceLine(message) {
  const kind = Object.keys(SERVICES).find((name) => message[name] !== undefined && message[name] !== null);
  return kind ? SERVICES[kind](message[kind]) : null;
}

const MEDIA = {
  photo: "Фото", document: "Файл", voice: "Голосове", video: "Відео", video_note: "Відеоповідомлення",
  audio: "Аудіо", animation: "Анімація", sticker: "Наліпка",
};

/** @returns {{id: string, title: string, size: string, kind: string}|null} what file a message carries */
export function fileOf(message) {
  const kind = Object.keys(MEDIA).find((name) => message[name] && !(name === "document" && message.animation));
  if (!kind) return null;
  const file = Array.isArray(message[kind]) ? message[kind].at(-1) : message[kind];
  const emoji = kind === "sticker" && file.emoji ? ` ${file.emoji}` : "";
  return { id: file.file_id, kind, title: file.file_name ?? `${MEDIA[kind]}${emoji}`, size: sizeOf(file.file_size) };
}

/** One line that stands for the message: in quotations, pins, announcements. */
export function snippetOf(message) {
  const words = message.text ?? message.caption ?? serviceLine(message) ?? fileOf(message)?.title ?? (message.rich_message ? "Оформлене повідомлення" : null)
    ?? (message.contact ? "Контакт" : "Повідомлення");
  return words.replace(/\s+/g, " ").slice(0, 120);
}
