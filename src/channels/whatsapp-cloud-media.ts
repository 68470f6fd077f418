import type { FetchedMedia } from "./channel.ts";
import { askGraph, type Graph } from "./graph-api.ts";
import { wordAt } from "./json-tree.ts";
import { readAtMost } from "./read-at-most.ts";
import { cloudCode } from "./whatsapp-cloud-mood.ts";

/** A file takes longer than a message; nobody waits for it. */
const timeout = 30_000;
/** There is no such thing (any more): it was deleted, or it is older than 30 days. */
const noSuchThing: ReadonlySet<number> = new Set([33, 100]);

/**
 * Fetches a file of at most `most` bytes: its id gives an address that is good for five minutes, which
 * asks for the token too. The size is looked at before, and counted while it is read.
 */
export async function fetchCloudMedia(
  number: Graph & { readonly account: string },
  ref: string,
  most: number,
): Promise<FetchedMedia> {
  const path = `${encodeURIComponent(ref)}?phone_number_id=${encodeURIComponent(number.account)}`;
  const asked = await askGraph(number, path);
  if (asked.outcome !== "answered") return { outcome: "tryLater", why: "network" };
  const { response, body } = asked;
  if (!response.ok) return lost(response.status, cloudCode(body));
  const url = wordAt(body, "url");
  if (!url || !isTrusted(url, number.root)) return { outcome: "gone", why: "no address" };
  if (Number(wordAt(body, "file_size") ?? 0) > most) return tooLarge;
  return download(number, url, { type: wordAt(body, "mime_type"), most });
}

const tooLarge = { outcome: "tooLarge", why: "size" } as const;

/** The token goes nowhere but to the network, and never in clear. */
function isTrusted(url: string, root: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, origin } = new URL(url);
  return protocol === "https:" || origin === new URL(root).origin;
}

async function download(
  { token }: Graph,
  url: string,
  { type, most }: { readonly type: string | undefined; readonly most: number },
): Promise<FetchedMedia> {
  try {
    const response = await fetch(url, {
      // without a name of a program the address answers that it does not know us
      headers: { authorization: `Bearer ${token}`, "user-agent": "Trousseau" },
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return lost(response.status, null);
    }
    const body = await readAtMost(response, most);
    const said = type ?? response.headers.get("content-type") ?? "application/octet-stream";
    return body === null ? tooLarge : { outcome: "fetched", type: said, body };
  } catch {
    return { outcome: "tryLater", why: "network" };
  }
}

/** A token that is refused may be renewed, a fault passes: only what is not there is gone. */
function lost(status: number, code: number | null): FetchedMedia {
  const isGone = status === 404 || status === 410 || (code !== null && noSuchThing.has(code));
  return { outcome: isGone ? "gone" : "tryLater", why: String(code ?? status) };
}
