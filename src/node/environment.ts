import { existsSync } from "node:fs";
import { loadEnvFile } from "node:process";
import { fileURLToPath } from "node:url";

/** The environment, with what `.env` adds to it in development; what is already set wins. */
export function environment(): Readonly<Record<string, string | undefined>> {
  const file = fileURLToPath(new URL("../../.env", import.meta.url));
  if (existsSync(file)) loadEnvFile(file);
  return process.env;
}
