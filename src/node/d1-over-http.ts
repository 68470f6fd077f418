import { z } from "zod";
import type { Database, Result, Row, Statement, Written } from "../store/database.ts";

/** Where a D1 is reached from outside Cloudflare, and with what right. */
export interface D1Access {
  /** "https://api.cloudflare.com/client/v4", or a stand-in. */
  readonly root: string;
  readonly account: string;
  readonly database: string;
  /** A token with the right "D1 Edit". */
  readonly token: string;
  /** Waits that many milliseconds. */
  pause(milliseconds: number): Promise<void>;
}

export type D1Reached =
  | { readonly outcome: "reached"; readonly database: Database }
  /** The token has no right to it, there is no such database, or nothing answers there. */
  | { readonly outcome: "token" | "noDatabase" | "unreachable" };

const answerShape = z.object({
  success: z.boolean(),
  result: z
    .array(
      z.object({
        results: z.array(z.record(z.string(), z.unknown())).default([]),
        meta: z.object({ changes: z.number().default(0) }).default({ changes: 0 }),
      }),
    )
    .nullish(),
  errors: z.array(z.object({ message: z.string() })).default([]),
});

type Answer = z.infer<typeof answerShape>;

const attempts = 6;
const patience = 60_000;

/** Opens a D1 through Cloudflare's public API, and makes sure that it answers. */
export async function reachD1(access: D1Access): Promise<D1Reached> {
  try {
    const { status } = await ask(access, { sql: "SELECT 1" });
    if (status === 401 || status === 403) return { outcome: "token" };
    if (status === 404) return { outcome: "noDatabase" };
    if (status !== 200) return { outcome: "unreachable" };
  } catch {
    return { outcome: "unreachable" };
  }
  return { outcome: "reached", database: d1OverHttp(access) };
}

/**
 * A D1 behind Cloudflare's `POST /accounts/{account}/d1/database/{id}/query`
 * (https://developers.cloudflare.com/api/resources/d1/subresources/database/methods/query/). What
 * failed on the way is asked again, without knowing whether it was done: only for what may be repeated.
 */
export function d1OverHttp(access: D1Access): Database {
  const batch = async (statements: readonly Statement[]): Promise<Written> => {
    if (statements.length === 0) return { outcome: "written", results: [] };
    const { status, answer } = await ask(access, { batch: statements.map(queryOf) });
    if (answer.success) return { outcome: "written", results: (answer.result ?? []).map(resultOf) };
    const constraint = constraintOf(answer);
    if (constraint === null) throw refusedBy(status, answer);
    return { outcome: "refused", constraint };
  };
  const all: Database["all"] = async (sql, values = []) => {
    const { status, answer } = await ask(access, queryOf({ sql, values }));
    if (!answer.success) throw refusedBy(status, answer);
    return answer.result?.[0]?.results ?? [];
  };
  return {
    all,
    get: async (sql, values) => (await all(sql, values))[0] ?? null,
    run: (statement) => batch([statement]),
    batch,
    // each request stands alone: nothing stays open
    close: async () => {},
  };
}

/** One request, asked again while Cloudflare is busy or silent; throws when it stays so. */
async function ask(access: D1Access, body: unknown): Promise<{ status: number; answer: Answer }> {
  const { root, account, database, token } = access;
  const request = {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
    // an address that sends us elsewhere must not be given the token
    redirect: "error",
  } as const;
  const address = `${root}/accounts/${account}/d1/database/${database}/query`;
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(address, {
      ...request,
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) => {
      if (attempt === attempts) throw error;
      return null;
    });
    const isBusy = response === null || response.status === 429 || response.status >= 500;
    const answer = response && answerShape.safeParse(await response.json().catch(() => null)).data;
    // Cloudflare says 500 of a statement that a constraint refused too: once more would say the same
    const isRefusal = answer && constraintOf(answer) !== null;
    if (response && (!isBusy || isRefusal || attempt === attempts)) {
      return { status: response.status, answer: answer ?? noAnswer };
    }
    await access.pause(waitOf(response?.headers.get("retry-after"), attempt));
  }
}

const noAnswer: Answer = { success: false, errors: [{ message: "nothing that can be read" }] };

/** As long as Cloudflare says, else half a second, one, two, four … */
function waitOf(retryAfter: string | null | undefined, attempt: number): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : 250 * 2 ** attempt;
}

function queryOf({ sql, values }: Pick<Statement, "sql" | "values">) {
  return { sql, params: values };
}

/** As on the other engines: a statement that returns rows changed as many as it returns. */
function resultOf({ results, meta }: { results: Row[]; meta: { changes: number } }): Result {
  return { changes: results.length > 0 ? results.length : meta.changes, rows: results };
}

/** "UNIQUE constraint failed: Worker.email: SQLITE_CONSTRAINT" → the database's own sentence. */
function constraintOf({ errors }: Answer): string | null {
  const found = errors.map(({ message }) =>
    /(\w[\w ]* constraint failed(?:: [^:]+)?): SQLITE_CONSTRAINT/.exec(message),
  );
  return found.find((match) => match !== null)?.[1] ?? null;
}

/** Cloudflare names tables and columns, never values. */
function refusedBy(status: number, { errors }: Answer): Error {
  return new Error(`D1 answers ${status}: ${errors.map(({ message }) => message).join("; ")}`);
}
