import { Scenes, session, Telegraf } from "telegraf";
import {
  invalid,
  isValid,
  keptIn,
  type MakePeer,
  prompts,
  summaryOf,
  updateOf,
} from "./dialogue.ts";

type Step = Scenes.WizardContext & { wizard: { state: { answers?: string[] } } };

/** telegraf with a wizard, its session in SQLite. */
export const telegraf: MakePeer = async (path, send) => {
  const kept = keptIn(path);
  const bot = new Telegraf<Step>("1:BENCH");
  const callApi = async (method: string, call: { chat_id: number; text: string }) => {
    if (method === "sendMessage") await send(call.chat_id, call.text);
    return { message_id: 1 };
  };
  bot.botInfo = { id: 1, is_bot: true, first_name: "bench", username: "bench_bot" } as never;
  const first = async (context: Step) => {
    context.wizard.state.answers = [];
    await context.reply(prompts[0] ?? "");
    return context.wizard.next();
  };
  const steps = prompts.map((_, before) => async (context: Step) => {
    const place = before + 1;
    const text = context.message && "text" in context.message ? context.message.text : "";
    if (!isValid(place, text)) return void (await context.reply(invalid));
    const answers = [...(context.wizard.state.answers ?? []), text];
    context.wizard.state.answers = answers;
    const prompt = prompts[place];
    await context.reply(prompt ?? summaryOf(answers));
    return prompt === undefined ? context.scene.leave() : context.wizard.next();
  });
  bot.use((context, next) => {
    (context.telegram as unknown as { callApi: unknown }).callApi = callApi;
    return next();
  });
  const store = { get: kept.read, set: kept.write, delete: kept.remove };
  bot.use(session({ store: store as never }));
  const wizard = new Scenes.WizardScene<Step>("talk", first, ...(steps as never[]));
  bot.use(new Scenes.Stage<Step>([wizard]).middleware());
  bot.command("start", (context) => context.scene.enter("talk"));
  return {
    handle: (user, text) => bot.handleUpdate(updateOf(user, text) as never),
    close: () => kept.close(),
  };
};
