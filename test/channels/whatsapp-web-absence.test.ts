import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { minute, second } from "../../src/base/time.ts";
import { linkPhones } from "../../src/node/whatsapp-web.ts";
import { removeFolder } from "../stand-in/linked-phone.ts";
import { phoneWithoutBrowser, type RawMessage } from "../stand-in/phone-without-browser.ts";
import { waitsByHand } from "../stand-in/waits-by-hand.ts";
import { settingsWith } from "../world.ts";
import { openHouse } from "./house-under-test.ts";

const [sami, lina, zoe] = ["33600000002@c.us", "33600000001@c.us", "33600000003@c.us"] as const;

test("a chat that hangs is read after the others, and after what came in meanwhile", async () => {
  const folder = mkdtempSync(join(tmpdir(), "phone-absence-"));
  const under = await openHouse();
  const phone = phoneWithoutBrowser();
  const waits = waitsByHand();
  const opening = (remote: string): RawMessage => ({
    id: { id: remote, fromMe: false, remote, _serialized: `false_${remote}_${remote}` },
    ...{ type: "chat", t: Math.floor(under.now() / second), body: "Bonjour Trousseau" },
  });
  for (const chat of [sami, lina]) phone.unread(chat, [opening(chat)]);
  const hung = phone.hangOnce(sami);
  const taken: string[] = [];
  const failures: unknown[] = [];
  const [connection] = linkPhones({
    house: {
      ...under.house,
      async receive(slug, message) {
        taken.push(`${message.from.address}@c.us`);
        return under.house.receive(slug, message);
      },
    },
    ...{ wait: waits.wait, chance: () => 0.5, open: phone.open },
    settings: settingsWith({
      ...{ DATABASE_URL: `file:${folder}/trousseau.db`, WHATSAPP_WEB: "on" },
      // any file that is there: no browser is started
      CHROME_PATH: process.execPath,
    }),
    failed: (_, error) => void failures.push(error),
    changed: (_, { state }) => {
      if (state === "waitingForScan") phone.scan();
    },
  });
  onTestFinished(async () => {
    await connection?.stop();
    await under.close();
    removeFolder(folder);
  });
  await hung;
  const meanwhile = phone.receive(opening(zoe));
  await waits.pass(minute);
  await meanwhile;
  await phone.taken();
  expect(failures).toEqual([]);
  expect(taken).toEqual([zoe, lina, sami]);
});
