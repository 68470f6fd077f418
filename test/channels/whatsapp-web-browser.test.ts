import { expect, test } from "vitest";
import { hasChrome } from "../stand-in/linked-phone.ts";
import { lina, linked, ready, write } from "./phone-in-browser.ts";

const inBrowser = test.skipIf(!hasChrome);
inBrowser(
  "a code is shown, it is scanned, somebody writes and is answered, all in the browser",
  async () => {
    const phone = await linked();
    const waiting = await phone.standing(({ state }) => state === "waitingForScan");
    expect(waiting.qr).toMatch(/^first-code,/);
    await phone.inPage("standIn.showCode('second-code')");
    await phone.standing(({ qr }) => qr?.startsWith("second-code,") ?? false);
    await phone.inPage("standIn.scan()");
    const { account, qr } = await phone.standing(({ state }) => state === "ready");
    expect({ account, qr }).toEqual({ account: "33699999999", qr: null });
    expect(phone.standings.map(({ state }) => state)).toEqual(
      expect.arrayContaining(["waitingForScan", "authenticated", "ready"]),
    );

    await write(phone, "A1", "Bonjour Trousseau");
    const [first] = await phone.sent(1);
    expect(first?.chat).toBe(lina);
    expect(first?.text).toMatch(/\n1\. .+\n2\. /);
    expect(await phone.inPage("standIn.typing")).toEqual([lina]);
    expect(await phone.inPage("standIn.seen")).toEqual([lina]);
    expect(phone.typed).toEqual([]);
  },
);

inBrowser("how far an answer came is told: accepted, arrived, read", async () => {
  const phone = await ready();
  await write(phone, "A1", "Bonjour Trousseau");
  const [answer] = await phone.sent(1);
  for (const ack of [1, 2, 3]) await phone.inPage(`standIn.ack("${answer?.id}", ${ack})`);
  await phone.until(() => phone.statuses.length === 3);
  expect(phone.statuses.map(({ networkId, state }) => [networkId, state])).toEqual([
    [answer?.id, "sent"],
    [answer?.id, "delivered"],
    [answer?.id, "read"],
  ]);
  const stored = phone.under.rows("SELECT networkLookup IS NOT NULL AS isKnown FROM Outgoing");
  expect(stored).toEqual([{ isKnown: 1 }]);
});

inBrowser(
  "only who opens a conversation with us is read: not a neighbour, not a group",
  async () => {
    const phone = await ready();
    await write(phone, "N1", "Bonjour, la chaudière est en panne", { from: "33600000002@c.us" });
    await write(phone, "G1", "Bonjour Trousseau", { from: "120363000000000000@g.us" });
    await write(phone, "S1", "Bonjour Trousseau", { from: "status@broadcast" });
    await write(phone, "O1", "La réunion est à 10 h", { from: "33600000002@c.us", fromMe: true });
    await write(phone, "A1", "Bonjour Trousseau (affiche-carvin)");
    const sent = await phone.sent(1);
    await phone.under.house.settled();
    expect(sent.map(({ chat }) => chat)).toEqual([lina]);
    expect(phone.under.rows("SELECT COUNT(*) AS heard FROM Inbound")).toEqual([{ heard: 1 }]);
    expect(phone.typed).toEqual([]);
  },
);

inBrowser("words typed on the phone are told; our own answers are not taken for them", async () => {
  const phone = await ready();
  await write(phone, "A1", "Bonjour Trousseau");
  await phone.sent(1);
  await write(phone, "P1", "C'est Nadia, je t'appelle", { fromMe: true });
  await phone.until(() => phone.typed.length > 0);
  expect(phone.typed).toEqual([
    {
      networkId: "P1",
      address: "33600000001",
      text: "C'est Nadia, je t'appelle",
      at: phone.under.now(),
    },
  ]);
});

inBrowser(
  "somebody known by a number who comes back under a hidden id is the same person",
  async () => {
    const phone = await ready();
    await write(phone, "A1", "Bonjour Trousseau");
    await phone.sent(1);
    await phone.inPage(`standIn.setLids({ "${lina}": "777777777777@lid" })`);
    await write(phone, "A2", "1", { from: "777777777777@lid" });
    await phone.sent(2);
    expect(phone.under.rows("SELECT COUNT(*) AS people FROM Address")).toEqual([{ people: 1 }]);
    await write(phone, "N1", "Bonjour", { from: "888888888888@lid" });
    await write(phone, "A3", "1");
    await phone.sent(3);
    expect(phone.under.rows("SELECT COUNT(*) AS people FROM Address")).toEqual([{ people: 1 }]);
  },
);

inBrowser("a message that is changed is looked at again, once", async () => {
  const phone = await ready();
  await write(phone, "A1", "Bonjour Trousseau");
  await phone.sent(1);
  await write(phone, "A2", "1");
  await phone.sent(2);
  const heard = () => phone.under.rows("SELECT COUNT(*) AS n FROM Inbound")[0]?.["n"];
  expect(heard()).toBe(2);
  await phone.inPage(`standIn.edit("A2", "2")`);
  await write(phone, "A3", "1");
  await phone.sent(3);
  expect(heard()).toBe(4);
});

inBrowser(
  "the line is lost: the session is kept, and who wrote meanwhile is answered",
  async () => {
    const phone = await ready();
    await write(phone, "A1", "Bonjour Trousseau");
    await phone.sent(1);
    const t = Math.floor(phone.under.now() / 1000);
    const unread = { from: lina, id: "A2", body: "1", t };
    const beforePairing = { from: lina, id: "A0", body: "avant", t: t - 3600 };
    const neighbour = { from: "33600000002@c.us", id: "N1", body: "Salut", t };
    await phone.inPage(`standIn.writeLater(${JSON.stringify([beforePairing, unread, neighbour])})`);
    const former = phone.client();
    await phone.inPage(`standIn.setState("UNLAUNCHED")`).catch(() => undefined);
    await phone.stood(({ why }) => why === "browserGone");
    await phone.standing(({ state }) => state === "ready");
    expect(phone.client()).not.toBe(former);
    expect(former.pupBrowser?.connected).toBe(false);
    expect(phone.pauses).toContain(5_000);
    const [answer] = await phone.sent(1);
    expect(answer?.chat).toBe(lina);
    await phone.under.house.settled();
    expect(phone.under.rows("SELECT COUNT(*) AS heard FROM Inbound")).toEqual([{ heard: 2 }]);
    const scans = phone.standings.filter(({ state }) => state === "waitingForScan");
    expect(new Set(scans.map(({ since }) => since)).size).toBe(1);
  },
);

inBrowser(
  "a number that WhatsApp has blocked is not hammered: ten minutes between two tries",
  async () => {
    const asked: number[] = [];
    const phone = await ready({
      wait: (milliseconds, signal) =>
        new Promise((resolve) => {
          asked.push(milliseconds);
          signal.addEventListener("abort", () => resolve());
        }),
    });
    await phone.inPage(`standIn.setState("TOS_BLOCK")`).catch(() => undefined);
    await phone.stood(({ why }) => why === "blocked");
    expect(await phone.browsersLeft()).toEqual([]);
    expect(asked.at(-1)).toBe(10 * 60_000);
  },
);

inBrowser("a browser that is killed is replaced", async () => {
  const phone = await ready();
  const former = phone.client();
  former.pupBrowser?.process()?.kill("SIGKILL");
  await phone.stood(({ why }) => why === "browserGone");
  await phone.standing(({ state }) => state !== "disconnected");
  expect(phone.client()).not.toBe(former);
});

inBrowser("a phone that unlinks us has its session forgotten: a new code is shown", async () => {
  const phone = await ready();
  await phone.inPage(`standIn.setState("UNPAIRED")`).catch(() => undefined);
  await phone.stood(({ why }) => why === "loggedOut");
  const { qr } = await phone.standing(({ state }) => state === "waitingForScan");
  expect(qr).toMatch(/^first-code,/);
});

inBrowser(
  "WhatsApp cannot be reached: a clear state, tried again, no browser is left",
  async () => {
    const phone = await linked({ onStandIn: false });
    await phone.until(() => phone.standings.filter(({ why }) => why === "unreachable").length >= 2);
    await phone.stop();
    expect(phone.connection.state().why).toBe("stopped");
    expect(await phone.browsersLeft()).toEqual([]);
    expect(phone.pauses.slice(0, 1)).toEqual([5_000]);
  },
);

inBrowser("a browser that takes too much memory is started afresh once it is quiet", async () => {
  const looks: (() => void)[] = [];
  const phone = await ready({
    limits: { memory: 1, quiet: -1 },
    wait: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (milliseconds <= 8_000 || signal.aborted) resolve();
        if (milliseconds === 30_000) looks.push(resolve);
        signal.addEventListener("abort", () => resolve());
      }),
  });
  const former = phone.client();
  looks.at(-1)?.();
  await phone.stood(({ why }) => why === "memory");
  await phone.standing(({ state }) => state === "ready");
  expect(phone.client()).not.toBe(former);
  expect(former.pupBrowser?.connected).toBe(false);
});

test("without a browser the state says so", async () => {
  const phone = await linked({ chromePath: "/nowhere/chromium" });
  await phone.standing(({ why }) => why === "noBrowser");
  expect(phone.connection.state()).toMatchObject({ state: "disconnected", qr: null });
});

inBrowser("after the stop no process of the browser is left", async () => {
  const phone = await ready();
  expect(phone.browsers().length).toBeGreaterThan(1);
  await phone.stop();
  expect(await phone.browsersLeft()).toEqual([]);
});
