import { after, hour, type Instant, minute } from "../../src/base/time.ts";
import { home, type World } from "./desk-world.ts";

/** An appointment of somebody invented, at an agenda of the structure. */
export interface Given {
  readonly who: string;
  readonly at: Instant;
  readonly worker?: string;
  readonly site?: string;
  readonly mode?: string;
  readonly status?: string;
  readonly firstName?: string | null;
  readonly structure?: string;
}

/** Somebody who wrote, and who has that appointment; gives the conversation. */
export async function appointmentOf(desk: World, given: Given): Promise<string> {
  const { who, at, structure = home, firstName = who } = given;
  const conversation = await desk.write({
    ...{ who, structure },
    ...(firstName === null ? {} : { firstName }),
  });
  const { worker = "conseillere-1", site = "ml-carvin", mode = "place", status = "booked" } = given;
  await desk.database.run({
    sql: `INSERT INTO Appointment (id, structure, personId, conversationId, site, worker, motif, mode, startsAt,
            endsAt, status, version, bookedVia, bookedAt, turnId)
          SELECT ?, structure, personId, id, ?, ?, 'premier-rendez-vous', ?, ?, ?, ?, 1, 'chat', ?, 't'
          FROM Conversation WHERE id = ?`,
    values: [
      ...[desk.ids.next(), site, worker, mode, at, after(at, 45 * minute), status],
      ...[desk.clock.now(), conversation],
    ],
  });
  return conversation;
}

/** A day as full as a day can be: eight appointments at two places, in every state. */
export async function fullDay(desk: World, eight: Instant): Promise<void> {
  const names = ["Lina", "Karim", "Zoé", "Bilal", "Maïssa", "Noah", "Inaya", "Théo"];
  for (const [place, who] of names.entries()) {
    await appointmentOf(desk, {
      who,
      at: after(eight, place * hour),
      site: place < 4 ? "ml-carvin" : "ml-henin",
      mode: place === 2 ? "phone" : "place",
      status: ["seen", "absent", "booked", "proposed"][place] ?? "booked",
      firstName: place === 5 ? null : who,
    });
  }
}
