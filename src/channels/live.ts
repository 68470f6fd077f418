/** Tells those who look at a conversation, or at the queue, that something changed. Best effort only. */
export interface Live {
  /** Says that a conversation changed. */
  changed(conversation: string): void;
  /**
   * Calls back at each change of one conversation, or of any of a structure's with "*" (and perhaps of
   * others': whoever is called looks at their own). Returns how to stop.
   */
  watch(
    conversation: string | "*",
    callback: (conversation: string) => void,
    structure: string,
  ): () => void;
}

/** In this process. What another process changed is told by whoever notices (see main-node). */
export function liveHere(): Live {
  const watchers = new Map<string, Set<(conversation: string) => void>>();
  const tell = (name: string, conversation: string) => {
    for (const callback of watchers.get(name) ?? []) callback(conversation);
  };
  return {
    changed(conversation) {
      // "*" means that anything may have changed: everyone looks again
      if (conversation === "*") for (const name of watchers.keys()) tell(name, name);
      else {
        tell(conversation, conversation);
        tell("*", conversation);
      }
    },
    watch(conversation, callback) {
      const those = watchers.get(conversation) ?? new Set();
      watchers.set(conversation, those.add(callback));
      return () => {
        those.delete(callback);
        if (those.size === 0) watchers.delete(conversation);
      };
    },
  };
}
