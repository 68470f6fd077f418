// A peer behind a webhook, its answers sent over HTTP: node over-http.ts TARGET API_PORT; says its own port.
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { keptIn, type MakePeer, type Peer } from "./dialogue.ts";

const [target = "", apiPort = "0"] = process.argv.slice(2);
const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "trousseau-peers-"));
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
// their libraries talk while they work
console.log = () => undefined;

function send(user: number, text: string): Promise<void> {
  const body = JSON.stringify({ chat_id: user, text });
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const call = request(
      {
        ...{ host: "127.0.0.1", port: Number(apiPort), path: "/bot1:BENCH/sendMessage" },
        ...{ method: "POST", agent, headers },
      },
      (response) => {
        response.resume();
        response.on("end", resolve);
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}

const makers: Readonly<Record<string, () => Promise<MakePeer>>> = {
  floor: async () => floor,
  grammy: async () => (await import("./grammy.ts")).grammy,
  telegraf: async () => (await import("./telegraf.ts")).telegraf,
  builderbot: async () => (await import("./builderbot.ts")).builderbot,
};

/** One read and one durable write, then the answer: nothing less can be done behind a webhook. */
const floor: MakePeer = async (path, answer): Promise<Peer> => {
  const kept = keptIn(path);
  return {
    async handle(user, text) {
      const before = (kept.read(String(user)) ?? []) as readonly string[];
      kept.write(String(user), [...before.slice(-9), text]);
      await answer(user, text);
    },
    close: () => kept.close(),
  };
};

const make = await makers[target]?.();
if (!make) throw new Error(`no target is called ${target}`);
const peer = await make(join(folder, "bench.db"), send);
const app = new Hono();
app.post("/", async (context) => {
  const { message } = (await context.req.json()) as {
    message: { chat: { id: number }; text: string };
  };
  await peer.handle(message.chat.id, message.text);
  return context.text("ok");
});
const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) =>
  process.send?.({ port }),
);
process.on("message", () => {
  server.close();
  peer.close();
  rmSync(folder, { recursive: true, force: true });
  process.exit();
});
