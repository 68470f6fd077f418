import type { Database } from "./database.ts";
import { PrismaClient } from "./generated/client.ts";
import { prismaAdapter } from "./prisma-adapter.ts";

export type { PrismaClient };

/** The most values SQLite takes in one statement, as it is built into Node. */
const maxValues = 32_766;

/**
 * Prisma over the store's database, for what is not the hot path. Single statements only: a nested
 * write or a `$transaction` is refused. Closing the database is left to its owner.
 */
export function openPrisma(database: Database): PrismaClient {
  // the long form of its errors quotes the values of the call: names and texts have no place in a log
  return new PrismaClient({ adapter: prismaAdapter(database, maxValues), errorFormat: "minimal" });
}
