/** The version of the Graph API that we speak. */
const graphVersion = "v25.0";

/** A reply path waits this long for the network. */
const usualPatience = 10_000;

/** What asking the network gave: its answer, or none. */
export type Asked =
  | { readonly outcome: "answered"; readonly response: Response; readonly body: unknown }
  /** Nothing left this side. */
  | { readonly outcome: "notSent" }
  /** It may or may not have arrived. */
  | { readonly outcome: "noAnswer" };

/** How one number speaks to the Graph API. */
export interface Graph {
  /** Where it is, without the version. */
  readonly root: string;
  readonly token: string;
  /** How long an answer is waited for, in milliseconds; ten seconds when not said. */
  readonly patience?: number;
}

/** Posts JSON to the Graph API, or asks it, and reads its answer. Never throws for the network's moods. */
export async function askGraph(graph: Graph, path: string, json?: unknown): Promise<Asked> {
  try {
    const response = await fetch(`${graph.root}/${graphVersion}/${path}`, {
      method: json === undefined ? "GET" : "POST",
      headers: {
        authorization: `Bearer ${graph.token}`,
        ...(json === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      signal: AbortSignal.timeout(graph.patience ?? usualPatience),
    });
    return { outcome: "answered", response, body: await bodyOf(response) };
  } catch (error) {
    return { outcome: wasNeverSent(error) ? "notSent" : "noAnswer" };
  }
}

/**
 * What stands between the network and us may answer with a page, or cut the answer short: the status was
 * said all the same, and what it accepted must not be asked again.
 */
async function bodyOf(response: Response): Promise<unknown> {
  try {
    return JSON.parse(await response.text());
  } catch {
    return null;
  }
}

/** Refused before anything left. Errors' own words may hold an address and are not read. */
function wasNeverSent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"].includes(code);
}
