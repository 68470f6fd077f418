/**
 * One piece of work at a time for each name. Asked again while it runs, it runs once more afterwards:
 * work that reads what is there loses nothing by being joined.
 */
export interface Lines {
  /** Resolves once work that began after this call has ended. Never rejects. */
  run(name: string): Promise<void>;
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>;
}

interface Line {
  readonly done: Promise<void>;
  again: Promise<void> | null;
}

export function lines(
  work: (name: string) => Promise<void>,
  broke: (name: string, error: unknown) => void,
): Lines {
  const running = new Map<string, Line>();
  const start = (name: string): Promise<void> => {
    const done = work(name)
      .catch((error: unknown) => broke(name, error))
      .then(() => {
        if (running.get(name) === line && !line.again) running.delete(name);
      });
    const line: Line = { done, again: null };
    running.set(name, line);
    return done;
  };
  return {
    run(name) {
      const line = running.get(name);
      if (!line) return start(name);
      line.again ??= line.done.then(() => start(name));
      return line.again;
    },
    async settled() {
      while (running.size > 0) {
        await Promise.all([...running.values()].map((line) => line.again ?? line.done));
      }
    },
  };
}
