/** Updates shaped as Telegram shapes them. */
const date = 1_795_420_800;

export function textUpdate(id: number, chat: number, text: string) {
  return {
    update_id: id,
    message: {
      message_id: id,
      date,
      chat: { id: chat, type: "private", first_name: "Lina" },
      from: { id: chat, is_bot: false, first_name: "Lina" },
      text,
    },
  };
}

export function pressUpdate(id: number, chat: number, option: string) {
  return {
    update_id: id,
    callback_query: {
      id: `callback-${id}`,
      from: { id: chat, is_bot: false, first_name: "Lina" },
      chat_instance: "1",
      message: { message_id: id, date, chat: { id: chat, type: "private", first_name: "Lina" } },
      data: option,
    },
  };
}
