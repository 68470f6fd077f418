import { expect, test } from "vitest";
import { after, hour, instant, minute } from "../../src/base/time.ts";
import { withHappenings } from "../../src/desk/thread-entry.ts";
import { appointmentOf } from "./agenda-day.ts";
import { requestsTo, wordsOf } from "./desk-requests.ts";
import { tuesday, worker, world } from "./desk-world.ts";

const nine = instant("2026-11-24T09:00:00Z");
const said = (minutes: number) =>
  ({
    from: "note",
    id: minutes,
    at: after(nine, minutes * minute),
    text: "",
    author: "lea",
  }) as const;
const happened = (minutes: number) =>
  ({
    ...({ from: "event" } as const),
    ...{ id: `e${minutes}`, at: after(nine, minutes * minute), what: "booked" },
    ...{ about: null, who: null, source: null },
  }) as const;

test("what happened stands after the message it came of; what is older than the page is not on it", () => {
  const all = withHappenings(
    [said(0), said(10)],
    [happened(-5), happened(0), happened(5), happened(20)],
  );
  expect(all.map(({ id }) => id)).toEqual([0, "e0", "e5", 10, "e20"]);
});

test("an appointment that is made and moved, and who takes the conversation, stand among the messages", async () => {
  const desk = world();
  const lea = await worker(desk, "Léa");
  const id = await appointmentOf(desk, { who: "Amina", at: after(tuesday, 24 * hour) });
  const [row] = await desk.database.all("SELECT id FROM Appointment", []);
  for (const [what, version] of [
    ["booked", 1],
    ["moved", 2],
  ] as const) {
    await desk.database.run({
      sql: "INSERT INTO AppointmentEvent (appointmentId, version, what, by, at) VALUES (?, ?, ?, 'person', ?)",
      values: [String(row?.["id"]), version, what, after(tuesday, version * minute)],
    });
  }
  desk.clock.to(after(tuesday, 5 * minute));
  await desk.door.handOvers.takeOver(id as never, lea.id, desk.clock.now());
  const page = wordsOf(await requestsTo(desk).page(`/conversations/${id}`, lea.cookie));
  expect(page).toMatch(
    /Rendez-vous pris : mercredi 25 novembre .* Rendez-vous déplacé, .* Conversation prise : Vous/,
  );
});
