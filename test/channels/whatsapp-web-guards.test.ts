import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { minute, second } from "../../src/base/time.ts";
import type { FetchedMedia } from "../../src/channels/channel.ts";
import { hasChrome, removeFolder } from "../stand-in/linked-phone.ts";
import { waitsByHand } from "../stand-in/waits-by-hand.ts";
import { linked, ready, write } from "./phone-in-browser.ts";

const inBrowser = test.skipIf(!hasChrome);
const look = 30 * second;

inBrowser(
  "a code that nobody scans is asked for anew; when none comes the browser is started afresh",
  async () => {
    const waits = waitsByHand();
    const phone = await linked({ wait: waits.wait });
    await phone.standing(({ qr }) => qr?.startsWith("first-code,") ?? false);
    phone.under.pass(90 * second);
    await waits.pass(look);
    await phone.standing(({ qr }) => qr?.startsWith("code-asked-for,") ?? false);

    await phone.inPage(`window.require("WAWebCmd").Cmd.refreshQR = () => {}`);
    const former = phone.client();
    phone.under.pass(4 * minute);
    await waits.pass(look);
    expect(phone.connection.state().state).toBe("waitingForScan");
    phone.under.pass(1);
    await waits.pass(look);
    await phone.stood(({ why }) => why === "codeExpired");
    await phone.standing(({ qr }) => qr?.startsWith("first-code,") ?? false);
    expect(phone.client()).not.toBe(former);
    expect(former.pupBrowser?.connected).toBe(false);
  },
);

inBrowser(
  "scanned and never ready: after three minutes the browser is started afresh",
  async () => {
    const waits = waitsByHand();
    const phone = await linked({ wait: waits.wait });
    await phone.standing(({ state }) => state === "waitingForScan");
    const former = phone.client();
    // the page hangs as soon as the library asks whether its own part is there: it may ask at any moment, so
    // that the scan is on its way before
    await phone.inPage(
      `setTimeout(() => standIn.scan()), Object.defineProperty(window, "WWebJS", { get() { for (;;); } }), 0`,
    );
    await phone.standing(({ state }) => state === "authenticated");
    await waits.pass(3 * minute);
    await phone.stood(({ why }) => why === "neverReady");
    await phone.standing(({ state }) => state === "ready");
    expect(phone.client()).not.toBe(former);
    expect(former.pupBrowser?.connected).toBe(false);
  },
);

inBrowser(
  "a page that falls silent is given three looks, then the browser is started afresh",
  async () => {
    const waits = waitsByHand();
    const phone = await ready({ wait: waits.wait });
    const former = phone.client();
    await phone.inPage("void setTimeout(() => { for (;;); })");
    for (const silence of [1, 2, 3]) {
      await waits.pass(look);
      expect([silence, phone.client() === former]).toEqual([silence, true]);
      await waits.pass(20 * second);
    }
    await phone.stood(({ why }) => why === "browserGone");
    await phone.standing(({ state }) => state === "ready");
    expect(phone.client()).not.toBe(former);
    expect(former.pupBrowser?.connected).toBe(false);
  },
);

inBrowser("a browser that takes too much memory goes on while somebody is writing", async () => {
  const waits = waitsByHand();
  const phone = await ready({ wait: waits.wait, limits: { memory: 1, quiet: 5 * minute } });
  const former = phone.client();
  phone.under.pass(4 * minute);
  await write(phone, "A1", "Bonjour Trousseau");
  await phone.sent(1);
  phone.under.pass(4 * minute);
  await waits.pass(look);
  phone.under.pass(minute + 1);
  await waits.pass(look);
  expect(phone.client()).toBe(former);
  await phone.stood(({ why }) => why === "memory");
  await phone.standing(({ state }) => state === "ready");
  expect(phone.client()).not.toBe(former);
});

/** A folder of sessions that two phones share, one after the other or at once. */
function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "linked-phone-"));
  onTestFinished(() => removeFolder(folder));
  return folder;
}

inBrowser("the lock of a container that was replaced keeps no browser from starting", async () => {
  const folder = sharedFolder();
  const profile = join(folder, "whatsapp-web", "session-rencontres-et-loisirs");
  mkdirSync(profile, { recursive: true });
  symlinkSync("replaced-container-42", join(profile, "SingletonLock"));
  const phone = await linked({ folder });
  await phone.standing(({ state }) => state === "waitingForScan");
  expect(phone.standings.map(({ why }) => why)).not.toContain("profileInUse");
});

inBrowser(
  "the browser of a process that lives keeps its session: the other one waits",
  async () => {
    const folder = sharedFolder();
    const first = await ready({ folder });
    const second = await linked({ folder, wait: waitsByHand().wait });
    await second.stood(({ why }) => why === "profileInUse");
    await write(first, "A1", "Bonjour Trousseau");
    expect(await first.sent(1)).toHaveLength(1);
  },
);

const photo = {
  ...{ type: "image", body: "/9j/4AAQSkZJRg==", mimetype: "image/jpeg" },
  mediaData: { mediaStage: "RESOLVED" },
};

inBrowser("a photo is fetched through the browser, unless it is too large or gone", async () => {
  const phone = await ready();
  await write(phone, "A1", "Bonjour Trousseau");
  await phone.sent(1);
  // the page gives the words of the path as the file
  const send = (id: string, rest: object) => write(phone, id, "", { ...photo, ...rest });
  await send("F1", { directPath: "/of nine", size: 8 });
  await send("F2", { directPath: "/larger than was said", size: 8 });
  await send("F3", { directPath: "/small", size: 5_000 });
  await send("F4", { directPath: "/old", size: 4, mediaData: { mediaStage: "REUPLOADING" } });
  await phone.sent(5);
  const channel = phone.under.house.channelsConnected().find(({ name }) => name === "whatsapp-web");
  const fetched = (id: string): Promise<FetchedMedia> | undefined =>
    channel?.fetchMedia?.(`false_33600000001@c.us_${id}`, 10);
  const body = new TextEncoder().encode("/of nine");
  expect(await fetched("F1")).toEqual({ outcome: "fetched", type: "image/jpeg", body });
  expect(await fetched("F2")).toEqual({ outcome: "tooLarge", why: "size" });
  expect(await fetched("F3")).toEqual({ outcome: "tooLarge", why: "size" });
  expect(await fetched("F4")).toEqual({ outcome: "gone", why: "no file" });
  expect(await fetched("F5")).toEqual({ outcome: "gone", why: "no such message" });
});
