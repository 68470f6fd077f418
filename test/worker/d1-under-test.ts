import { applyD1Migrations, type D1Migration } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { D1Database } from "@cloudflare/workers-types";
import { d1Database } from "../../src/store/d1.ts";
import type { Database } from "../../src/store/database.ts";

/** What the project's configuration gives besides what wrangler.toml names. */
export const given = env as {
  readonly DB: D1Database;
  readonly MIGRATIONS: readonly D1Migration[];
};

const ours = `SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'd1_migrations'
  AND name NOT GLOB '_cf*' AND name NOT GLOB 'sqlite*'`;

/** D1 with our tables, and nothing in them. */
export async function emptyD1(): Promise<Database> {
  await applyD1Migrations(given.DB, given.MIGRATIONS);
  const { results } = await given.DB.prepare(ours).all<{ name: string }>();
  await given.DB.batch([
    ...results.map(({ name }) => given.DB.prepare(`DELETE FROM "${name}"`)),
    given.DB.prepare("DELETE FROM sqlite_sequence"),
  ]);
  return d1Database(given.DB);
}
