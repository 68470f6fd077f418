import type { Instant } from "../base/time.ts";
import { type Database, mustBeWritten, sql } from "./database.ts";

/** What is known of a job: shown in /readyz. */
export interface JobRecord {
  readonly name: string;
  readonly lastRunAt: Instant | null;
  readonly lastResult: string | null;
}

export interface JobRecords {
  /** Takes a job for this process until then. False: another process runs it. */
  claim(name: string, owner: string, now: Instant, leaseUntil: Instant): Promise<boolean>;
  /** Says how the run ended, and frees the job. */
  ended(name: string, owner: string, now: Instant, result: string): Promise<void>;
  all(): Promise<readonly JobRecord[]>;
  /** Writes down that this process lives. */
  register(instance: Instance): Promise<void>;
  beat(id: string, now: Instant): Promise<void>;
  /** The other processes that wrote themselves down. */
  instances(): Promise<readonly Instance[]>;
  /** Strikes off those that are gone. */
  forget(ids: readonly string[]): Promise<void>;
}

/** A process that serves this database. */
export interface Instance {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
  readonly beatAt: Instant;
}

export function jobStore(database: Database): JobRecords {
  return {
    async claim(name, owner, now, leaseUntil) {
      const [result] = mustBeWritten(
        await database.run(
          sql(
            `INSERT INTO Job (name, owner, leaseUntil) VALUES (?, ?, ?)
             ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, leaseUntil = excluded.leaseUntil
             WHERE Job.leaseUntil IS NULL OR Job.leaseUntil < ? OR Job.owner = excluded.owner`,
            name,
            owner,
            leaseUntil,
            now,
          ),
        ),
      );
      return result?.changes === 1;
    },
    async ended(name, owner, now, result) {
      await database.run(
        sql(
          "UPDATE Job SET lastRunAt = ?, lastResult = ?, owner = NULL, leaseUntil = NULL WHERE name = ? AND owner = ?",
          now,
          result,
          name,
          owner,
        ),
      );
    },
    async all() {
      const rows = await database.all("SELECT name, lastRunAt, lastResult FROM Job ORDER BY name");
      return rows.map((row) => ({
        name: String(row["name"]),
        lastRunAt: row["lastRunAt"] === null ? null : (Number(row["lastRunAt"]) as Instant),
        lastResult: row["lastResult"] === null ? null : String(row["lastResult"]),
      }));
    },
    async register({ id, pid, host, beatAt }) {
      mustBeWritten(
        await database.run(
          sql(
            "INSERT INTO Instance (id, pid, host, startedAt, beatAt) VALUES (?, ?, ?, ?, ?)",
            id,
            pid,
            host,
            beatAt,
            beatAt,
          ),
        ),
      );
    },
    async beat(id, now) {
      await database.run(sql("UPDATE Instance SET beatAt = ? WHERE id = ?", now, id));
    },
    async instances() {
      const rows = await database.all("SELECT id, pid, host, beatAt FROM Instance");
      return rows.map((row) => ({
        id: String(row["id"]),
        pid: Number(row["pid"]),
        host: String(row["host"]),
        beatAt: Number(row["beatAt"]) as Instant,
      }));
    },
    async forget(ids) {
      await database.run(
        sql(
          "DELETE FROM Instance WHERE id IN (SELECT value FROM json_each(?))",
          JSON.stringify(ids),
        ),
      );
    },
  };
}
