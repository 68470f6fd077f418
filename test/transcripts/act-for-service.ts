import { cancelByService, giveVideoLink } from "../../src/answering/change-by-team.ts";
import { propose } from "../../src/answering/propose.ts";
import { modes } from "../../src/appointments/details.ts";
import type { WorkerId } from "../../src/base/ids.ts";
import { after, minute } from "../../src/base/time.ts";
import { deskRecords } from "../../src/store/desk-records.ts";
import { structure, type World } from "../world.ts";

const worker = "conseillere-1" as WorkerId;

export function isOfService(line: string): boolean {
  return line.startsWith("! service ");
}

/** What the team does with the appointment of a person, from the desk. */
export async function actForService(line: string, person: string, world: World): Promise<void> {
  const { house } = world;
  const conversation = await world.conversation(person);
  const [what, ...rest] = line.slice("! service ".length).trim().split(" ");
  if (what === "urgent") {
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
