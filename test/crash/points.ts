import type { Channel } from "../../src/channels/channel.ts";
import type { Database } from "../../src/store/database.ts";

/** Counts the moments around every await on the outside, and dies at one of them. */
export interface Points {
  /** From now on moments count. */
  start(): void;
  /** One more moment; its name tells where it is. */
  pass(name: string): void;
  readonly names: readonly string[];
  database(real: Database): Database;
  channel<C extends Channel>(real: C): C;
}

/** `die` is called at that moment (the first is 1); 0 never dies and only lists the moments. */
export function pointsUntil(last: number, die: () => void): Points {
  const names: string[] = [];
  let counting = false;
  const pass = (name: string) => {
    if (!counting) return;
    names.push(name);
    if (names.length === last) die();
  };
  const around = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    pass(`before ${name}`);
    const result = await work();
    pass(`after ${name}`);
    return result;
  };
  return {
    names,
    pass,
    start() {
      counting = true;
    },
    database: (real) => ({
      get: (sql, values) => around("read", () => real.get(sql, values)),
      all: (sql, values) => around("read", () => real.all(sql, values)),
      run: (statement) => around("write", () => real.run(statement)),
      batch: (statements) => around("write", () => real.batch(statements)),
      close: () => real.close(),
    }),
    channel: (real) => ({
      ...real,
      send: (address, reply, conversation, leaving) =>
        around("send", () => real.send(address, reply, conversation, leaving)),
    }),
  };
}
