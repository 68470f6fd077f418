import { after, type Clock, type Instant, minute } from "../base/time.ts";
import type { Live } from "../channels/live.ts";
import type { Database } from "../store/database.ts";
import { newsSince } from "../store/news-since.ts";

/** Two looks are this far apart: whoever watches sees what is new within two seconds, answer included. */
const lookEvery = 1_000;
/** A write bears the instant at which it was thought of, a little before others can see it. */
const overlap = 5_000;
/** A page may take so long to open its stream. */
const pageToStream = 30_000;
/** What is not seen conversation by conversation (the agenda, what left late) is looked at again after this. */
const everythingAfter = minute;

export interface Looking {
  readonly database: Database;
  readonly clock: Clock;
  /** Waits; rejects never. */
  wait(milliseconds: number): Promise<void>;
  /** Told of a look that the database did not answer; the next one is a second later. */
  failed(error: unknown): void;
}

/**
 * Live pages where nothing lives on: nobody here can be told what another invocation wrote, so that each
 * stream looks at the database every second, through an index, as long as somebody reads it.
 */
export function lookingLive(looking: Looking): Live {
  return {
    // whoever is to be told looks for themselves
    changed: () => undefined,
    watch(conversation, callback, structure) {
      let stopped = false;
      const look =
        conversation === "*" ? news(looking, structure) : lastWord(looking, conversation);
      const follow = async () => {
        while (!stopped) {
          await looking.wait(lookEvery);
          if (stopped) return;
          try {
            for (const changed of await look()) callback(changed);
          } catch (error) {
            looking.failed(error);
          }
        }
      };
      void follow();
      return () => {
        stopped = true;
      };
    },
  };
}

/** The conversations of a structure in which something happened since the last look. */
function news({ database, clock }: Looking, structure: string): () => Promise<readonly string[]> {
  // the page was made some seconds before its stream opened: what came in between is told too
  let lookedAt: Instant = after(clock.now(), -pageToStream);
  let rangAt = clock.now();
  let told = new Map<string, string>();
  return async () => {
    const now = clock.now();
    const found = await newsSince(database, [structure], after(lookedAt, -overlap));
    lookedAt = now;
    // the looks overlap: what was told and has not changed since is not told again
    const fresh = found.filter(({ conversation, mark }) => told.get(conversation) !== mark);
    told = new Map(found.map(({ conversation, mark }) => [conversation, mark]));
    if (now >= after(rangAt, everythingAfter)) {
      rangAt = now;
      return ["*"];
    }
    return fresh.map(({ conversation }) => conversation);
  };
}

/** One conversation: told when something was received, answered or sent in it since the last look. */
function lastWord({ database }: Looking, conversation: string): () => Promise<readonly string[]> {
  let known: string | null = null;
  return async () => {
    const row = await database.get(lastWordQuery, [conversation, conversation, conversation]);
    const present = JSON.stringify(row);
    const isNews = known !== null && present !== known;
    // what came between the page's own reading and the first look is told too
    const isFirst = known === null;
    known = present;
    return isNews || isFirst ? [conversation] : [];
  };
}

// a message is stored before it leaves, and only then is it shown: that it left is news of its own
const lastWordQuery = `SELECT (SELECT MAX(id) FROM Inbound WHERE conversationId = ?) AS heard,
  (SELECT json_group_array(json_array(id, sentAt)) FROM
    (SELECT id, sentAt FROM Outgoing WHERE conversationId = ? ORDER BY id DESC LIMIT 5)) AS said,
  (SELECT revision FROM Conversation WHERE id = ?) AS revision`;
