import type { Context } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import type { ConversationId } from "../base/ids.ts";
import type { WebChatDoor } from "./web-chat-door.ts";

const aYear = 365 * 24 * 60 * 60;

/** The secret address this browser was given, or null: nobody gets one before they act. */
export async function addressOf(context: Context, door: WebChatDoor): Promise<string | null> {
  const value = await getSignedCookie(context, door.cookieSecret, cookieName(door), prefix(door));
  return value || null;
}

/** Gives this browser its address, or keeps it a year longer. */
export async function giveAddress(
  context: Context,
  door: WebChatDoor,
  address: string,
): Promise<void> {
  const kind = prefix(door);
  await setSignedCookie(context, cookieName(door), address, door.cookieSecret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    maxAge: aYear,
    secure: door.secure,
    ...(kind ? { prefix: kind } : {}),
  });
}

/** The conversation of this browser, or null. */
export async function conversationHere(
  context: Context,
  door: WebChatDoor,
): Promise<ConversationId | null> {
  const address = await addressOf(context, door);
  return address === null ? null : door.conversationOf(address);
}

/** One for each structure: they may share a host. */
function cookieName(door: WebChatDoor): string {
  return `chat-${door.structure.slug}`;
}

/** Over https a neighbouring host cannot plant an address of its own. */
function prefix(door: WebChatDoor): "host" | undefined {
  return door.secure ? "host" : undefined;
}
