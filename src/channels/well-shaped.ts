import type { Message } from "../base/message.ts";

/** The words of a content, wherever they stand in it. */
const words = ["text", "option", "caption", "source", "ref", "type", "name", "address"];

/**
 * Whether what was read from a network has the types it says. The JSON of a webhook is anybody's once the
 * secret is known, and a network may change its shapes: what is not shaped as it says is refused at the
 * door, where it can break nothing.
 */
export function isWellShaped({ from, at, content }: Message): boolean {
  return /^-?\w[\w.@:-]*$/.test(from.address) && Number.isSafeInteger(at) && isPlain(content);
}

function isPlain(part: unknown, name = ""): boolean {
  if (words.includes(name)) return typeof part === "string";
  if (Array.isArray(part))
    return part.every((one) => isPlain(one, name === "numbers" ? "text" : ""));
  if (typeof part === "object" && part !== null)
    return Object.entries(part).every(([key, one]) => isPlain(one, key));
  return part !== null;
}
