import { expect, test } from "vitest";
import { noBrowser } from "../browser/open-browser.ts";
import { openLivePages } from "./live-pages.ts";

// how soon is measured by bench/worker-live.ts
test.skipIf(noBrowser)(
  "on Workers, the queue, a conversation and the web chat show what comes, message by message, and are never loaded again",
  async () => {
    const pages = await openLivePages();
    try {
      for (let round = 1; round <= 5; round++) {
        const shown = await pages.askBot(round);
        expect(shown.map(({ where }) => where)).toEqual(["chat: the bot"]);
      }
      await pages.takeBoth();
      for (let round = 1; round <= 20; round++) {
        const shown = await pages.writeBoth(round);
        expect(shown.map(({ where }) => where)).toEqual([
          "queue",
          "conversation",
          "chat: a worker",
        ]);
      }
      expect(await pages.reloaded()).toEqual([]);
    } finally {
      await pages.close();
    }
  },
  180_000,
);
