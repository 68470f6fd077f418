import type { Address, ChannelName } from "../base/message.ts";
import { addressLookups } from "./address-lookup.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Statement, sql } from "./database.ts";
import { quoted, tablesToMove } from "./move-tables.ts";

/** What closing anew came to. */
export interface Resealed {
  /** Values that were closed with the former key, and are closed with the present one now. */
  readonly values: number;
  /** Addresses and first names that are found under the present key now. */
  readonly lookups: number;
  /** Values that somebody wrote meanwhile, or that no key given here opens: run it again, or look for the key. */
  readonly left: number;
}

const page = 200;

/**
 * Closes with the present key all that the former one closed, while the house runs: each value is written only
 * where it is still the one that was read. What is found by its address or its first name is found under the
 * present key. Said again, it finds nothing left to do.
 */
export async function reseal(database: Database, cipher: Cipher): Promise<Resealed> {
  const lookups = (await addressesAnew(database, cipher)) + (await namesAnew(database, cipher));
  let [values, left] = [0, 0];
  for (const { name, columns, key } of await tablesToMove(database))
    for (const column of columns.filter((one) => one.endsWith("Sealed"))) {
      const done = await columnAnew(database, cipher, { name, column, key });
      values += done.values;
      left += done.left;
    }
  return { values, lookups, left };
}

interface SealedColumn {
  readonly name: string;
  readonly column: string;
  readonly key: readonly string[];
}

async function columnAnew(
  database: Database,
  cipher: Cipher,
  { name, column, key }: SealedColumn,
): Promise<{ readonly values: number; readonly left: number }> {
  const those = key.map(quoted);
  const isSame = [...those.map((one) => `${one} IS ?`), `${quoted(column)} = ?`].join(" AND ");
  let [values, left] = [0, 0];
  let after: readonly unknown[] = [];
  for (;;) {
    const beyond =
      after.length > 0 ? `AND (${those.join(", ")}) > (${after.map(() => "?").join(", ")})` : "";
    const rows = await database.all(
      `SELECT ${those.join(", ")}, ${quoted(column)} AS sealed FROM ${quoted(name)}
       WHERE ${quoted(column)} IS NOT NULL ${beyond} ORDER BY ${those.join(", ")} LIMIT ${page}`,
      after as never,
    );
    const statements: Statement[] = [];
    for (const row of rows) {
      const sealed = String(row["sealed"]);
      if (cipher.isPresent(sealed)) continue;
      const text = opened(cipher, sealed);
      if (text === null) left++;
      else
        statements.push(
          sql(
            `UPDATE ${quoted(name)} SET ${quoted(column)} = ? WHERE ${isSame}`,
            ...([cipher.seal(text), ...key.map((one) => row[one]), sealed] as string[]),
          ),
        );
    }
    if (statements.length > 0)
      for (const { changes } of mustBeWritten(await database.batch(statements))) {
        values += changes;
        left += 1 - changes;
      }
    const last = rows.at(-1);
    if (!last || rows.length < page) return { values, left };
    after = key.map((one) => last[one]);
  }
}

/** Addresses are found by a keyed hash: it is made anew of the address itself, and its other names follow. */
async function addressesAnew(database: Database, cipher: Cipher): Promise<number> {
  const rows = await database.all(
    "SELECT lookup, structure, channel, account, addressSealed FROM Address ORDER BY lookup",
  );
  let moved = 0;
  for (const row of rows) {
    const address = opened(cipher, String(row["addressSealed"]));
    if (address === null) continue;
    const whose: Address = {
      channel: String(row["channel"]) as ChannelName,
      ...{ account: String(row["account"]), address },
    };
    const former = String(row["lookup"]);
    const { present } = addressLookups(cipher, String(row["structure"]), whose);
    if (present === former) continue;
    const isFree = "NOT EXISTS (SELECT 1 FROM Address WHERE lookup = ?1)";
    const [, written] = mustBeWritten(
      await database.batch([
        sql(
          `UPDATE Alias SET addressLookup = ?1 WHERE addressLookup = ?2 AND ${isFree}`,
          present,
          former,
        ),
        sql(`UPDATE Address SET lookup = ?1 WHERE lookup = ?2 AND ${isFree}`, present, former),
      ]),
    );
    moved += written?.changes ?? 0;
  }
  return moved;
}

async function namesAnew(database: Database, cipher: Cipher): Promise<number> {
  const rows = await database.all(
    "SELECT id, firstNameSealed, nameLookup FROM Person WHERE firstNameSealed IS NOT NULL ORDER BY id",
  );
  let moved = 0;
  for (const row of rows) {
    const name = opened(cipher, String(row["firstNameSealed"]));
    const lookup = name === null ? null : cipher.lookup(`name|${name.toLowerCase()}`);
    if (lookup === null || lookup === row["nameLookup"]) continue;
    const [written] = mustBeWritten(
      await database.batch([
        sql(
          "UPDATE Person SET nameLookup = ? WHERE id = ? AND firstNameSealed = ?",
          ...([lookup, row["id"], row["firstNameSealed"]] as string[]),
        ),
      ]),
    );
    moved += written?.changes ?? 0;
  }
  return moved;
}

/** The text behind a value; null when none of the keys given here closed it. */
function opened(cipher: Cipher, sealed: string): string | null {
  try {
    return cipher.open(sealed);
  } catch {
    return null;
  }
}
