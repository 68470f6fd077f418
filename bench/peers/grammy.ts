import { type Conversation, conversations, createConversation } from "@grammyjs/conversations";
import { Bot, type Context } from "grammy";
import {
  invalid,
  isValid,
  keptIn,
  type MakePeer,
  prompts,
  summaryOf,
  updateOf,
} from "./dialogue.ts";

const me = {
  ...{ id: 1, is_bot: true, first_name: "bench", username: "bench_bot" },
  ...{ can_join_groups: false, can_read_all_group_messages: false },
  ...{ supports_inline_queries: false },
};

/** grammY with its conversations plugin, kept in SQLite through its storage adapter. */
export const grammy: MakePeer = async (path, send) => {
  const kept = keptIn(path);
  // under grammY, where it would call the network: its plugin records and replays the calls as ever
  const network = async (url: unknown, init: { body: string }) => {
    const call = JSON.parse(init.body) as { chat_id: number; text: string };
    if (String(url).endsWith("/sendMessage")) await send(call.chat_id, call.text);
    const result = { message_id: 1, date: 1, chat: { id: call.chat_id, type: "private" } };
    return { ok: true, status: 200, json: async () => ({ ok: true, result }) };
  };
  const bot = new Bot("1:BENCH", { botInfo: me as never, client: { fetch: network as never } });
  const adapter = {
    read: async (key: string) => kept.read(key),
    write: async (key: string, value: unknown) => kept.write(key, value),
    delete: async (key: string) => kept.remove(key),
  };
  bot.use(conversations({ storage: { type: "key", adapter } }) as never);
  async function talk(conversation: Conversation, context: Context) {
    const answers: string[] = [];
    await context.reply(prompts[0] ?? "");
    for (let place = 1; place <= prompts.length; place++) {
      let next = await conversation.waitFor("message:text");
      while (!isValid(place, next.msg.text)) {
        await next.reply(invalid);
        next = await conversation.waitFor("message:text");
      }
      answers.push(next.msg.text);
      await next.reply(prompts[place] ?? summaryOf(answers));
    }
  }
  bot.use(createConversation(talk as never) as never);
  bot.command("start", (context) =>
    (
      context as unknown as { conversation: { enter(name: string): Promise<void> } }
    ).conversation.enter("talk"),
  );
  return {
    handle: (user, text) => bot.handleUpdate(updateOf(user, text) as never),
    close: () => kept.close(),
  };
};
