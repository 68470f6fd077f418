import type { NodeSqlite } from "../../src/store/node-sqlite.ts";

/** Whose a row is: it names its structure, or something that does, or it is the whole house's. */
export type Ownership =
  | {
      readonly column: string;
      readonly of: "structure" | "conversation" | "appointment" | "worker" | "media";
    }
  | { readonly whole: string };

/** Every table of the database. */
export const ownership: Readonly<Record<string, Ownership>> = {
  Structure: { column: "slug", of: "structure" },
  Person: { column: "structure", of: "structure" },
  Address: { column: "structure", of: "structure" },
  Conversation: { column: "structure", of: "structure" },
  Event: { column: "structure", of: "structure" },
  Appointment: { column: "structure", of: "structure" },
  Audit: { column: "structure", of: "structure" },
  Worker: { column: "structure", of: "structure" },
  Alias: { column: "structure", of: "structure" },
  Media: { column: "structure", of: "structure" },
  Sheet: { column: "structure", of: "structure" },
  Bell: { column: "structure", of: "structure" },
  Dossier: { column: "structure", of: "structure" },
  Stay: { column: "structure", of: "structure" },
  Measure: { column: "structure", of: "structure" },
  Call: { column: "structure", of: "structure" },
  CalendarFeed: { column: "structure", of: "structure" },
  Laid: { column: "structure", of: "structure" },
  Gathering: { column: "structure", of: "structure" },
  Seat: { column: "structure", of: "structure" },
  SeatWait: { column: "structure", of: "structure" },
  Situation: { column: "structure", of: "structure" },
  SignedBilan: { column: "structure", of: "structure" },
  Tally: { column: "structure", of: "structure" },
  ToCall: { column: "structure", of: "structure" },
  LinkCode: { column: "structure", of: "structure" },
  Link: { column: "structure", of: "structure" },
  MediaPart: { column: "mediaId", of: "media" },
  Misheard: { column: "structure", of: "structure" },
  Waiting: { column: "structure", of: "structure" },
  Prescriber: { column: "structure", of: "structure" },
  Prescription: { column: "structure", of: "structure" },
  Inbound: { column: "conversationId", of: "conversation" },
  Outgoing: { column: "conversationId", of: "conversation" },
  Note: { column: "conversationId", of: "conversation" },
  Paper: { column: "conversationId", of: "conversation" },
  Cell: { column: "appointmentId", of: "appointment" },
  AppointmentEvent: { column: "appointmentId", of: "appointment" },
  Reminder: { column: "appointmentId", of: "appointment" },
  Session: { column: "userId", of: "worker" },
  TwoFactor: { column: "userId", of: "worker" },
  Account: { column: "userId", of: "worker" },
  Verification: { whole: "a one-time link: a keyed token and an e-mail, which is one worker's" },
  RateLimit: { whole: "attempts to sign in, by hashed address, whoever is tried" },
  EarlyStatus: {
    whole: "what a network says of a message nobody knows yet, by a keyed hash of its id",
  },
  OutgoingPart: {
    whole:
      "a part of a message, by a keyed hash of its network's id and the message's number; swept",
  },
  Job: { whole: "a job runs for every structure, each on its own clocks" },
  Instance: { whole: "the processes that are alive" },
  d1_migrations: { whole: "which migrations were applied" },
};

const ids = {
  structure: "SELECT ?",
  conversation:
    "SELECT id FROM Conversation WHERE structure = ?1 UNION SELECT conversationId FROM Address WHERE structure = ?1",
  appointment: "SELECT id FROM Appointment WHERE structure = ?",
  worker: "SELECT id FROM Worker WHERE structure = ?",
  media: "SELECT id FROM Media WHERE structure = ?",
} as const;

/** All the rows of one structure, table by table; and whoever else's speak of its conversations. */
export async function rowsOf(database: NodeSqlite, structure: string) {
  const dump: Record<string, readonly unknown[]> = {};
  for (const [table, owner] of Object.entries(ownership)) {
    if ("whole" in owner) continue;
    dump[table] = await database.all(
      `SELECT * FROM ${table} WHERE ${owner.column} IN (${ids[owner.of]}) ORDER BY rowid`,
      [structure],
    );
  }
  dump["read by anybody"] = await database.all(
    `SELECT * FROM Audit WHERE conversationId IN (${ids.conversation}) ORDER BY id`,
    [structure],
  );
  return dump;
}

/** The tables there are, with their columns. */
export async function tablesOf(
  database: NodeSqlite,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await database.all(
    `SELECT t.name AS "table", c.name AS "column" FROM pragma_table_list t JOIN pragma_table_info(t.name) c
     WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
    [],
  );
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows) {
    tables.set(String(table), [...(tables.get(String(table)) ?? []), String(column)]);
  }
  return tables;
}
