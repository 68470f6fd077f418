import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Media } from "../../src/base/message.ts";
import { type Instant, second } from "../../src/base/time.ts";
import { limits } from "../../src/channels/limits.ts";
import { linkPhones } from "../../src/node/whatsapp-web.ts";
import type { Wait } from "../../src/node/whatsapp-web-page.ts";
import { removeFolder } from "../stand-in/linked-phone.ts";
import { phoneWithoutBrowser, type RawMessage } from "../stand-in/phone-without-browser.ts";
import { settingsWith } from "../world.ts";
import { everyMedia, type Network, type NetworkKind, type Sending } from "./contract-network.ts";
import { openContractSite } from "./contract-site.ts";
import { recorded } from "./recorded.ts";

/** WhatsApp Web, from the library's own classes inwards: only who opens a conversation is heard. */
export const phone: NetworkKind = {
  ...{ greeting: "Bonjour Trousseau", presses: false, media: everyMedia, edits: true },
  ...{ tellsTime: true, longest: limits.whatsappText.text, open: openPhone },
};

const lina = "33600000001@c.us";

async function openPhone(): Promise<Network> {
  const { house, now, common, settled, broke } = await openContractSite();
  const folder = mkdtempSync(join(tmpdir(), "contract-phone-"));
  const held = phoneWithoutBrowser();
  const ready = Promise.withResolvers<void>();
  const [connection] = linkPhones({
    ...{ house, wait, chance: () => 0.5, open: held.open },
    settings: settingsWith({
      ...{ DATABASE_URL: `file:${folder}/trousseau.db`, WHATSAPP_WEB: "on" },
      // any file that is there: no browser is started
      CHROME_PATH: process.execPath,
    }),
    failed: (_, error) => broke(error),
    changed(_, { state }) {
      if (state === "waitingForScan") held.scan();
      if (state === "ready") ready.resolve();
    },
  });
  await ready.promise;
  const words = new Map<number, RawMessage>();
  return {
    ...common,
    async send(event, sending, at = now()) {
      if ("edit" in sending) {
        const former = words.get(sending.of);
        if (!former) throw new Error("nothing to change");
        await held.change(former, sending.edit, String(former["body"]));
      } else {
        const message = messageOf(event, sending, at);
        words.set(event, message);
        await held.receive(message);
      }
      await settled();
      await held.taken();
    },
    shown: async () => held.sent.filter(({ chat }) => chat === lina).map(({ text }) => text),
    nobodyThere: held.nobodyThere,
    async close() {
      await connection?.stop();
      await common.close();
      removeFolder(folder);
    },
  };
}

/** Typing passes at once; what only guards against silence never ends. */
const wait: Wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    if (milliseconds < 10 * second || signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });

const shapes: Readonly<Record<Media, string>> = {
  ...{ voice: "voice", image: "image-with-caption", video: "video", document: "document" },
  ...{ sticker: "sticker", location: "location", contact: "contact" },
};

function messageOf(event: number, sending: Sending, at: Instant): RawMessage {
  const name = "media" in sending ? shapes[sending.media] : "text";
  const message = recorded("whatsapp-web", name) as RawMessage;
  const id = `3EB0${String(event).padStart(16, "0")}`;
  return {
    ...message,
    id: { ...message.id, id, _serialized: `false_${lina}_${id}` },
    t: Math.floor(at / second),
    ...("text" in sending ? { body: sending.text } : {}),
    ...("media" in sending && sending.caption ? { caption: sending.caption } : {}),
  };
}
