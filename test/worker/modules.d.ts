// What these tests use of the modules that exist inside Cloudflare's engine alone. The library's own
// declarations would replace the globals of Node and of the browser in all other files.
declare module "cloudflare:test" {
  import type { D1Database } from "@cloudflare/workers-types";
  export interface D1Migration {
    readonly name: string;
    readonly queries: readonly string[];
  }
  export function applyD1Migrations(
    database: D1Database,
    migrations: readonly D1Migration[],
  ): Promise<void>;
}

declare module "cloudflare:workers" {
  export const env: unknown;
}
