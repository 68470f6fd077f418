/** Tells the words we sent ourselves from those typed on the phone. */
export interface OwnWords {
  /** Sends a text; what the page shows of our own account meanwhile is judged once this is over. */
  sending(text: string, work: () => Promise<string | null>): Promise<string | null>;
  /** Whether we sent the message of that id and text, since the start. */
  isOurs(id: string, text: string): Promise<boolean>;
}

/** What was sent longer ago than this many messages comes up no more. */
const remembered = 1_000;

/**
 * The page shows our message before it tells its id: a question that comes in between waits for it. A
 * message whose id we were never told is known by its text.
 */
export function ownWords(): OwnWords {
  const ids = new Set<string>();
  const nameless = new Set<string>();
  let last: Promise<unknown> = Promise.resolve();
  const keep = (set: Set<string>, one: string) => {
    set.add(one);
    const [oldest] = set;
    if (set.size > remembered && oldest !== undefined) set.delete(oldest);
  };
  return {
    async sending(text, work) {
      const sent = work();
      last = sent.then(
        (id) => (id === null ? keep(nameless, text) : keep(ids, id)),
        () => keep(nameless, text),
      );
      await last;
      return sent;
    },
    async isOurs(id, text) {
      await last;
      return ids.has(id) || nameless.has(text);
    },
  };
}
