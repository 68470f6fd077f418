import { urgencies } from "../base/urgency.ts";
import { alertStatement } from "./alert-phones.ts";
import { appointmentStatements } from "./appointment-statements.ts";
import type { Cipher } from "./cipher.ts";
import type { TurnToCommit } from "./conversations.ts";
import { type Statement, sql } from "./database.ts";
import { gatheringStatements, isOfGathering } from "./gathering-statements.ts";
import { keepStatements } from "./media-statements.ts";
import { misheardStatement } from "./misheard-statements.ts";
import { isOfPerson, personStatements } from "./person-statements.ts";
import { isOfPrescription, prescriptionStatements } from "./prescription-statements.ts";
import { type Guard, won } from "./turn-guard.ts";
import { isOfWaitingList, waitingListStatements } from "./waiting-list-statements.ts";

/**
 * All that one turn writes, in one batch. The first statement wins the conversation (or not); the
 * others apply only if it did, and a broken constraint undoes them all.
 */
export function commitStatements(turn: TurnToCommit, cipher: Cipher): Statement[] {
  const { before, now } = turn;
  const guard: Guard = { conversation: before.id, person: before.person, turn: turn.turn, now };
  return [
    ...(turn.isNew
      ? [insertConversation(turn, cipher), insertPerson(turn)]
      : [updateConversation(turn, cipher)]),
    ...(turn.answered
      ? [
          sql(
            `UPDATE Inbound SET state = ? WHERE id = ? AND ${won}`,
            turn.answered.outcome,
            turn.answered.order,
            before.id,
            turn.turn,
          ),
        ]
      : []),
    ...(turn.replies.length > 0 ? [insertOutgoing(turn, cipher)] : []),
    ...keepStatements(turn, cipher),
    ...(turn.happenings.length > 0 ? [insertEvents(turn)] : []),
    ...turn.changes.flatMap((change) => {
      if (change.kind === "callWorker") return []; // it is the standing, written with the conversation
      if (isOfPerson(change)) return personStatements(change, guard, cipher);
      if (isOfPrescription(change)) return prescriptionStatements(change, guard, cipher);
      if (isOfGathering(change)) return gatheringStatements(change, guard);
      if (isOfWaitingList(change)) return waitingListStatements(change, guard, cipher);
      return appointmentStatements(change, guard, cipher);
    }),
    ...(turn.misheard ? [misheardStatement(turn.misheard, guard, cipher)] : []),
    ...(turn.alert ? [alertStatement(turn.alert, guard, cipher)] : []),
  ];
}

/** The columns that change at every turn, in the order of both statements below. */
function columns(turn: TurnToCommit, cipher: Cipher) {
  const { memory, standing, now } = turn;
  return [
    turn.turn,
    cipher.seal(JSON.stringify(memory)),
    memory.language,
    memory.place?.flow ?? null,
    memory.place?.step ?? null,
    standing.heldBy,
    urgencies.indexOf(standing.urgency),
    standing.need,
    standing.waitingSince,
    turn.answered ? now : null,
    now,
    now,
  ] as const;
}

function updateConversation(turn: TurnToCommit, cipher: Cipher): Statement {
  return sql(
    `UPDATE Conversation SET lastTurn = ?, memorySealed = ?, language = ?, flow = ?, step = ?, heldBy = ?,
       urgency = ?, need = ?, waitingSince = ?, lastInboundAt = COALESCE(?, lastInboundAt),
       lastActivityAt = ?, textsSince = ?, epoch = ?, workerId = ?,
       snoozedUntil = CASE WHEN ? THEN NULL ELSE snoozedUntil END,
       erasedAt = CASE WHEN ? THEN NULL ELSE erasedAt END, revision = revision + 1 WHERE id = ? AND revision = ?`,
    ...columns(turn, cipher),
    epochOf(turn),
    workerOf(turn),
    turn.answered ? 1 : 0,
    turn.speaks ? 1 : 0,
    turn.before.id,
    turn.before.revision,
  );
}

function epochOf(turn: TurnToCommit): number {
  return turn.before.epoch + (turn.newOwner ? 1 : 0);
}

function workerOf(turn: TurnToCommit): string | null {
  return turn.newOwner ? turn.newOwner.workerId : turn.before.workerId;
}

function insertConversation(turn: TurnToCommit, cipher: Cipher): Statement {
  return sql(
    `INSERT INTO Conversation (lastTurn, memorySealed, language, flow, step, heldBy, urgency, need,
       waitingSince, lastInboundAt, lastActivityAt, textsSince, id, personId, structure, channel, revision, epoch, createdAt)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?) ON CONFLICT (id) DO NOTHING`,
    ...columns(turn, cipher),
    turn.before.id,
    turn.before.person,
    turn.before.structure,
    turn.before.channel,
    turn.now,
  );
}

function insertPerson(turn: TurnToCommit): Statement {
  return sql(
    `INSERT INTO Person (id, structure, createdAt) SELECT ?, ?, ? WHERE ${won} ON CONFLICT (id) DO NOTHING`,
    turn.before.person,
    turn.before.structure,
    turn.now,
    turn.before.id,
    turn.turn,
  );
}

/** The first message of a turn that we begin waits to be sent where a closed page can be rung. */
const rings = "key = 0 AND ?11 AND EXISTS (SELECT 1 FROM Bell WHERE conversationId = ?1)";

function insertOutgoing(turn: TurnToCommit, cipher: Cipher): Statement {
  const { sender, before, now } = turn;
  const isDelivered = sender === "delivered";
  const owner = isDelivered ? null : sender;
  const sealed = turn.replies.map((reply) => cipher.seal(JSON.stringify(reply)));
  return sql(
    `INSERT INTO Outgoing (conversationId, turnId, position, kind, author, epoch, contentSealed, state,
       owner, leaseUntil, dueAt, createdAt, sentAt)
     SELECT ?1, ?2, key, ?3, 'bot', ?4, value,
       CASE WHEN ${rings} THEN 'queued' ELSE ?5 END, ?6, ?7, ?8, ?8,
       CASE WHEN ${rings} THEN NULL ELSE ?9 END
     FROM json_each(?10) WHERE EXISTS (SELECT 1 FROM Conversation WHERE id = ?1 AND lastTurn = ?2)
     ORDER BY key RETURNING id`,
    before.id,
    turn.turn,
    turn.kind,
    epochOf(turn),
    isDelivered ? "sent" : owner ? "sending" : "queued",
    owner?.owner ?? null,
    owner?.leaseUntil ?? null,
    now,
    isDelivered ? now : null,
    JSON.stringify(sealed),
    // what answers somebody is read on the page they have open
    isDelivered && !turn.answered ? 1 : 0,
  );
}

function insertEvents(turn: TurnToCommit): Statement {
  return sql(
    `INSERT INTO Event (turnId, position, structure, conversationId, kind, flow, step, value, at)
     SELECT ?, key, ?, ?, json_extract(value, '$.kind'), json_extract(value, '$.flow'),
       json_extract(value, '$.step'), json_extract(value, '$.value'), ? FROM json_each(?) WHERE ${won}`,
    turn.turn,
    turn.before.structure,
    turn.before.id,
    turn.now,
    JSON.stringify(turn.happenings),
    turn.before.id,
    turn.turn,
  );
}
