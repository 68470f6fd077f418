import { expect, onTestFinished, test } from "vitest";
import { eventRoutes } from "../../src/calendar/event-routes.ts";
import { cloudMessages } from "../../src/channels/whatsapp-cloud-messages.ts";
import { createCipher } from "../../src/store/cipher.ts";
import { eventLinks } from "../../src/store/event-links.ts";
import { readCalendar } from "../appointments/read-calendar.ts";
import { bookFor, meet, openHouse } from "../channels/house-under-test.ts";

/** Lina has an appointment on WhatsApp; what she was sent, and the site that opens its address. */
async function booked(publicUrl = "https://trousseau.example") {
  const under = await openHouse({ network: "telegram", environment: { PUBLIC_URL: publicUrl } });
  onTestFinished(() => under.close());
  await meet(under, "lina");
  await bookFor(under, "lina");
  const reply = under.sent.findLast(({ reply: { file } }) => file)?.reply;
  if (!reply) throw new Error("no file was given");
  const { store, structures, clock } = under.house;
  let from = 0;
  const site = eventRoutes({
    ...{ structures, clock, links: store.eventLinks, feeds: store.calendarFeeds },
    diary: store.diary,
    addressOf: () => `198.51.100.${++from}`,
  });
  const address = reply.file?.link?.match(/https:\/\/\S+\/calendar\/rdv(\/\S+)/)?.[1] ?? "";
  const become = (set: string) =>
    under.house.database.run({ sql: `UPDATE Appointment SET ${set}`, values: [] });
  return { under, reply, site, address, become };
}

test("the confirmation says where the file is read; a network that takes none writes it in its text", async () => {
  const { reply } = await booked();
  expect(reply.file?.link).toMatch(
    /^Pour ton agenda : https:\/\/trousseau\.example\/calendar\/rdv\/[0-9a-z]{26}\.[\w-]{32}\.ics$/,
  );
  const said = JSON.stringify(cloudMessages(reply));
  expect(said).toContain(reply.file?.link);
  expect(said).not.toContain("BEGIN:VCALENDAR");
});

test("while only this machine can open the house, no address is given", async () => {
  const { reply } = await booked("http://127.0.0.1:3000");
  expect(reply.file?.name).toBe("rdv.ics");
  expect(reply.file?.link).toBe(undefined);
});

test("the address gives the same event as the file, as a file to open", async () => {
  const { reply, site, address } = await booked();
  const response = await site.request(address);
  expect([response.status, response.headers.get("content-type")]).toEqual([
    200,
    "text/calendar; charset=utf-8",
  ]);
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="rdv.ics"');
  expect(readCalendar(await response.text())).toEqual(readCalendar(reply.file?.body ?? ""));
});

test.each(["phone", "video", "home", "chat"])(
  "by %s, no address sends anybody anywhere",
  async (mode) => {
    const { site, address, become } = await booked();
    const read = async () => readCalendar(await (await site.request(address)).text())[0]?.location;
    expect(await read()).toContain("62220 Carvin");
    await become(`mode = '${mode}'`);
    expect(await read()).toBe(null);
  },
);

test.each([
  ["cancelled", "CANCELLED"],
  ["moved", "CANCELLED"],
  ["excused", "CANCELLED"],
  ["seen", "CONFIRMED"],
])("%s since, it says so one version up: %s", async (status, word) => {
  const { site, address, become } = await booked();
  await become(`status = '${status}', version = version + 1`);
  const events = readCalendar(await (await site.request(address)).text());
  expect(events.map(({ status, sequence }) => [status, sequence])).toEqual([[word, 2]]);
});

test.each([
  ["of somebody who was erased", "personId = 'erased', conversationId = 'erased'"],
  ["that is only proposed", "status = 'proposed'"],
  ["of more than a month ago", "startsAt = 1"],
])("an appointment %s is not there", async (_, set) => {
  const { site, address, become } = await booked();
  await become(set);
  expect((await site.request(address)).status).toBe(404);
});

test("an address that was changed, or made by somebody else, opens nothing", async () => {
  const { site, address } = await booked();
  const id = address.slice(1, 27);
  const other = eventLinks(createCipher("another key, of thirty-two letters and more"));
  for (const forged of [
    `/${id}.ics`,
    `/${id}.${"A".repeat(32)}.ics`,
    `/${other.tokenOf(id as never)}.ics`,
    address.replace(
      id,
      id.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
    ),
  ]) {
    expect([forged, (await site.request(forged)).status]).toEqual([forged, 404]);
  }
});

test("an address made under the former key still opens while keys rotate", () => {
  const former = "the former key, thirty-two letters or more";
  const present = "the present key, thirty-two letters or more";
  const token = eventLinks(createCipher(former)).tokenOf("rdv" as never);
  expect(eventLinks(createCipher(present, former)).read(token)).toBe("rdv");
  expect(eventLinks(createCipher(present)).read(token)).toBe(null);
});
