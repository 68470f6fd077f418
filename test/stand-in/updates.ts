import { systemClock } from "../../src/base/time.ts";

/** Updates shaped as Telegram shapes them, dated in seconds: the day of the tests, unless their server reads the machine's clock. */
const date = 1_795_420_800;

/** What Telegram would write on a message sent now to a server that reads the machine's clock. */
export const machineDate = () => Math.floor(systemClock.now() / 1_000);

export function textUpdate(id: number, chat: number, text: string, at = date) {
  return {
    update_id: id,
    message: {
      message_id: id,
      date: at,
      chat: { id: chat, type: "private", first_name: "Lina" },
      from: { id: chat, is_bot: false, first_name: "Lina" },
      text,
    },
  };
}

export function pressUpdate(id: number, chat: number, option: string, at = date) {
  return {
    update_id: id,
    callback_query: {
      id: `callback-${id}`,
      from: { id: chat, is_bot: false, first_name: "Lina" },
      chat_instance: "1",
      message: {
        message_id: id,
        date: at,
        chat: { id: chat, type: "private", first_name: "Lina" },
      },
      data: option,
    },
  };
}
