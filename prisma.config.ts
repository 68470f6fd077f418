import { defineConfig } from "prisma/config";

// generate and validate never run the native schema engine, but the command would download it first;
// naming any existing program as that engine is enough to work with no network
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "file:./data/trousseau.db" },
});
