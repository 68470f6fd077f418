import type { ConversationId, Ids, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import { type Database, type Statement, sql } from "./database.ts";
import { homesOf, type LinkRow, linkOf, replayed } from "./link-replay.ts";

export interface Undoing {
  /** A row of the link, of that conversation. */
  readonly link: string;
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly worker: WorkerId;
  readonly now: Instant;
}

/** Somebody may link or separate at the same moment: it is read again, this often. */
const attempts = 3;

/** Takes a link apart (see `LinkRecords.undo`): everything is as if its code had never been typed. */
export async function undoLink(
  database: Database,
  ids: Ids,
  wanted: Undoing,
): Promise<"undone" | "gone" | "clash"> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const cluster = await clusterOf(database, wanted);
    if (!cluster) return "gone";
    const written = await database.batch(undoStatements(wanted, cluster, ids.next()));
    if (written.outcome === "refused") return "clash";
    if (written.results[0]?.changes === 1) return "undone";
  }
  return "gone";
}

/** All conversations that are one person's with the one that is looked at, and their links. */
interface Cluster {
  readonly person: string;
  readonly conversations: readonly string[];
  /** Those in force. */
  readonly links: readonly LinkRow[];
  readonly homes: ReadonlyMap<string, string>;
}

async function clusterOf(
  database: Database,
  { link, conversation, structure }: Undoing,
): Promise<Cluster | null> {
  const members = await database.all(
    `SELECT m.id, m.personId FROM Conversation c JOIN Conversation m ON m.personId = c.personId
     WHERE c.id = ? AND c.structure = ? ORDER BY m.createdAt, m.id`,
    [conversation, structure],
  );
  const conversations = members.map(({ id }) => String(id));
  const person = members[0]?.["personId"];
  const rows = await database.all(
    `SELECT id, conversationId, formerPersonId, personId, undoneAt FROM Link
     WHERE conversationId IN (SELECT value FROM json_each(?)) ORDER BY at, rowid`,
    [JSON.stringify(conversations)],
  );
  const links = rows.filter((row) => row["undoneAt"] === null).map(readRow);
  const asked = links.find((row) => row.id === link && row.conversation === conversation);
  if (typeof person !== "string" || !asked) return null;
  const known = homesOf(rows.map(readRow));
  const homes = new Map(conversations.map((id) => [id, known.get(id) ?? person]));
  return { person, conversations, links, homes };
}

function readRow(row: Readonly<Record<string, unknown>>): LinkRow {
  return {
    ...{ id: String(row["id"]), conversation: String(row["conversationId"]) },
    ...{ former: String(row["formerPersonId"]), person: String(row["personId"]) },
  };
}

/** What follows applies where the first statement won. */
const won = "EXISTS (SELECT 1 FROM Conversation WHERE id = ? AND lastTurn = ?)";

/**
 * The first statement wins where the cluster is still what was read, or the others do nothing; a turn under
 * way in one of them is taken again with its own person.
 */
function undoStatements(wanted: Undoing, cluster: Cluster, turn: string): Statement[] {
  const { conversation, structure, worker, now } = wanted;
  const group = linkOf(wanted.link);
  const own = [conversation, turn] as const;
  const persons = replayed(
    cluster.homes,
    cluster.links.filter(({ id }) => linkOf(id) !== group),
  );
  const moved = [...persons].filter(([, person]) => person !== cluster.person);
  const given = JSON.stringify(Object.fromEntries(moved));
  const homes = JSON.stringify(Object.fromEntries(cluster.homes));
  return [
    sql(
      `UPDATE Conversation SET revision = revision + 1, lastTurn = ?1,
         personId = COALESCE((SELECT value FROM json_each(?2) WHERE key = Conversation.id), personId)
       WHERE id = ?3 AND structure = ?4 AND personId = ?5
         AND ?6 = (SELECT COUNT(*) FROM Conversation m WHERE m.personId = ?5)
         AND ?7 = (SELECT COUNT(*) FROM Link l JOIN Conversation m ON m.id = l.conversationId
           WHERE m.personId = ?5 AND l.undoneAt IS NULL)`,
      ...[turn, given, conversation, structure, cluster.person],
      ...[cluster.conversations.length, cluster.links.length],
    ),
    ...belongings(given, homes, own),
    sql(
      `INSERT INTO Person (id, structure, createdAt) SELECT DISTINCT value, ?, ? FROM json_each(?)
       WHERE ${won} ON CONFLICT (id) DO NOTHING`,
      ...[structure, now, given, ...own],
    ),
    sql(
      `UPDATE Link SET undoneAt = ?, undoneBy = ? WHERE id >= ? AND id < ? AND ${won}`,
      ...[now, worker, group, `${group}/`, ...own],
    ),
    sql(
      `INSERT INTO Event (turnId, position, structure, conversationId, kind, at)
       SELECT lastTurn, 0, structure, id, 'unlinked', ? FROM Conversation WHERE id = ? AND lastTurn = ?`,
      ...[now, ...own],
    ),
    sql(
      `INSERT INTO Audit (workerId, structure, what, conversationId, at)
       SELECT ?, structure, 'link.undone', id, ? FROM Conversation WHERE id = ? AND lastTurn = ?`,
      ...[worker, now, ...own],
    ),
  ];
}

/**
 * What goes with the conversations that change person. What was made before any link never left whoever the
 * conversation was of then.
 */
function belongings(
  given: string,
  homes: string,
  own: readonly [conversation: string, turn: string],
): Statement[] {
  const theirs = "conversationId IN (SELECT key FROM json_each(?1))";
  const wonHere = "EXISTS (SELECT 1 FROM Conversation WHERE id = ?2 AND lastTurn = ?3)";
  const personOf = (id: string) => `(SELECT value FROM json_each(?1) WHERE key = ${id})`;
  const homeOf = (id: string) => `(SELECT value FROM json_each(?4) WHERE key = ${id})`;
  const madeIn =
    "(SELECT conversationId FROM Appointment WHERE Appointment.id = Cell.appointmentId)";
  return [
    sql(
      `UPDATE Conversation SET personId = ${personOf("Conversation.id")}, revision = revision + 1
       WHERE id IN (SELECT key FROM json_each(?1)) AND id <> ?2 AND ${wonHere}`,
      ...[given, ...own],
    ),
    sql(
      `UPDATE Address SET personId = ${personOf("Address.conversationId")} WHERE ${theirs} AND ${wonHere}`,
      ...[given, ...own],
    ),
    sql(
      `UPDATE Cell SET resource = 'person:' || ${personOf(madeIn)} WHERE resource GLOB 'person:*'
         AND resource <> 'person:' || ${homeOf(madeIn)}
         AND appointmentId IN (SELECT id FROM Appointment WHERE ${theirs}) AND ${wonHere}`,
      ...[given, ...own, homes],
    ),
    sql(
      `UPDATE Appointment SET personId = ${personOf("Appointment.conversationId")} WHERE ${theirs}
         AND personId <> ${homeOf("Appointment.conversationId")} AND ${wonHere}`,
      ...[given, ...own, homes],
    ),
  ];
}
