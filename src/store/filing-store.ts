import type { ConversationId, Ids, WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { type Database, mustBeWritten, type Statement, sql } from "./database.ts";

/** Who files what, and when: it goes into the audit trail. */
export interface Filing {
  readonly conversation: ConversationId;
  readonly structure: string;
  readonly by: WorkerId;
  readonly now: Instant;
}

/** How the team sorts its conversations. Nothing of it is seen by the person. */
export interface FilingRecords {
  /** Puts a conversation aside until then, or back; `refused`: a danger is not put aside. */
  snooze(filing: Filing, until: Instant | null): Promise<"filed" | "refused">;
  /** Asks somebody of the team to take it, whose phone is told in neutral words; `refused`: not of the team. */
  assign(filing: Filing, to: WorkerId | null, words: string): Promise<"filed" | "refused">;
  label(filing: Filing, labels: readonly string[]): Promise<"filed" | "refused">;
}

const theirs = "id = ? AND structure = ? AND erasedAt IS NULL";

export function filingStore(database: Database, cipher: Cipher, ids: Ids): FilingRecords {
  const filed = async (statements: readonly Statement[]) =>
    mustBeWritten(await database.batch(statements))[0]?.changes === 1 ? "filed" : "refused";
  return {
    snooze: (filing, until) =>
      filed([
        sql(
          `UPDATE Conversation SET snoozedUntil = ? WHERE ${theirs} AND (? IS NULL OR urgency < 3)`,
          ...[until, filing.conversation, filing.structure, until],
        ),
        audited(filing, until === null ? "conversation.back" : "conversation.aside"),
      ]),
    assign: (filing, to, words) =>
      filed([
        sql(
          `UPDATE Conversation SET assignedTo = ? WHERE ${theirs} AND (? IS NULL OR EXISTS (
             SELECT 1 FROM Worker w WHERE w.id = ? AND w.structure = ? AND w.disabledAt IS NULL))`,
          ...[to, filing.conversation, filing.structure, to, to, filing.structure],
        ),
        audited(filing, "conversation.assigned"),
        ...(to === null || to === filing.by ? [] : [phoneTold(filing, to, cipher, words, ids)]),
      ]),
    label: (filing, labels) =>
      filed([
        sql(
          `UPDATE Conversation SET labelsSealed = ? WHERE ${theirs}`,
          labels.length === 0 ? null : cipher.seal(JSON.stringify(labels)),
          ...[filing.conversation, filing.structure],
        ),
        audited(filing, "conversation.labelled"),
      ]),
  };
}

/** The labels of a conversation, as they were kept. */
export function readLabels(sealed: unknown, cipher: Cipher): readonly string[] {
  return typeof sealed === "string" ? (JSON.parse(cipher.open(sealed)) as string[]) : [];
}

function audited({ conversation, structure, by, now }: Filing, what: string): Statement {
  return sql(
    `INSERT INTO Audit (workerId, structure, what, conversationId, at)
     SELECT ?, structure, ?, id, ? FROM Conversation WHERE ${theirs}`,
    ...[by, what, now, conversation, structure],
  );
}

/** One message to the phone of whom it was given to: no name, no subject. */
function phoneTold(
  { conversation, now }: Filing,
  to: WorkerId,
  cipher: Cipher,
  words: string,
  ids: Ids,
): Statement {
  return sql(
    `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state,
       dueAt, createdAt)
     SELECT c.id, ?, 0, 'receipt', 'bot', c.epoch, ?, 'queued', ?, ?
     FROM Worker w JOIN Conversation c ON c.id = w.alertConversation
     WHERE w.id = ? AND w.disabledAt IS NULL AND c.structure = w.structure
       AND EXISTS (SELECT 1 FROM Conversation WHERE id = ? AND assignedTo = w.id)`,
    ...[`assigned.${ids.next()}`, cipher.seal(JSON.stringify({ text: words, options: [] }))],
    ...[now, now, to, conversation],
  );
}
