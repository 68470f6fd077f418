import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { ConversationId } from "../base/ids.ts";
import type { DeskDoor } from "./desk-door.ts";
import type { DeskContext } from "./session-guard.ts";

/** A stream that was ended is opened again after so many milliseconds, and the page then reads all anew. */
const backAfter = 1_000;
/** Proxies close what stays silent for a minute. */
const silence = 25_000;

/** What changes, told as it happens; all ends when `close` is called. */
export function deskStream(door: DeskDoor) {
  const open = new Set<() => void>();
  return {
    close: () => {
      for (const end of open) end();
    },

    /**
     * Tells "queue" when anything changed, and "conversation:<id>" for the one that is looked at. Says
     * nothing of what changed: the page asks again, and is answered what its worker may see.
     */
    async answer(context: DeskContext): Promise<Response> {
      const watched = await watchedOf(door, context);
      const { slug } = context.get("view").structure;
      const listener = {
        watched,
        stillIn: async () => (await door.signedIn(context.req.raw)) !== null,
        ownOf: (changed: ReadonlySet<string>) => door.reads.ownOf(slug, [...changed]),
      };
      // buffers of proxies would hold events back
      context.header("X-Accel-Buffering", "no");
      return streamSSE(context, async (stream) => {
        const news = newsOf(door, slug);
        open.add(news.end);
        stream.onAbort(news.end);
        try {
          await tell(stream, news, listener);
        } finally {
          open.delete(news.end);
          news.stop();
        }
      });
    },
  };
}

/** What changed since it was last asked; several changes at once are one. */
function newsOf({ live }: DeskDoor, structure: string) {
  const changed = new Set<string>();
  let wake = () => {};
  let ended = false;
  const rung = (conversation: string) => {
    changed.add(conversation);
    wake();
  };
  const stop = live.watch("*", rung, structure);
  const beat = setInterval(() => wake(), silence);
  return {
    end: () => {
      ended = true;
      wake();
    },
    stop: () => {
      clearInterval(beat);
      stop();
    },
    /** Null at the end; empty when nothing happened for a while. */
    async next(): Promise<ReadonlySet<string> | null> {
      if (changed.size === 0 && !ended) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const those = new Set(changed);
      changed.clear();
      return ended ? null : those;
    },
  };
}

interface Listener {
  readonly watched: ConversationId | null;
  stillIn(): Promise<boolean>;
  /** Of what changed, what is the structure's: another's does not even make a noise. */
  ownOf(changed: ReadonlySet<string>): Promise<ReadonlySet<string>>;
}

async function tell(
  stream: SSEStreamingApi,
  news: ReturnType<typeof newsOf>,
  { watched, stillIn, ownOf }: Listener,
): Promise<void> {
  await stream.writeSSE({ event: "hello", data: "", retry: backAfter });
  for (let changed = await news.next(); changed; changed = await news.next()) {
    // a session that ended meanwhile is told nothing more
    if (!(await stillIn())) return;
    const isAnything = changed.has("*");
    if (changed.size === 0) await stream.writeSSE({ event: "still", data: "" });
    else if (isAnything || (await ownOf(changed)).size > 0) {
      await stream.writeSSE({ event: "queue", data: "" });
      if (watched && (isAnything || changed.has(watched))) {
        await stream.writeSSE({ event: `conversation:${watched}`, data: "" });
      }
    }
  }
}

/** The conversation asked for, if it is the worker's to see. */
async function watchedOf(
  { reads }: DeskDoor,
  context: DeskContext,
): Promise<ConversationId | null> {
  const id = (context.req.query("conversation") ?? null) as ConversationId | null;
  const { structure, now } = context.get("view");
  return id !== null && (await reads.conversation(id, structure.slug, now)) ? id : null;
}
