/**
 * The address behind an id of a private chat: a number as digits, as the official API writes it too, or
 * the hidden id as it is ("…@lid"). Null for groups, broadcasts, statuses, newsletters and WhatsApp itself.
 */
export function addressOf(id: string): string | null {
  const [, user = "", server = ""] =
    /^(\d{5,})(?::\d+)?@(c\.us|s\.whatsapp\.net|lid)$/.exec(id) ?? [];
  if (user === "") return null;
  return server === "lid" ? `${user}@lid` : user;
}

/** The id of the chat with that address. */
export function chatOf(address: string): string {
  return address.includes("@") ? address : `${address}@c.us`;
}
