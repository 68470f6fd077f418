import { Api, GrammyError, HttpError, InlineKeyboard, InputFile } from "grammy";
import type { WrittenReply } from "../base/message.ts";
import { type Channel, type Delivery, forTheFirstTime, type Leaving } from "./channel.ts";
import { leaveInParts, pause, triedTwice, type Wait } from "./leave-in-parts.ts";
import { limits } from "./limits.ts";
import { inParts } from "./numbered.ts";
import { fetchTelegramMedia } from "./telegram-media.ts";

/** A reply path waits this long for the network, not the library's eight minutes. */
const timeoutSeconds = 10;
/** A bot of Telegram: `account` is the bot's number, the head of its token. */
export interface TelegramChannel extends Channel {
  readonly api: Api;
  /** The same, patient enough for long polling. */
  readonly polling: Api;
}

/** `wait` passes the time that the network asks for inside one sending. */
export function telegramChannel(token: string, apiRoot: string, wait = pause): TelegramChannel {
  const api = new Api(token, { apiRoot, timeoutSeconds });
  return {
    name: "telegram",
    account: accountOf(token),
    api,
    polling: new Api(token, { apiRoot, timeoutSeconds: 4 * timeoutSeconds }),
    send: (address, reply, _conversation, leaving = forTheFirstTime) =>
      sendReply({ api, wait }, address, reply, leaving),
    fetchMedia: (ref, most) => fetchTelegramMedia({ api, apiRoot, token }, ref, most),
  };
}

/** The bot's own number, which a token begins with. */
export function accountOf(token: string): string {
  return token.split(":", 1)[0] ?? "telegram";
}

interface Sending {
  readonly api: Api;
  readonly wait: Wait;
}

/** The parts of the text, then the file: a text that is followed by a file is told of as a part. */
async function sendReply(
  sending: Sending,
  address: string,
  reply: WrittenReply,
  leaving: Leaving,
): Promise<Delivery> {
  const texts = inParts(reply.text, limits.telegram.text);
  const works = texts.map((text, place) => () => {
    const keyboard = place === texts.length - 1 ? keyboardOf(reply) : undefined;
    return tried(() =>
      sending.api.sendMessage(address, text, {
        link_preview_options: { is_disabled: true },
        ...(keyboard ? { reply_markup: keyboard } : {}),
      }),
    );
  });
  const delivery = await leaveInParts(works, leaving, sending.wait);
  if (delivery.outcome !== "delivered" || !reply.file) return delivery;
  if (leaving.partsLeft < works.length) {
    await leaving.partLeft(works.length - 1, delivery.networkId);
  }
  await sendFile(sending, address, reply.file);
  return delivery;
}

async function tried(work: () => Promise<{ readonly message_id: number }>): Promise<Delivery> {
  try {
    return { outcome: "delivered", networkId: String((await work()).message_id) };
  } catch (error) {
    return moodOf(error);
  }
}

function keyboardOf({ options }: WrittenReply): InlineKeyboard | undefined {
  if (options.length === 0) return undefined;
  return InlineKeyboard.from(options.map(({ id, label }) => [InlineKeyboard.text(label, id)]));
}

/** The file goes with a message that already left: its failure must not send the message again. */
async function sendFile(
  sending: Sending,
  address: string,
  file: NonNullable<WrittenReply["file"]>,
): Promise<void> {
  const body = new TextEncoder().encode(file.body);
  await triedTwice(sending.wait, () =>
    tried(() => sending.api.sendDocument(address, new InputFile(body, file.name))),
  );
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
    // something between the network and us may answer without a code: that is no refusal of theirs
    return code >= 400 && code < 500
      ? { outcome: "refused", why: String(code) }
      : { outcome: "tryLater", afterMilliseconds: null, why: String(code ?? "no code") };
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
