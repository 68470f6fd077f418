import type { Instant } from "../base/time.ts";
import { sql } from "./database.ts";
import { type PurgeStep, those } from "./purge-page.ts";

/** An appointment has up to a dozen cells. */
const appointmentsAtOnce = 50;
const staysAtOnce = 200;

export const loseThePerson =
  "UPDATE Appointment SET personId = 'erased', conversationId = 'erased', detailsSealed = NULL, anonymous = 1";

/** They are counted for ever, and lose the person; those that lost it are not read again. */
export function appointments(structure: string, limit: Instant): PurgeStep {
  const where = "structure = ? AND anonymous = 0 AND startsAt < ?";
  const values = [structure, limit] as const;
  return {
    ...{ kind: "appointments", page: appointmentsAtOnce, table: "Appointment", at: "startsAt" },
    ...{ where, values },
    remove: (rows) => [
      sql(
        `DELETE FROM Cell WHERE appointmentId IN (SELECT id FROM Appointment WHERE ${those} AND ${where})`,
        rows,
        ...values,
      ),
      sql(`${loseThePerson} WHERE ${those} AND ${where}`, rows, ...values),
    ],
  };
}

/** What is left of a stay or of an accompaniment is codes and days. */
export const nobodys = {
  Stay: "UPDATE Stay SET conversationId = NULL, wordsSealed = NULL",
  Measure: "UPDATE Measure SET conversationId = NULL, wordsSealed = NULL",
} as const;

/** They are counted for ever too: the nights of a dwelling are nobody's. */
export function followed(kind: "stays" | "measures", structure: string, limit: Instant): PurgeStep {
  const table = kind === "stays" ? "Stay" : "Measure";
  const where = "structure = ? AND closedAt < ? AND wordsSealed IS NOT NULL";
  const values = [structure, limit] as const;
  return {
    ...{ kind, page: staysAtOnce, table, at: "closedAt", where, values },
    remove: (rows) => [sql(`${nobodys[table]} WHERE ${those} AND ${where}`, rows, ...values)],
  };
}
