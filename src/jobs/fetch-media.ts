import type { ConversationId } from "../base/ids.ts";
import { minute } from "../base/time.ts";
import type { Channel } from "../channels/channel.ts";
import type { KeptKind } from "../engine/kept-file.ts";
import type { MediaRecords, MediaToFetch } from "../store/media-store.ts";
import { fileType } from "./file-type.ts";
import type { Job, JobLine } from "./job.ts";

/** What fetching stands on. */
export interface Fetching {
  readonly media: MediaRecords;
  /** The channel a file came through, when it is set up here. */
  channelOf(file: Pick<MediaToFetch, "channel" | "account">): Channel | undefined;
  /** Told that a conversation changed, for those who look at it live. */
  changed(conversation: ConversationId): void;
  /** Tells the person that what they were told was kept could not be. Twice is once. */
  lost(file: MediaToFetch, why: "refused" | "gone"): Promise<void>;
  /** How many files one pass fetches. */
  readonly page: number;
}

const megabyte = 1024 * 1024;
/** The largest file of each kind that is kept, in bytes. */
const largest: Readonly<Record<KeptKind, number>> = {
  image: 5 * megabyte,
  document: 10 * megabyte,
  voice: 10 * megabyte,
};

/** Fetches what people sent for the team, once each; what cannot be had now is tried again for a day. */
export function fetchMedia(fetching: Fetching): Job {
  return {
    name: "media",
    every: minute,
    async pass(now, dryRun, from) {
      const files = await fetching.media.toFetch(now, fetching.page, from ?? "");
      const lines: JobLine[] = [];
      for (const file of files) {
        const outcome = dryRun ? "wouldFetch" : await fetchOne(fetching, file);
        lines.push({ job: "media", outcome, about: file.id });
        if (!dryRun) fetching.changed(file.conversation);
      }
      const next = files.length < fetching.page ? null : (files.at(-1)?.id ?? null);
      return { lines, next };
    },
  };
}

async function fetchOne(fetching: Fetching, file: MediaToFetch): Promise<string> {
  const { media } = fetching;
  const most = largest[file.kind];
  const fetched = await fetching.channelOf(file)?.fetchMedia?.(file.ref, most);
  switch (fetched?.outcome) {
    case "fetched": {
      const type = fetched.body.length <= most ? fileType(file.kind, fetched.body) : null;
      if (type === null) return settled(fetching, file, "refused");
      return (await media.keep(file.id, type, fetched.body)) ? "kept" : "unwanted";
    }
    case "tooLarge":
      return settled(fetching, file, "refused");
    case "gone":
      return settled(fetching, file, "gone");
    default:
      // the network asks to wait, or the channel is not set up in this process
      return failed(fetching, file);
  }
}

/** The person is told first: a file that is settled is never looked at again. */
async function settled(
  { media, lost }: Fetching,
  file: MediaToFetch,
  state: "refused" | "gone",
): Promise<string> {
  await lost(file, state);
  await media.settle(file.id, state);
  return state;
}

async function failed({ media, lost }: Fetching, file: MediaToFetch): Promise<string> {
  const outcome = await media.failed(file.id);
  if (outcome === "gone") await lost(file, "gone");
  return outcome;
}
