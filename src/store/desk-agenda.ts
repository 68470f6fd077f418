import type { Appointment } from "../appointments/appointment.ts";
import type { PersonId } from "../base/ids.ts";
import type { Instant } from "../base/time.ts";
import { readAppointment } from "./appointment-store.ts";
import type { Cipher } from "./cipher.ts";
import type { AgendaRow } from "./desk-reads.ts";
import { firstNames } from "./first-names.ts";
import type { PrismaClient } from "./prisma-client.ts";

const shown = ["proposed", "booked", "confirmed", "seen", "absent", "excused"];

/** Appointments as the desk reads them: a day of a structure, or what a person has before them. */
export function deskAgenda(prisma: PrismaClient, cipher: Cipher) {
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
      const names = await firstNames(
        prisma,
        cipher,
        rows.map(({ personId }) => personId),
      );
      return rows.map((row) => ({
        ...readAppointment(row),
        firstName: names.get(row.personId) ?? null,
        confirmed: row.confirmedAt !== null,
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
      return rows.map(readAppointment);
    },
  };
}
