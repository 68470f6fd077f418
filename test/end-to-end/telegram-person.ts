import type { BotApi } from "../stand-in/bot-api.ts";
import { pressUpdate, textUpdate } from "../stand-in/updates.ts";

/** Somebody with Telegram on their phone: what they do reaches us as Telegram would bring it. */
export interface TelegramPerson {
  readonly chat: number;
  /** Writes, and waits for the next message to them, which it gives. */
  say(text: string): Promise<string>;
  /** Presses the button with these words, the last one shown, and waits in the same way. */
  press(label: string): Promise<string>;
  /** Writes, and waits only until the message is accepted. */
  write(text: string): Promise<void>;
  /** What they were sent, in order. */
  texts(): readonly string[];
}

interface Webhook {
  readonly api: BotApi;
  /** Where updates are posted; asked each time, since a test may choose among several addresses. */
  address(): string;
  readonly secret: string;
  /** In seconds, when they write: the day of the tests unless their server reads the machine's clock. */
  date?(): number;
}

// updates are numbered by the network, for all who write to it
let updates = 0;

export function telegramPerson(
  { api, address, secret, date }: Webhook,
  chat: number,
): TelegramPerson {
  const post = async (update: unknown): Promise<void> => {
    const response = await fetch(address(), {
      method: "POST",
      headers: { "x-telegram-bot-api-secret-token": secret, "content-type": "application/json" },
      body: JSON.stringify(update),
    });
    if (response.status !== 200) throw new Error(`not accepted: ${response.status}`);
  };
  const send = async (update: unknown): Promise<string> => {
    const before = api.texts(chat).length;
    await post(update);
    await api.until(() => api.texts(chat).length > before);
    return api.texts(chat).at(-1) ?? "";
  };
  return {
    chat,
    say: (text) => send(textUpdate(++updates, chat, text, date?.())),
    press(label) {
      const buttons = api.calls
        .filter((call) => call.chat === String(chat))
        .flatMap((call) => call.buttons);
      const option = buttons.findLast((button) => button.text === label)?.callback_data;
      if (!option) throw new Error(`no button says "${label}"`);
      return send(pressUpdate(++updates, chat, option, date?.()));
    },
    write: (text) => post(textUpdate(++updates, chat, text, date?.())),
    texts: () => api.texts(chat),
  };
}
