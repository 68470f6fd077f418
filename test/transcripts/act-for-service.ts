import { bookOnBehalf } from "../../src/answering/book-on-behalf.ts";
import { cancelByService, giveVideoLink } from "../../src/answering/change-by-team.ts";
import { proposableTimes } from "../../src/answering/proposable-times.ts";
import { propose } from "../../src/answering/propose.ts";
import { modes } from "../../src/appointments/details.ts";
import type { AppointmentId, WorkerId } from "../../src/base/ids.ts";
import { after, instant, minute } from "../../src/base/time.ts";
import { deskRecords } from "../../src/store/desk-records.ts";
import { structure, type World } from "../world.ts";

const worker = "conseillere-1" as WorkerId;

export function isOfService(line: string): boolean {
  return line.startsWith("! service ");
}

/** What the team does with the appointment of a person, from the desk. */
export async function actForService(line: string, person: string, world: World): Promise<void> {
  const { house } = world;
  const [what, ...rest] = line.slice("! service ".length).trim().split(" ");
  if (what === "atelier") {
    await layWorkshop(world, Number(rest[0]));
    return;
  }
  const conversation = await world.conversation(person);
  if (what === "atelier-annule") {
    const acting = { structure, id: workshopId, by: worker, now: world.now() };
    await house.store.gatherings.cancel(acting);
  } else if (what === "répond") {
    const { handOvers } = house.store;
    await handOvers.takeOver(conversation, worker, world.now());
    const reply = { text: "Bonjour, je suis Léa. Je regarde.", options: [] };
    await handOvers.answer(conversation, worker, house.ids.next(), reply, world.now());
  } else if (what === "urgent") {
    const [site = "", minutes, by] = rest;
    const mode = modes.find((one) => one === by) ?? "place";
    const start = after(world.now(), Number(minutes) * minute);
    await propose(house, conversation, worker, { site, worker, start, mode });
  } else {
    const [row] = await house.database.all(
      "SELECT id, version FROM Appointment WHERE status = 'booked' AND conversationId = ?",
      [conversation],
    );
    const version = Number(row?.["version"]);
    const asked = { appointment: String(row?.["id"]), version, worker, structure };
    if (what === "réserve" || what === "change") {
      const times = await proposableTimes(house, structure, null);
      const free = times.filter(({ site, worker: by }) => site === rest[0] && by === worker);
      const slot = free.at(what === "change" ? 1 : 0)?.id ?? "";
      const replaces =
        what === "change" ? { id: asked.appointment as AppointmentId, version } : null;
      const made = await bookOnBehalf(house, conversation, worker, { slot, motif: null, replaces });
      if (made !== "booked") throw new Error(`the booking was ${made}`);
    }
    if (what === "annule") await cancelByService(house, asked, "workerAway");
    const mark = { vu: "seen", absent: "absent" } as const;
    if (what === "vu" || what === "absent")
      await deskRecords({
        database: house.database,
        ids: house.ids,
        clock: house.clock,
      }).markAppointment(asked.appointment, worker, structure, mark[what]);
    if (what === "visio") await giveVideoLink(house, asked, rest[0] ?? "");
  }
  await house.deliver(conversation);
  await house.settled();
}

const workshopId = "un-atelier";

/** A workshop on Thursday 26 November at 14:00, with so many seats. */
async function layWorkshop({ house, now }: World, seats: number): Promise<void> {
  const start = instant("2026-11-26T14:00:00+01:00");
  const words = {
    ...{ title: "Mon premier budget", audience: "les 16-30 ans", bring: "de quoi écrire" },
    ...{ partner: "Mission locale", tools: "", place: "" },
  };
  const workshop = {
    ...{ id: workshopId, structure, kind: "workshop" as const, series: workshopId, words },
    ...{ site: "ml-carvin", start, end: after(start, 120 * minute), seats, extra: 0 },
  };
  await house.store.gatherings.layDown([workshop], worker, now());
}
