import type { AppointmentChange } from "../appointments/changes.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

/** An opinion among the events that are counted: neither its conversation, nor its turn, nor its minute is kept. */
export function opinionStatement(
  { structure, name, value, on }: Extract<AppointmentChange, { kind: "opinion" }>,
  { conversation, turn }: Guard,
): Statement {
  return sql(
    `INSERT INTO Event (turnId, position, structure, conversationId, kind, value, at)
     SELECT ?, 0, ?, NULL, 'opinion', ?, ? WHERE ${won}`,
    ...[name, structure, value, on, conversation, turn],
  );
}
