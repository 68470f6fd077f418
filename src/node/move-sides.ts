import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { systemClock } from "../base/time.ts";
import type { Settings } from "../settings.ts";
import { createCipher } from "../store/cipher.ts";
import type { Database } from "../store/database.ts";
import { migrate } from "../store/migrate.ts";
import { migrationFiles } from "../store/migration-files.ts";
import type { Move } from "../store/move.ts";
import { NodeSqlite } from "../store/node-sqlite.ts";
import type { D1Access } from "./d1-over-http.ts";
import { localSecret } from "./local-secret.ts";
import { migrateD1 } from "./migrate-d1.ts";
import { type D1Side, openD1 } from "./open-d1.ts";

/** What the operator wants moved, and where. */
export interface MoveWanted {
  readonly to: "d1" | "sqlite";
  readonly settings: Settings;
  /** The D1 at Cloudflare; null for the local one. */
  readonly remote: Omit<D1Access, "pause"> | null;
  readonly resume: boolean;
}

export type SidesOpened =
  | { readonly outcome: "opened"; readonly move: Move; close(): Promise<void> }
  | { readonly outcome: "noSource" | Exclude<D1Side["outcome"], "opened"> };

const migrations = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));

/** Opens the two engines; nothing is written yet. What is opened must be closed. */
export async function openMoveSides(wanted: MoveWanted): Promise<SidesOpened> {
  const { to, settings, resume } = wanted;
  const path = resolve(settings.databasePath);
  if (to === "d1" && !existsSync(path)) return { outcome: "noSource" };
  const d1 = await openD1(wanted.remote);
  if (d1.outcome !== "opened") return { outcome: d1.outcome };
  mkdirSync(dirname(path), { recursive: true });
  const sqlite = new NodeSqlite(path);
  const files = await migrationFiles(migrations);
  const now = systemClock.now();
  const [source, target]: readonly [Database, Database] =
    to === "d1" ? [sqlite, d1.database] : [d1.database, sqlite];
  return {
    outcome: "opened",
    move: {
      source,
      target,
      migrateTarget: async () => {
        if (to === "d1") await migrateD1(d1.database, files);
        else migrate(sqlite.connection, files, now);
      },
      migrations: files.map(({ name }) => name),
      opens: openerWith(settings, path),
      workersOn: to === "d1" ? "target" : "source",
      resume,
      now,
    },
    async close() {
      await sqlite.close();
      await d1.database.close();
    },
  };
}

/** Tries the secret in force: that of the settings, or the one already kept beside the database. */
function openerWith(settings: Settings, databasePath: string): (sealed: string) => boolean {
  const isKept = existsSync(resolve(dirname(databasePath), "secret.key"));
  const secret = settings.secretKey ?? (isKept ? localSecret(databasePath) : null);
  if (secret === null) return () => false;
  const cipher = createCipher(secret, settings.previousSecretKey ?? undefined);
  return (sealed) => {
    try {
      cipher.open(sealed);
      return true;
    } catch {
      // another key, or a value that was damaged: either way it would be lost
      return false;
    }
  };
}
