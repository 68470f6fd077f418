import { expect, test } from "vitest";
import { after, hour, instant, minute } from "../../src/base/time.ts";
import { calendarFeeds } from "../../src/store/calendar-feeds.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { readCalendar } from "../appointments/read-calendar.ts";
import { blue, green, real } from "../isolation/structures.ts";
import { type ThreeHouses, threeHouses } from "../isolation/three-houses.ts";
import { visitorAt } from "../isolation/visitor.ts";

type Desk = Awaited<ReturnType<ThreeHouses["worker"]>>;

/** The address of a new calendar, as the page shows it this once. */
async function feedOf(desk: Desk, agenda: string): Promise<string> {
  const page = await (await desk.post("/desk/agenda/calendriers", { agenda })).text();
  const found = /value="http:\/\/localhost:3000(\/calendar\/[\w-]+\.ics)"/.exec(page)?.[1];
  if (!found) throw new Error("no address is shown");
  return found;
}

/** What a program reads there. */
async function read(houses: ThreeHouses, address: string) {
  const response = await houses.request(address);
  if (response.status !== 200) throw new Error(`not read: ${response.status}`);
  const body = await response.text();
  return { body, events: readCalendar(body), headers: response.headers };
}

async function bookedIn({ house }: ThreeHouses, structure: string) {
  const row = await house.database.get(
    "SELECT id, conversationId, startsAt, endsAt, worker FROM Appointment WHERE structure = ? AND status = 'booked'",
    [structure],
  );
  return {
    id: String(row?.["id"]),
    worker: String(row?.["worker"]),
    code: String(row?.["conversationId"]).slice(-4),
    start: Number(row?.["startsAt"]),
    end: Number(row?.["endsAt"]),
  };
}

test("a worker's calendar has the hour, the place and the code; no name, nothing of what it is about", async () => {
  const houses = await threeHouses();
  await visitorAt(houses, "").book("Lina");
  const booked = await bookedIn(houses, real);
  const nadia = await houses.worker(real, "Nadia");
  const address = await feedOf(nadia, `worker:${booked.worker}`);
  const { body, events, headers } = await read(houses, address);
  expect(events).toEqual([
    {
      uid: `${booked.id}@trousseau`,
      sequence: 1,
      ...{ start: booked.start, end: booked.end, zone: "Europe/Paris" },
      stamp: "2026-11-23T08:00:00Z",
      summary: `Rendez-vous ${booked.code}`,
      description: "La journée au bureau : http://localhost:3000/desk/agenda?jour=2026-11-24",
      location: "Mission locale de Carvin, 189 avenue de la République, 62220 Carvin",
      status: "CONFIRMED",
      alarms: [],
    },
  ]);
  expect(body).not.toMatch(/lina|premier|logement/i);
  expect(headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  expect(headers.get("cache-control")).toBe("private, no-cache");
  expect(body).toContain("METHOD:PUBLISH\r\n");
  expect(body).toContain("REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n");
});

test("a site's calendar has what is there, another site's has not; another worker's neither", async () => {
  const houses = await threeHouses();
  await visitorAt(houses, "").book("Lina");
  const { id, worker } = await bookedIn(houses, real);
  const nadia = await houses.worker(real, "Nadia");
  const idsAt = async (agenda: string) =>
    (await read(houses, await feedOf(nadia, agenda))).events.map(({ uid }) => uid);
  expect(await idsAt("site:ml-carvin")).toEqual([`${id}@trousseau`]);
  expect(await idsAt("site:ml-henin")).toEqual([]);
  const other = worker === "conseillere-1" ? "conseiller-2" : "conseillere-1";
  expect(await idsAt(`worker:${other}`)).toEqual([]);
});

test("a workshop is in the calendar of each worker and of its place, with its title; called off, it leaves", async () => {
  const houses = await threeHouses();
  const nadia = await houses.worker(real, "Nadia");
  await nadia.post("/desk/ateliers", {
    ...{ sorte: "workshop", titre: "Mon budget", lieu: "ml-carvin", jour: "2026-12-03" },
    ...{ de: "14:00", a: "16:00", places: "6" },
  });
  const titlesAt = async (agenda: string) =>
    (await read(houses, await feedOf(nadia, agenda))).events.map(({ summary }) => summary);
  for (const agenda of ["worker:conseillere-1", "worker:conseiller-2", "site:ml-carvin"])
    expect([agenda, await titlesAt(agenda)]).toEqual([agenda, ["Mon budget"]]);
  expect(await titlesAt("site:ml-henin")).toEqual([]);
  const { events } = await read(houses, await feedOf(nadia, "site:ml-carvin"));
  expect(events).toMatchObject([
    { start: instant("2026-12-03T13:00:00Z"), end: instant("2026-12-03T15:00:00Z") },
  ]);
  const row = await houses.house.database.get("SELECT id FROM Gathering", []);
  await nadia.post(`/desk/ateliers/${row?.["id"]}/annuler`, {});
  expect(await titlesAt("site:ml-carvin")).toEqual([]);
});

test("what is cancelled leaves; what was seen or missed stays, and nothing says which", async () => {
  const houses = await threeHouses();
  await visitorAt(houses, "").book("Lina");
  const nadia = await houses.worker(real, "Nadia");
  const address = await feedOf(nadia, "site:ml-carvin");
  const { body } = await read(houses, address);
  const becomes = (status: string) =>
    houses.house.database.run({ sql: "UPDATE Appointment SET status = ?", values: [status] });
  for (const status of ["seen", "absent"]) {
    await becomes(status);
    expect([status, (await read(houses, address)).body]).toEqual([status, body]);
  }
  for (const status of ["cancelled", "moved", "excused"]) {
    await becomes(status);
    expect([status, (await read(houses, address)).events]).toEqual([status, []]);
  }
});

test("a time that is only proposed says so; who was erased leaves an hour without a code", async () => {
  const houses = await threeHouses();
  await visitorAt(houses, "").book("Lina");
  const nadia = await houses.worker(real, "Nadia");
  const address = await feedOf(nadia, "site:ml-carvin");
  const { code } = await bookedIn(houses, real);
  const summary = async () => (await read(houses, address)).events[0]?.summary;
  await houses.house.database.run({
    sql: "UPDATE Appointment SET status = 'proposed'",
    values: [],
  });
  expect(await summary()).toBe(`Rendez-vous proposé ${code}`);
  await houses.house.database.run({
    sql: "UPDATE Appointment SET status = 'seen', conversationId = 'erased', personId = 'erased'",
    values: [],
  });
  expect(await summary()).toBe("Rendez-vous");
});

test.each([
  ["phone", "Par téléphone"],
  ["video", "En visio"],
  ["home", "À domicile"],
  ["chat", "Par messages"],
])("by %s, the place says %s and no address", async (mode, words) => {
  const houses = await threeHouses();
  await visitorAt(houses, "").book("Lina");
  const nadia = await houses.worker(real, "Nadia");
  await houses.house.database.run({ sql: "UPDATE Appointment SET mode = ?", values: [mode] });
  const { events } = await read(houses, await feedOf(nadia, "site:ml-carvin"));
  expect(events.map(({ location }) => location)).toEqual([words]);
});

test("a month back and half a year ahead are shown, and nothing beyond", async () => {
  const houses = await threeHouses();
  await visitorAt(houses, "").book("Lina");
  const nadia = await houses.worker(real, "Nadia");
  const address = await feedOf(nadia, "site:ml-carvin");
  const now = houses.now();
  const shownAt = async (days: number) => {
    const start = after(now, days * 24 * hour);
    await houses.house.database.run({
      sql: "UPDATE Appointment SET startsAt = ?, endsAt = ?",
      values: [start, after(start, 45 * minute)],
    });
    return (await read(houses, address)).events.length;
  };
  const shown: (readonly [number, number])[] = [];
  for (const days of [-32, -31, 0, 179, 180]) shown.push([days, await shownAt(days)]);
  expect(shown).toEqual([
    [-32, 0],
    [-31, 1],
    [0, 1],
    [179, 1],
    [180, 0],
  ]);
});

test("asked again with the mark it was given, nothing changed is 304 without a body; a change is 200", async () => {
  const houses = await threeHouses();
  await visitorAt(houses, "").book("Lina");
  const nadia = await houses.worker(real, "Nadia");
  const address = await feedOf(nadia, "site:ml-carvin");
  const mark = (await read(houses, address)).headers.get("etag") ?? "";
  const again = () => houses.request(address, { headers: { "if-none-match": mark } });
  const same = await again();
  expect([same.status, await same.text(), same.headers.get("etag")]).toEqual([304, "", mark]);
  await houses.house.database.run({
    sql: "UPDATE Appointment SET version = version + 1",
    values: [],
  });
  expect((await again()).status).toBe(200);
});

test("revoked, never made, or read by nobody for a year: the same 404", async () => {
  const houses = await threeHouses();
  const nadia = await houses.worker(real, "Nadia");
  const address = await feedOf(nadia, "site:ml-carvin");
  const [row] = await houses.house.database.all("SELECT * FROM CalendarFeed");
  const token = address.slice("/calendar/".length, -".ics".length);
  expect(JSON.stringify(row)).not.toContain(token);
  expect((await nadia.post(`/desk/agenda/calendriers/${row?.["id"]}/couper`, {})).status).toBe(303);
  const [revoked, unknown] = await Promise.all(
    [address, `/calendar/${"A".repeat(22)}.ics`].map((one) => houses.request(one)),
  );
  expect([revoked?.status, await revoked?.text()]).toEqual([404, await unknown?.text()]);
  expect(unknown?.status).toBe(404);

  const other = await feedOf(nadia, "site:ml-carvin");
  houses.setClock("2027-11-23T08:59:00+01:00");
  expect((await houses.request(other)).status).toBe(200);
  // read, it is good for another year
  houses.setClock("2028-11-22T08:00:00+01:00");
  expect((await houses.request(other)).status).toBe(200);
  houses.setClock("2029-11-22T08:00:01+01:00");
  expect((await houses.request(other)).status).toBe(404);
});

test("the page shows when a calendar was made and last read, who made and cut it is in the trail", async () => {
  const houses = await threeHouses();
  const nadia = await houses.worker(real, "Nadia");
  const address = await feedOf(nadia, "worker:conseillere-1");
  const page = () => nadia.page("/desk/agenda/calendriers");
  expect(await page()).toContain("jamais lu");
  expect(await page()).not.toContain(address);
  houses.setClock("2026-11-25T10:00:00+01:00");
  await houses.request(address);
  await nadia.signIn();
  expect(await page()).toMatch(/lu le .*25\/11/);
  const row = await houses.house.database.get("SELECT id, lastReadAt FROM CalendarFeed");
  expect(row?.["lastReadAt"]).toBe(instant("2026-11-25T09:00:00Z"));
  await nadia.post(`/desk/agenda/calendriers/${row?.["id"]}/couper`, {});
  const trail = await houses.house.database.all(
    "SELECT what, workerId FROM Audit WHERE what LIKE 'calendar.%' ORDER BY id",
  );
  expect(trail).toEqual([
    { what: "calendar.made", workerId: nadia.id },
    { what: "calendar.revoked", workerId: nadia.id },
  ]);
});

test("readings are noted once an hour, however often a program asks", async () => {
  const houses = await threeHouses();
  const nadia = await houses.worker(real, "Nadia");
  const address = await feedOf(nadia, "site:ml-carvin");
  const noted = async () =>
    (await houses.house.database.get("SELECT lastReadAt FROM CalendarFeed"))?.["lastReadAt"];
  await houses.request(address);
  houses.setClock("2026-11-23T09:59:59+01:00");
  await houses.request(address);
  expect(await noted()).toBe(instant("2026-11-23T08:00:00Z"));
  houses.setClock("2026-11-23T10:00:00+01:00");
  await houses.request(address);
  expect(await noted()).toBe(instant("2026-11-23T09:00:00Z"));
});

test("sixty a minute from one address, then 429; another address and the next minute are answered", async () => {
  const houses = await threeHouses();
  const nadia = await houses.worker(real, "Nadia");
  const address = await feedOf(nadia, "site:ml-carvin");
  const statuses: number[] = [];
  for (let time = 0; time < 61; time++) statuses.push((await houses.request(address)).status);
  expect([statuses.slice(0, 60).every((status) => status === 200), statuses[60]]).toEqual([
    true,
    429,
  ]);
  expect((await houses.request(address, {}, "198.51.100.2")).status).toBe(200);
  houses.setClock("2026-11-23T09:01:00+01:00");
  expect((await houses.request(address)).status).toBe(200);
});

test("a team neither sees, cuts nor makes the calendars of another; its own calendar holds its own", async () => {
  const houses = await threeHouses();
  await visitorAt(houses, `/s/${green}`).book("Verdun");
  const verdiane = await houses.worker(green, "Verdiane");
  const greenFeed = await feedOf(verdiane, "site:ml-carvin");
  const { id } = (await houses.house.database.get("SELECT id FROM CalendarFeed")) ?? {};
  const nadia = await houses.worker(real, "Nadia", "admin");
  expect(await nadia.page("/desk/agenda/calendriers")).toContain("Aucun lien pour le moment.");
  const cut = await nadia.post(`/desk/agenda/calendriers/${id}/couper`, {});
  expect(cut.status).toBe(404);
  expect((await read(houses, greenFeed)).events.map(({ location }) => location)).toEqual([
    expect.stringContaining("Salon Vert de Carvin"),
  ]);
  // the three structures name their sites alike
  expect((await read(houses, await feedOf(nadia, "site:ml-carvin"))).events).toEqual([]);
  const azur = await houses.worker(blue, "Azur");
  expect((await read(houses, await feedOf(azur, "worker:conseillere-1"))).events).toEqual([]);
});

test.each(["", "worker:nobody", "site:nowhere", "site:conseillere-1", "person:lina"])(
  "« %s » is no agenda of the structure: none is made",
  async (agenda) => {
    const houses = await threeHouses();
    const nadia = await houses.worker(real, "Nadia");
    expect((await nadia.post("/desk/agenda/calendriers", { agenda })).status).toBe(400);
    expect(await houses.house.database.all("SELECT id FROM CalendarFeed")).toEqual([]);
  },
);

test("under a new key a calendar still opens, and is kept under it", async () => {
  const houses = await threeHouses();
  const { database } = houses.house;
  const [former, present] = [
    "the former key, thirty-two letters or more",
    "the present key, thirty-two letters or more",
  ] as const;
  const token = "a-token";
  const now = houses.now();
  await calendarFeeds(database, createCipher(former)).makeFeed({
    ...{ id: "f", structure: real, kind: "site", subject: "ml-carvin", token, by: "w", now },
  });
  expect(await calendarFeeds(database, createCipher(present)).openFeed(token, now)).toBe(null);
  const both = calendarFeeds(database, createCipher(present, former));
  expect((await both.openFeed(token, now))?.id).toBe("f");
  expect((await calendarFeeds(database, createCipher(present)).openFeed(token, now))?.id).toBe("f");
});
