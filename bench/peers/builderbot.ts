import library from "@builderbot/bot";
import { invalid, isValid, keptIn, type MakePeer, prompts, summaryOf } from "./dialogue.ts";

const { addKeyword, createBot, createFlow, MemoryDB, ProviderClass } = library;

/**
 * BuilderBot with a history in SQLite. What somebody answered (`state`) it keeps in memory alone: after a
 * restart it is lost. It stores its position after the answer left: a turn ends when that row is written.
 */
export const builderbot: MakePeer = async (path, send) => {
  const kept = keptIn(path);
  const insert = kept.database.prepare("INSERT INTO history (who, keyword, body) VALUES (?, ?, ?)");
  const last = kept.database.prepare(
    "SELECT body FROM history WHERE who = ? AND keyword <> '' ORDER BY id DESC LIMIT 1",
  );
  const waiting = new Map<string, () => void>();
  class History extends MemoryDB {
    override async save(row: {
      from: string;
      keyword?: unknown;
      answer?: unknown;
      options?: { capture?: boolean };
    }): Promise<void> {
      const keyword =
        typeof row.keyword === "string" ? row.keyword : JSON.stringify(row.keyword ?? "");
      insert.run(String(row.from), keyword, JSON.stringify(row));
      if (row.options?.capture || String(row.answer).startsWith("Merci")) {
        const settle = waiting.get(String(row.from));
        if (settle) setImmediate(settle);
      }
    }
    override async getPrevByNumber(from: string) {
      const row = last.get(String(from));
      return row === undefined ? undefined : JSON.parse(String(row["body"]));
    }
  }
  class Way extends ProviderClass {
    globalVendorArgs = { name: "bench", port: 0 };
    beforeHttpServerInit() {}
    afterHttpServerInit() {}
    busEvents() {
      return [];
    }
    async initVendor() {
      return this;
    }
    async saveFile() {
      return "";
    }
    async sendMessage(user: string, text: string) {
      await send(Number(user), text);
    }
  }
  let flow = addKeyword("/start");
  for (const [before, prompt] of prompts.entries())
    flow = flow.addAnswer(prompt, { capture: true }, async (context, tools) => {
      const place = before + 1;
      if (!isValid(place, context.body)) return tools.fallBack(invalid);
      await tools.state.update({ [place]: context.body });
      if (place === prompts.length) {
        const state = tools.state.getMyState() as Record<string, string>;
        const answers = prompts.map((_, each) => String(state[each + 1]));
        await tools.flowDynamic(summaryOf(answers));
      }
    }) as typeof flow;
  const provider = new Way() as never as InstanceType<typeof ProviderClass>;
  await createBot({ flow: createFlow([flow]), provider, database: new History() as never }, {
    queue: { timeout: 50_000, concurrencyLimit: 15 },
  } as never);
  return {
    handle: (user, text) =>
      new Promise((resolve) => {
        waiting.set(String(user), resolve);
        provider.emit("message", { from: String(user), body: text, name: "U" } as never);
      }),
    close: () => kept.close(),
  };
};
