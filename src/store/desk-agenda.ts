import type { Appointment } from "../appointments/appointment.ts";
import type { PersonId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import type { Memory } from "../engine/conversation.ts";
import { readAppointment } from "./appointment-store.ts";
import type { Cipher } from "./cipher.ts";
import { readConversation } from "./conversation-store.ts";
import type { Database } from "./database.ts";
import type { AgendaRow } from "./desk-reads.ts";
import { firstNames } from "./first-names.ts";
import { noPapers, paperStore } from "./paper-store.ts";
import type { PrismaClient } from "./prisma-client.ts";

const shown = ["proposed", "booked", "confirmed", "seen", "absent", "excused"];

interface Shelves {
  readonly database: Database;
  readonly prisma: PrismaClient;
  readonly cipher: Cipher;
}

/** Appointments as the desk reads them: a day of a structure, or what a person has before them. */
export function deskAgenda({ database, prisma, cipher }: Shelves) {
  return {
    async between(structure: string, from: Instant, to: Instant): Promise<readonly AgendaRow[]> {
      const rows = await prisma.appointment.findMany({
        where: {
          structure,
          startsAt: { gte: BigInt(from), lt: BigInt(to) },
          status: { in: shown },
        },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      });
      const people = rows.map(({ personId }) => personId);
      const [names, papers, known] = await Promise.all([
        firstNames(prisma, cipher, people),
        paperStore(database, cipher).groundsOf(people as PersonId[]),
        knownIn(
          { prisma, cipher },
          rows.map(({ conversationId }) => conversationId),
        ),
      ]);
      return rows.map((row) => ({
        ...readAppointment(row, cipher),
        firstName: names.get(row.personId) ?? null,
        confirmed: row.confirmedAt !== null,
        papers: papers.get(row.personId as PersonId) ?? noPapers,
        known: known.get(row.conversationId) ?? {},
      }));
    },
    async upcomingOf(person: PersonId, now: Instant): Promise<readonly Appointment[]> {
      const rows = await prisma.appointment.findMany({
        where: {
          personId: person,
          startsAt: { gt: BigInt(now) },
          status: { in: ["proposed", "booked", "confirmed"] },
        },
        orderBy: { startsAt: "asc" },
      });
      return rows.map((row) => readAppointment(row, cipher));
    },
  };
}

/** What these conversations have learnt. */
async function knownIn(
  { prisma, cipher }: Omit<Shelves, "database">,
  conversations: readonly string[],
): Promise<ReadonlyMap<string, Memory["known"]>> {
  // a day without appointments asks nothing
  if (conversations.length === 0) return new Map();
  const rows = await prisma.conversation.findMany({ where: { id: { in: [...conversations] } } });
  return new Map(
    rows.map((row) => [
      row.id,
      readConversation({ ...row, conversationId: row.id }, cipher).memory.known,
    ]),
  );
}
