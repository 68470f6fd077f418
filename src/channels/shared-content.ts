import type { Content, SharedContact, SharedPlace } from "../base/message.ts";

/** A place as a network tells it, of whatever kind its values are. */
interface ToldPlace {
  readonly latitude: unknown;
  readonly longitude: unknown;
  readonly name?: string | undefined;
  readonly address?: string | undefined;
}

/** The most cards of one message that are kept; nobody calls more. */
const mostContacts = 10;

/** A place that was shared; without its numbers when they are none of this earth. */
export function placeContent(told: ToldPlace): Content {
  const place = placeOf(told);
  return { kind: "media", media: "location", ...(place ? { place } : {}) };
}

/** Cards that were shared; those without a name and without a number are left out. */
export function contactContent(
  told: readonly { readonly name: string; readonly numbers: readonly string[] }[],
): Content {
  const contacts: readonly SharedContact[] = told
    .filter(({ name, numbers }) => name !== "" || numbers.length > 0)
    .slice(0, mostContacts);
  return { kind: "media", media: "contact", ...(contacts.length > 0 ? { contacts } : {}) };
}

function placeOf({ latitude, longitude, name, address }: ToldPlace): SharedPlace | null {
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return null;
  return { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) };
}

function isWithin(angle: unknown, most: number): angle is number {
  return typeof angle === "number" && Math.abs(angle) <= most;
}
