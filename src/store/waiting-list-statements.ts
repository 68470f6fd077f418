import type { WaitingWish } from "../appointments/waiting-list.ts";
import type { WaitingListChange } from "../appointments/waiting-list-changes.ts";
import { appointmentStatements } from "./appointment-statements.ts";
import type { Cipher } from "./cipher.ts";
import { type Statement, sql } from "./database.ts";
import { type Guard, won } from "./turn-guard.ts";

const kinds: readonly string[] = [
  ...(["joinWaitingList", "stayOnWaitingList", "leaveWaitingList", "askIfStillWaiting"] as const),
  ...(["offerFreedTime", "takeFreedTime"] as const),
] satisfies readonly WaitingListChange["kind"][];

/** What is sealed of an entry: what would suit, and the times that were free already. */
export interface SealedWish {
  readonly wish: WaitingWish;
  readonly known: readonly string[];
}

/** How an appointment that comes from the list is told apart. */
export const viaWaitingList = "waitingList";

/** Whether a change is about the waiting list. */
export function isOfWaitingList<Other extends { readonly kind: string }>(
  change: WaitingListChange | Other,
): change is WaitingListChange {
  return kinds.includes(change.kind);
}

/** The statements of one change of the waiting list. What is no longer as it was read refuses the whole batch. */
export function waitingListStatements(
  change: WaitingListChange,
  guard: Guard,
  cipher: Cipher,
): Statement[] {
  switch (change.kind) {
    case "joinWaitingList":
      return [joined(change, guard, cipher)];
    case "stayOnWaitingList":
      return [openEntry("askAt = ?, askedAt = NULL", [change.askAt], change.id, guard)];
    case "askIfStillWaiting":
      return [
        mustStillBe("askedAt IS NULL", change.id, guard),
        openEntry("askedAt = ?", [guard.now], change.id, guard),
      ];
    case "leaveWaitingList":
      return [openEntry(closed, ["left", guard.now], change.id, guard)];
    case "offerFreedTime":
      return [
        mustStillBe(noOtherOffer, change.waiting, guard, guard.person, guard.now),
        ...appointmentStatements({ ...change, kind: "propose" }, guard, cipher),
      ];
    case "takeFreedTime":
      return [
        ...appointmentStatements({ ...change, kind: "acceptProposal" }, guard, cipher),
        served(guard),
      ];
  }
}

const closed = "openOf = NULL, closedBecause = ?, closedAt = ?";
const noOtherOffer = `NOT EXISTS (SELECT 1 FROM Appointment o WHERE o.personId = ? AND o.status = 'proposed'
  AND o.bookedVia = '${viaWaitingList}' AND o.expiresAt > ?)`;

function joined(
  change: Extract<WaitingListChange, { kind: "joinWaitingList" }>,
  { conversation, turn, now }: Guard,
  cipher: Cipher,
): Statement {
  const sealed = cipher.seal(
    JSON.stringify({ wish: change.wish, known: change.known } satisfies SealedWish),
  );
  return sql(
    `INSERT INTO Waiting (id, structure, conversationId, openOf, kind, motif, wishSealed, since, askAt)
     SELECT ?, structure, id, id, ?, ?, ?, ?, ? FROM Conversation WHERE id = ? AND lastTurn = ?
     ON CONFLICT (openOf) DO UPDATE SET since = CASE WHEN kind = excluded.kind THEN since ELSE excluded.since END,
       kind = excluded.kind, motif = excluded.motif,
       wishSealed = excluded.wishSealed, askAt = excluded.askAt, askedAt = NULL,
       skippedBecause = NULL, skippedAt = NULL`,
    ...[change.id, change.waitingKind, change.motif, sealed, now, change.askAt, conversation, turn],
  );
}

/** An entry that is still open, and of the person, is changed. */
function openEntry(
  what: string,
  values: readonly (string | number)[],
  id: string,
  { conversation, person, turn }: Guard,
): Statement {
  return sql(
    `UPDATE Waiting SET ${what} WHERE id = ? AND openOf IN (SELECT id FROM Conversation WHERE personId = ?) AND ${won}`,
    ...values,
    ...[id, person, conversation, turn],
  );
}

/** Refuses the whole batch unless the entry waits and `also` holds: a cell without a resource is refused. */
function mustStillBe(
  also: string,
  id: string,
  { conversation, turn }: Guard,
  ...values: readonly (string | number)[]
): Statement {
  return sql(
    `INSERT INTO Cell (resource, startsAt, appointmentId) SELECT NULL, 0, ?
     WHERE NOT EXISTS (SELECT 1 FROM Waiting WHERE id = ? AND openOf > '' AND ${also}) AND ${won}`,
    ...[id, id, ...values, conversation, turn],
  );
}

/** Who has what they waited for is over with waiting, in whichever of their conversations they joined. */
function served({ conversation, person, turn, now }: Guard): Statement {
  return sql(
    `UPDATE Waiting SET ${closed} WHERE openOf IN (SELECT id FROM Conversation WHERE personId = ?) AND ${won}`,
    ...["served", now, person, conversation, turn],
  );
}
