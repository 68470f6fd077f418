import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** As many characters as SECRET_KEY must have. */
const fewest = 32;

/**
 * The key beside the database, readable by its owner alone; made at the first start, or only for this
 * process when there is no path. Throws a sentence that names the remedy when the file holds no whole key.
 */
export function localSecret(databasePath: string | null): string {
  const fresh = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  if (databasePath === null) return fresh;
  const file = resolve(dirname(databasePath), "secret.key");
  const kept = keptIn(file);
  if (kept !== null) return kept;
  // written whole, then put in its place in one go: a crash in between leaves no half of a key, and
  // two processes that start at once agree on the one that came first
  const draft = `${file}.${crypto.randomUUID()}`;
  writeFileSync(draft, fresh, { flag: "wx", mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
    return fresh;
  } catch (error) {
    const first = codeOf(error) === "EEXIST" ? keptIn(file) : null;
    if (first === null) throw error;
    return first;
  } finally {
    rmSync(draft);
  }
}

function keptIn(file: string): string | null {
  let secret: string;
  try {
    secret = readFileSync(file, "utf8").trim();
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
  if (secret.length >= fewest) return secret;
  throw new Error(
    `${file} must hold a key of at least ${fewest} characters: put back the copy you kept, or remove the file if the database beside it is new.`,
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
