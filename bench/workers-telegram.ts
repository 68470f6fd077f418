import type { Content } from "../src/base/message.ts";
import { type Engine, webhookSecret } from "./workers-engine.ts";

let update = 0;

/** A webhook call; resolves once Telegram was given the answer. */
export async function sayOnTelegram(engine: Engine, chat: number, content: Content): Promise<void> {
  const answered = new Promise<void>((resolve) => {
    waiting.set(String(chat), resolve);
  });
  engine.heard = (heard) => waiting.get(heard)?.();
  const response = await engine.fetch("/webhooks/telegram", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-telegram-bot-api-secret-token": webhookSecret,
    },
    body: JSON.stringify({ update_id: ++update, ...updateOf(chat, content) }),
  });
  if (!response.ok) throw new Error(`the webhook answered ${response.status}`);
  await response.text();
  await answered;
}
const waiting = new Map<string, () => void>();

function updateOf(chat: number, content: Content) {
  const from = { id: chat, is_bot: false, first_name: "Lina" };
  const place = { message_id: 1, date: 1_800_000_000, chat: { id: chat, type: "private" } };
  if (content.kind === "choice") {
    return { callback_query: { id: "1", from, data: content.option, message: place } };
  }
  const text = content.kind === "text" ? content.text : "/start";
  return { message: { ...place, from, text } };
}
