import type { Wait } from "../../src/node/whatsapp-web-page.ts";

/** Waits that end when a test says so; those of a few seconds (a pace, a pause) end at once. */
export interface WaitsByHand {
  readonly wait: Wait;
  /** Ends a wait of that length, in milliseconds, as soon as one is asked for. */
  pass(milliseconds: number): Promise<void>;
}

const fewSeconds = 8_000;

export function waitsByHand(): WaitsByHand {
  const waiting = new Set<{ readonly milliseconds: number; end(): void }>();
  let asked = Promise.withResolvers<void>();
  return {
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal.aborted || milliseconds <= fewSeconds) return resolve();
        const one = {
          milliseconds,
          end() {
            waiting.delete(one);
            resolve();
          },
        };
        waiting.add(one);
        signal.addEventListener("abort", one.end);
        asked.resolve();
        asked = Promise.withResolvers();
      }),
    async pass(milliseconds) {
      for (;;) {
        const [one] = [...waiting].filter((each) => each.milliseconds === milliseconds);
        if (one) return one.end();
        await asked.promise;
      }
    },
  };
}
