import { type Api, GrammyError } from "grammy";
import type { FetchedMedia } from "./channel.ts";
import { readAtMost } from "./read-at-most.ts";

/** A file takes longer than a message; nobody waits for it. */
const timeout = 30_000;
/** A path of the Bot API ("photos/file_0.jpg"): never an address, never out of its folder. */
const plainPath = /^[\w-]+(?:\/[\w.-]+)*$/;

/** A bot, as a file is asked of it. */
interface Bot {
  readonly api: Pick<Api, "getFile">;
  readonly apiRoot: string;
  readonly token: string;
}

/**
 * Fetches a file of at most `most` bytes: its id gives a path, good for an hour, under the address of
 * the Bot API itself. The token is in that address: it goes nowhere else, and is in no message.
 */
export async function fetchTelegramMedia(
  bot: Bot,
  ref: string,
  most: number,
): Promise<FetchedMedia> {
  const asked = await pathOf(bot, ref);
  if ("outcome" in asked) return asked;
  const { path, size } = asked;
  if (size > most) return tooLarge;
  if (!plainPath.test(path) || path.includes("..")) return { outcome: "gone", why: "no path" };
  try {
    const response = await fetch(`${bot.apiRoot}/file/bot${bot.token}/${path}`, {
      redirect: "error",
      signal: AbortSignal.timeout(timeout),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return lost(response.status);
    }
    const body = await readAtMost(response, most);
    const type = response.headers.get("content-type") ?? "application/octet-stream";
    return body === null ? tooLarge : { outcome: "fetched", type, body };
  } catch {
    return { outcome: "tryLater", why: "network" };
  }
}

const tooLarge = { outcome: "tooLarge", why: "size" } as const;

async function pathOf(
  { api }: Bot,
  ref: string,
): Promise<FetchedMedia | { readonly path: string; readonly size: number }> {
  try {
    const { file_path: path = "", file_size: size = 0 } = await api.getFile(ref);
    return { path, size };
  } catch (error) {
    if (!(error instanceof GrammyError)) return { outcome: "tryLater", why: "network" };
    if (/too big/i.test(error.description)) return tooLarge;
    return lost(error.error_code);
  }
}

/** A token that is refused may be renewed, a fault passes: only what is not there is gone. */
function lost(status: number): FetchedMedia {
  const isGone = status === 400 || status === 404 || status === 410;
  return { outcome: isGone ? "gone" : "tryLater", why: String(status) };
}
