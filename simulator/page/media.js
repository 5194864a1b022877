// What stands in a message beside words, as the people's side takes it.

import { sim } from "./api.js";

const INLINE_LIMIT = 8 * 1024 * 1024;

/** Stands for a voice message. The stand listens to nobody: it sends a murmur of four seconds that was made for it. */
export const VOICE = Symbol("voice");
const VOICE_SECONDS = 4;

/**
 * @param {File|typeof VOICE} file
 * @returns {Promise<object>} `media` of the people's side; of a big file only the size travels
 */
export async function mediaOf(file) {
  if (file === VOICE) return { kind: "voice", name: "voice.ogg", duration: VOICE_SECONDS, content_base64: await base64(await sim.voice()) };
  const media = { kind: kindOf(file.type), name: file.name };
  if (file.size > INLINE_LIMIT) return { ...media, size: file.size };
  return { ...media, content_base64: await base64(file) };
}

async function base64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

function kindOf(type) {
  if (/^image\/(jpeg|png|webp)$/.test(type)) return "photo";
  if (type.startsWith("video/")) return "video";
  return type.startsWith("audio/") ? "audio" : "document";
}
