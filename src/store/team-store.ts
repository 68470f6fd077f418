import type { WorkerId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Cipher } from "./cipher.ts";
import { countedRequests } from "./counted-requests.ts";
import { type Database, mustBeWritten, type Statement, sql } from "./database.ts";

/** Somebody of the team, as the page of the team shows them. */
export interface TeamMember {
  readonly id: WorkerId;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly disabledAt: Instant | null;
  /** How many browsers they are signed in with. */
  readonly sessions: number;
  readonly hasPhone: boolean;
}

/** Who changes whom of their own structure. It goes into the audit trail. */
export interface ChangingTeam {
  readonly structure: string;
  readonly worker: WorkerId;
  readonly by: WorkerId;
  readonly now: Instant;
}

/** `last`: it would leave the structure without an administrator; `gone`: there is no such person there. */
export type TeamChanged = "changed" | "last" | "gone";

export interface TeamRecords {
  members(structure: string, now: Instant): Promise<readonly TeamMember[]>;
  setRole(changing: ChangingTeam, role: string): Promise<TeamChanged>;
  /** Shuts somebody out, or lets them in again: their sessions end and their devices ring no more. */
  setDisabled(changing: ChangingTeam, isDisabled: boolean): Promise<TeamChanged>;
  /** Ends all the sessions of somebody. */
  endSessions(changing: ChangingTeam): Promise<TeamChanged>;
  /** Whether one more may be asked for from that address, or to it; counted over a while. */
  mayAsk(address: string, now: Instant, most: number, over: number): Promise<boolean>;
}

const theirs = "id = ? AND structure = ?";
/** Somebody else administers the structure. */
const another = `EXISTS (SELECT 1 FROM Worker o WHERE o.structure = Worker.structure AND o.id <> Worker.id
  AND o.role = 'admin' AND o.disabledAt IS NULL)`;

export function teamStore(database: Database, cipher: Cipher): TeamRecords {
  const changed = async (changing: ChangingTeam, statements: readonly Statement[]) => {
    const [first] = mustBeWritten(await database.batch(statements));
    if (first?.changes === 1) return "changed";
    const row = await database.get(`SELECT 1 FROM Worker WHERE ${theirs}`, [
      changing.worker,
      changing.structure,
    ]);
    return row ? "last" : "gone";
  };
  return {
    async members(structure, now) {
      const rows = await database.all(
        `SELECT w.id, w.name, w.email, w.role, w.disabledAt, w.alertConversation,
           (SELECT COUNT(*) FROM Session s WHERE s.userId = w.id AND s.expiresAt > ?) AS sessions
         FROM Worker w WHERE w.structure = ? ORDER BY w.disabledAt IS NOT NULL, w.name, w.id`,
        [now, structure],
      );
      return rows.map((row) => ({
        id: String(row["id"]) as WorkerId,
        ...{ name: String(row["name"]), email: String(row["email"]), role: String(row["role"]) },
        disabledAt: row["disabledAt"] === null ? null : (Number(row["disabledAt"]) as Instant),
        sessions: Number(row["sessions"]),
        hasPhone: row["alertConversation"] !== null,
      }));
    },
    setRole: (changing, role) =>
      changed(changing, [
        sql(
          `UPDATE Worker SET role = ?, updatedAt = ? WHERE ${theirs} AND (? = 'admin' OR role <> 'admin' OR ${another})`,
          ...[role, changing.now, changing.worker, changing.structure, role],
        ),
        audited(changing, `team.role.${role}`),
      ]),
    setDisabled: (changing, isDisabled) =>
      changed(changing, [
        sql(
          `UPDATE Worker SET disabledAt = ?, updatedAt = ? WHERE ${theirs} AND (? = 0 OR role <> 'admin' OR ${another})`,
          ...[isDisabled ? changing.now : null, changing.now, changing.worker, changing.structure],
          isDisabled ? 1 : 0,
        ),
        ...(isDisabled ? silenced(changing) : []),
        audited(changing, isDisabled ? "team.shutOut" : "team.letIn"),
      ]),
    endSessions: (changing) =>
      changed(changing, [
        sql(
          `UPDATE Worker SET updatedAt = ? WHERE ${theirs}`,
          ...[changing.now, changing.worker, changing.structure],
        ),
        sessionsGone(changing),
        audited(changing, "team.sessionsEnded"),
      ]),
    mayAsk: async (address, now, most, over) =>
      (await countedRequests(database, cipher, { what: "asked", address, now, over })) <= most,
  };
}

function sessionsGone({ worker, structure }: ChangingTeam): Statement {
  return sql(
    "DELETE FROM Session WHERE userId = ? AND EXISTS (SELECT 1 FROM Worker WHERE id = ? AND structure = ?)",
    ...[worker, worker, structure],
  );
}

/** Only of who is shut out by now: the last administrator stays. */
function silenced({ worker, structure }: ChangingTeam): Statement[] {
  const isOut =
    "EXISTS (SELECT 1 FROM Worker WHERE id = ? AND structure = ? AND disabledAt IS NOT NULL)";
  return ["DELETE FROM Session WHERE userId = ?", "DELETE FROM Bell WHERE workerId = ?"].map(
    (text) => sql(`${text} AND ${isOut}`, worker, worker, structure),
  );
}

function audited({ structure, worker, by, now }: ChangingTeam, what: string): Statement {
  return sql(
    `INSERT INTO Audit (workerId, structure, what, at) SELECT ?, structure, ?, ? FROM Worker WHERE ${theirs}`,
    ...[by, what, now, worker, structure],
  );
}
