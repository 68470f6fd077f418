import { DatabaseSync } from "node:sqlite";
import type { Bench } from "./drive.ts";

/** The floor: one SELECT and one durable upsert a turn through the bare driver, and nothing else. */
export function floor(path: string): Bench {
  const database = new DatabaseSync(path);
  database.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000");
  database.exec("CREATE TABLE kv (k TEXT PRIMARY KEY, v TEXT NOT NULL) WITHOUT ROWID");
  const get = database.prepare("SELECT v FROM kv WHERE k = ?");
  const set = database.prepare(
    "INSERT INTO kv (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
  );
  return {
    name: "floor",
    async turn(person, message) {
      const before = get.get(person)?.["v"];
      const state = typeof before === "string" ? (JSON.parse(before) as string[]) : [];
      set.run(person, JSON.stringify([...state.slice(-9), JSON.stringify(message)]));
      await new Promise((resolve) => setImmediate(resolve));
    },
    async close() {
      database.close();
    },
  };
}
