import type { Context } from "hono";
import { type SSEStreamingApi, streamSSE } from "hono/streaming";
import type { ConversationId } from "../base/ids.ts";
import type { Live } from "./live.ts";
import { type ChatEntry, entriesAfter } from "./web-chat-entries.ts";

/** A stream that was ended is opened again after so many milliseconds: what comes meanwhile is shown then. */
const backAfter = 1_000;
/** A line sent when nothing happens, so that what stands between does not close the stream. */
const heartbeat = 20_000;

export interface Streams {
  /** Sends what comes after an entry, then what comes, until the reader leaves or all are closed. */
  open(context: Context, conversation: ConversationId, source: StreamSource): Response;
  /** Ends all streams: a server that stops is not held by those who listen. */
  closeAll(): void;
}

export interface StreamSource {
  /** The last entry the reader has, or null. */
  readonly after: string | null;
  /** The conversation as it is now. */
  read(): Promise<readonly ChatEntry[]>;
  /** What is sent for an entry. */
  write(entry: ChatEntry): string;
}

/** Live conversations over server-sent events. */
export function openStreams(live: Live, structure: string): Streams {
  const closers = new Set<() => void>();
  return {
    open: (context, conversation, source) =>
      streamSSE(context, async (stream) => {
        const bell = newBell();
        const stopWatching = live.watch(conversation, bell.ring, structure);
        closers.add(bell.close);
        stream.onAbort(bell.close);
        try {
          await follow(stream, source, bell);
        } finally {
          stopWatching();
          closers.delete(bell.close);
        }
      }),
    closeAll() {
      for (const close of closers) close();
    },
  };
}

async function follow(stream: SSEStreamingApi, source: StreamSource, bell: Bell): Promise<void> {
  // the line that tells the browser how soon to come back also says that the stream is open
  await stream.write(`retry: ${backAfter}\n\n`);
  const first = await source.read();
  let wanted = entriesAfter(first, source.after);
  const has = new Set(first.slice(0, first.length - wanted.length).map(({ id }) => id));
  while (!bell.closed()) {
    for (const entry of wanted) {
      has.add(entry.id);
      await stream.writeSSE({ id: entry.id, data: source.write(entry) });
    }
    const woken = await bell.rung(heartbeat);
    if (woken === "silence") await stream.write(": \n\n");
    wanted = woken === "rung" ? (await source.read()).filter(({ id }) => !has.has(id)) : [];
  }
}

/** Remembers that something changed while nobody waited: many changes are one look. */
interface Bell {
  ring(): void;
  close(): void;
  closed(): boolean;
  rung(within: number): Promise<"rung" | "silence" | "closed">;
}

function newBell(): Bell {
  let pending = false;
  let isClosed = false;
  let wake: () => void = () => {};
  return {
    ring() {
      pending = true;
      wake();
    },
    close() {
      isClosed = true;
      wake();
    },
    closed: () => isClosed,
    async rung(within) {
      if (!pending && !isClosed) {
        let timer: ReturnType<typeof setTimeout> | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, within);
        });
        clearTimeout(timer);
        wake = () => {};
      }
      if (isClosed) return "closed";
      const was = pending;
      pending = false;
      return was ? "rung" : "silence";
    },
  };
}
