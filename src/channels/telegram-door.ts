import type { Update } from "grammy/types";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Message } from "../base/message.ts";
import type { Clock, Instant } from "../base/time.ts";
import { sameSecret } from "./same-secret.ts";
import type { TelegramChannel } from "./telegram.ts";
import { readUpdate, type UpdateReading } from "./telegram-update.ts";
import { isWellShaped } from "./well-shaped.ts";

/** What Telegram's door needs of the house. */
export interface TelegramDoor {
  readonly channel: TelegramChannel;
  readonly secret: string | null;
  readonly clock: Clock;
  receive(message: Message): Promise<"stored" | "seen">;
  /** Keeps the invocation alive for what nobody waits for; a process needs no such thing. */
  readonly background?: (work: Promise<unknown>) => void;
}

/** The kinds of update we ask Telegram for: the others would only be ignored. */
export const wantedUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "my_chat_member",
] as const;

const mebibyte = 1024 * 1024;

/**
 * The webhook. The secret is checked before the body is read; 200 is said once the update is safely
 * stored, or is one that has nothing for us.
 */
export function telegramRoutes(door: TelegramDoor): Hono {
  const app = new Hono();
  const tooLarge = (context: Context) => context.json({ error: { code: "too_large" } }, 413);
  app.use("/", async (context, next) => {
    const given = context.req.header("x-telegram-bot-api-secret-token");
    if (!door.secret || !sameSecret(given, door.secret)) {
      return context.json({ error: { code: "unauthorised" } }, 401);
    }
    return next();
  });
  app.post("/", bodyLimit({ maxSize: mebibyte, onError: tooLarge }), async (context) => {
    const update = parse(await context.req.text());
    if (!update) return context.json({ error: { code: "malformed" } }, 400);
    const taken = await takeUpdate(door, update);
    return taken === "malformed"
      ? context.json({ error: { code: "malformed" } }, 400)
      : context.json({ ok: true });
  });
  return app;
}

/** Stores what an update brings; what Telegram wants to hear back about a button follows by itself. */
export async function takeUpdate(
  door: TelegramDoor,
  update: Update,
): Promise<"taken" | "malformed"> {
  const { channel, clock } = door;
  const apart = (work: Promise<unknown>) => {
    const done = work.catch(() => undefined);
    door.background?.(done);
  };
  const read = readSafely(update, channel.account, clock.now());
  if (read === null) return "malformed";
  if (read.kind === "message") {
    await door.receive(read.message);
    // until a press is acknowledged the button spins; an old one cannot be, and that is no harm
    if (read.callback) apart(channel.api.answerCallbackQuery(read.callback));
  }
  if (read.kind === "leave") apart(channel.api.leaveChat(read.chat));
  return "taken";
}

/** What an update says, or null when it is not shaped as the Bot API shapes it. */
function readSafely(update: Update, account: string, now: Instant): UpdateReading | null {
  try {
    const reading = readUpdate(update, account, now);
    return reading.kind === "message" && !isWellShaped(reading.message) ? null : reading;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function parse(body: string): Update | null {
  try {
    const json: unknown = JSON.parse(body);
    const isUpdate =
      typeof json === "object" &&
      json !== null &&
      "update_id" in json &&
      Number.isInteger(json.update_id);
    return isUpdate ? (json as Update) : null;
  } catch {
    return null;
  }
}
