// One target in a process of its own, so that each has its own memory: driven in process, measured, printed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bench, drive, script } from "../drive.ts";
import { expectedAt, type MakePeer, type Peer, textOf } from "./dialogue.ts";

const [target = "", users = "1000", seconds = "5"] = process.argv.slice(2);
const folder = mkdtempSync(join(process.env["BENCH_DIR"] ?? tmpdir(), "trousseau-peers-"));
const bench = await open(target, join(folder, "bench.db"));
// their libraries talk while they work
const print = process.stdout.write.bind(process.stdout);
console.log = () => undefined;
try {
  const measured = await drive(bench, Number(users), Number(seconds));
  print(`${JSON.stringify(measured)}\n`);
  await bench.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();

async function open(name: string, path: string): Promise<Bench> {
  switch (name) {
    case "floor":
      return (await import("../floor.ts")).floor(path);
    case "product":
      return (await import("../product.ts")).product(path);
    case "grammy":
      return driven(name, (await import("./grammy.ts")).grammy, path);
    case "telegraf":
      return driven(name, (await import("./telegraf.ts")).telegraf, path);
    case "builderbot":
      return driven(name, (await import("./builderbot.ts")).builderbot, path);
    default:
      throw new Error(`no target is called ${name}`);
  }
}

/** A peer as the driver takes it: every answer is compared with the one that is due. */
async function driven(name: string, make: MakePeer, path: string): Promise<Bench> {
  const people = new Map<string, { readonly id: number; place: number }>();
  const heard = new Map<number, (text: string) => void>();
  const peer: Peer = await make(path, async (user, text) => {
    await new Promise((resolve) => setImmediate(resolve));
    heard.get(user)?.(text);
  });
  return {
    name,
    async turn(person, content) {
      const known = people.get(person) ?? { id: people.size + 1, place: 0 };
      people.set(person, known);
      const answered = new Promise<string>((resolve) => heard.set(known.id, resolve));
      const [answer] = await Promise.all([answered, peer.handle(known.id, textOf(content))]);
      if (answer !== expectedAt(known.place))
        throw new Error(`${name} answered "${answer}" to message ${known.place + 1}`);
      known.place = (known.place + 1) % script.length;
    },
    close: async () => peer.close(),
  };
}
