import type { WrittenReply } from "../base/message.ts";

/** The options as numbered lines, where a channel has no buttons: "1. Oui". */
export function numbered({ text, options }: WrittenReply): string {
  const lines = options.map(({ label }, place) => `${place + 1}. ${label}`);
  return lines.length === 0 ? text : `${text}\n\n${lines.join("\n")}`;
}

/** A reply for a network that takes no calendar file: its text says where the file is read. */
export function withLinkedFile(reply: WrittenReply): WrittenReply {
  const link = reply.file?.link;
  return link ? { ...reply, text: `${reply.text}\n\n${link}` } : reply;
}

/** A long text cut between paragraphs, then between sentences, into parts of at most `most` characters. */
export function inParts(text: string, most: number): readonly string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const head = rest.slice(0, most);
    const cut = [
      head.lastIndexOf("\n\n"),
      head.lastIndexOf("\n"),
      Math.max(...[". ", "! ", "? ", "… "].map((end) => head.lastIndexOf(end))) + 1,
      head.lastIndexOf(" "),
    ];
    const place = cut.find((one) => one > most / 2) ?? wholeCharacters(rest, most);
    parts.push(rest.slice(0, place).trim());
    rest = rest.slice(place).trim();
  }
  return rest ? [...parts, rest] : parts;
}

/** One less where a pictogram would be cut in two. */
function wholeCharacters(text: string, most: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
}
