// The people's side of the simulator over HTTP.

/** A refusal in the simulator's own words, or an unreachable simulator (status 0). */
export class SimError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

async function call(method, path, body) {
  const options = { method, headers: {} };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  const response = await reach(path, options);
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new SimError(response.status, answer?.error ?? `Стенд відповів ${response.status}`);
  return answer;
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new SimError(0, "Стенд не відповідає");
  }
}

export const sim = {
  me: () => call("GET", "/sim/me"),
  users: async () => (await call("GET", "/sim/users")).users,
  chats: async () => (await call("GET", "/sim/chats")).chats,
  topics: async (chat) => (await call("GET", `/sim/chats/${chat}/topics`)).topics,
  messages: (chat, after, as) => call("GET", `/sim/chats/${chat}/messages?after=${after}&as=${as}`),
  commands: async (user, chat) => (await call("GET", `/sim/commands?user=${user}&chat=${chat}`)).commands,
  write: (chat, message) => call("POST", `/sim/chats/${chat}/messages`, message),
  edit: (chat, id, change) => call("PATCH", `/sim/chats/${chat}/messages/${id}`, change),
  remove: (chat, id, from) => call("DELETE", `/sim/chats/${chat}/messages/${id}?from=${from}`),
  press: (chat, id, press) => call("POST", `/sim/chats/${chat}/messages/${id}/press`, press),
  react: (chat, id, from, emoji) => call("POST", `/sim/chats/${chat}/messages/${id}/react`, { from, emoji }),
  topic: (chat, thread, change) => call("POST", `/sim/chats/${chat}/topics/${thread}`, change),
  block: (user) => call("POST", `/sim/users/${user}/block`, {}),
  unblock: (user) => call("POST", `/sim/users/${user}/unblock`, {}),
  clock: async () => (await call("GET", "/sim/clock")).offset,
  advance: async (seconds) => (await call("POST", "/sim/clock", { advance: seconds })).offset,
  calls: (after) => call("GET", `/sim/calls?after=${after}`),
  voice: async () => (await reach("/page/voice.ogg")).blob(),
  unsupported: async () => Object.keys((await call("GET", "/sim/unsupported")).methods),
};
