import { d1MaxValues } from "./d1.ts";
import type { Database } from "./database.ts";
import { PrismaClient as ClientOfWorkers } from "./generated-workers/client.ts";
import { prismaAdapter } from "./prisma-adapter.ts";
import type { PrismaClient } from "./prisma-client.ts";

/** Prisma reserves some values of a statement for the limit and the offset. */
const reserved = 2;

/** Prisma over D1, as `openPrisma` is over SQLite. */
export function openPrismaOnWorkers(database: Database): PrismaClient {
  const adapter = prismaAdapter(database, d1MaxValues - reserved);
  const client = new ClientOfWorkers({ adapter, errorFormat: "minimal" });
  // two clients from one schema: the same methods, in types that the compiler cannot tell to be the same
  return client as unknown as PrismaClient;
}
