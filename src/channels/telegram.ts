import { Api, GrammyError, HttpError, InlineKeyboard, InputFile } from "grammy";
import type { WrittenReply } from "../base/message.ts";
import type { Channel, Delivery } from "./channel.ts";
import { limits } from "./limits.ts";
import { inParts } from "./numbered.ts";

/** A reply path waits this long for the network, not the library's eight minutes. */
const timeoutSeconds = 10;

/** A bot of Telegram: `account` is the bot's number, the head of its token. */
export interface TelegramChannel extends Channel {
  readonly api: Api;
  /** The same, patient enough for long polling. */
  readonly polling: Api;
}

export function telegramChannel(token: string, apiRoot: string): TelegramChannel {
  const api = new Api(token, { apiRoot, timeoutSeconds });
  return {
    name: "telegram",
    account: accountOf(token),
    api,
    polling: new Api(token, { apiRoot, timeoutSeconds: 4 * timeoutSeconds }),
    send: (address, reply) => sendReply(api, address, reply),
    async showTyping(address) {
      await api.sendChatAction(address, "typing").catch(() => undefined);
    },
  };
}

/** The bot's own number, which a token begins with. */
export function accountOf(token: string): string {
  return token.split(":", 1)[0] ?? "telegram";
}

async function sendReply(api: Api, address: string, reply: WrittenReply): Promise<Delivery> {
  const parts = inParts(reply.text, limits.telegram.text);
  let networkId: string | null = null;
  try {
    for (const [place, part] of parts.entries()) {
      const isLast = place === parts.length - 1;
      const keyboard = isLast ? keyboardOf(reply) : undefined;
      const sent = await api.sendMessage(address, part, {
        link_preview_options: { is_disabled: true },
        ...(keyboard ? { reply_markup: keyboard } : {}),
      });
      networkId = String(sent.message_id);
    }
  } catch (error) {
    const mood = moodOf(error);
    // a part that is refused would be refused again: the parts that left must not leave twice
    if (mood.outcome !== "refused" || networkId === null) return mood;
  }
  if (reply.file) await sendFile(api, address, reply.file);
  return { outcome: "delivered", networkId };
}

function keyboardOf({ options }: WrittenReply): InlineKeyboard | undefined {
  if (options.length === 0) return undefined;
  return InlineKeyboard.from(options.map(({ id, label }) => [InlineKeyboard.text(label, id)]));
}

/** The file goes with a message that already left: its failure must not send the message again. */
async function sendFile(api: Api, address: string, file: NonNullable<WrittenReply["file"]>) {
  const body = new TextEncoder().encode(file.body);
  await api.sendDocument(address, new InputFile(body, file.name)).catch(() => undefined);
}

/** What an error of the library means for the message. */
function moodOf(error: unknown): Delivery {
  if (error instanceof GrammyError) {
    const { error_code: code, parameters } = error;
    if (code === 429) {
      const seconds = parameters.retry_after ?? 1;
      return { outcome: "tryLater", afterMilliseconds: seconds * 1000, why: "429" };
    }
    if (code === 403) return { outcome: "unreachable", why: "403" };
    if (code === 400 && /chat not found|user is deactivated/i.test(error.description)) {
      return { outcome: "unreachable", why: "400" };
    }
    if (code >= 500) return { outcome: "tryLater", afterMilliseconds: null, why: String(code) };
    return { outcome: "refused", why: String(code) };
  }
  if (error instanceof HttpError) {
    // refused before anything left: surely not delivered; else nobody knows
    return /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/.test(causesOf(error))
      ? { outcome: "tryLater", afterMilliseconds: null, why: "network" }
      : { outcome: "unknown", why: "no answer" };
  }
  throw error;
}

/** The codes of an error and of those behind it; their messages may hold the token and are left out. */
function causesOf(error: unknown): string {
  const codes: string[] = [];
  let cause: unknown = error;
  for (let depth = 0; depth < 5 && cause instanceof Error; depth++) {
    if ("code" in cause) codes.push(String(cause.code));
    cause = cause instanceof HttpError ? cause.error : cause.cause;
  }
  return codes.join();
}
