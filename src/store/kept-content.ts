import { maskSensitive, type SensitiveKind } from "../base/masked.ts";
import type { Content } from "../base/message.ts";

/**
 * A message as it may be kept: sensitive numbers are taken out of its words, of a caption, of a place and
 * of cards, and their kinds named beside. Every message that is stored goes through here, and nothing
 * reads one before it is stored.
 */
export function keptContent(content: Content): Content {
  if (content.kind !== "text" && content.kind !== "edited" && content.kind !== "media")
    return content;
  const kinds = new Set<SensitiveKind>();
  const kept = (text: string): string => {
    const { text: safe, masked } = maskSensitive(text);
    for (const kind of masked) kinds.add(kind);
    return safe;
  };
  const safe =
    content.kind === "media" ? keptMedia(content, kept) : { ...content, text: kept(content.text) };
  return kinds.size > 0 ? { ...safe, masked: [...kinds] } : safe;
}

function keptMedia(
  content: Extract<Content, { kind: "media" }>,
  kept: (text: string) => string,
): Extract<Content, { kind: "media" }> {
  const { caption, place, contacts } = content;
  return {
    ...content,
    ...(caption === undefined ? {} : { caption: kept(caption) }),
    ...(place
      ? {
          place: {
            ...place,
            ...(place.name === undefined ? {} : { name: kept(place.name) }),
            ...(place.address === undefined ? {} : { address: kept(place.address) }),
          },
        }
      : {}),
    ...(contacts
      ? {
          contacts: contacts.map((card) => ({
            ...card,
            name: kept(card.name),
            numbers: card.numbers.map(kept),
          })),
        }
      : {}),
  };
}
