import type { Appointment } from "../appointments/appointment.ts";
import { roomResource, workerResource } from "../appointments/resources.ts";
import type { SlotFacts } from "../appointments/slots.ts";
import { publicHolidays } from "../base/holidays.ts";
import { addDays, after, dateIn, hour, type Instant, partsOf } from "../base/time.ts";
import type { Scene } from "./scene.ts";

/** The motif a conversation books: the first of the file, the first appointment. */
export function bookingMotif({ structure }: Pick<Scene, "structure">) {
  const [motif] = structure.motifs;
  if (!motif) throw new Error("the structure file names no motif");
  return motif;
}

/** All that decides which times are free now; the appointment being moved leaves its own time free. */
export async function slotFactsFor(
  scene: Pick<Scene, "structure" | "demonstration" | "diary"> & Partial<Pick<Scene, "person">>,
  now: Instant,
  leaving: Appointment | null,
): Promise<SlotFacts> {
  const { structure, diary, demonstration } = scene;
  const motif = bookingMotif(scene);
  const until = after(now, (motif.horizonDays + 2) * 24 * hour);
  const busy = await diary.busy(resourcesOf(structure), now, until, {
    now,
    person: scene.person ?? null,
  });
  const today = dateIn(structure.zone, now);
  const years = new Set([partsOf(today).year, partsOf(addDays(today, motif.horizonDays)).year]);
  return {
    structure: structure.slug,
    openings: structure.openings,
    closures: structure.closures,
    holidays: [...years].flatMap((year) => publicHolidays(year)),
    busy: leaving
      ? busy.filter(
          (one) =>
            one.from >= leaving.end || one.to <= leaving.start || !isOf(leaving, one.resource),
        )
      : busy,
    motif,
    zone: structure.zone,
    now,
    demonstration,
  };
}

/** Every worker and room that the opening ranges name. */
function resourcesOf({ slug, openings }: Scene["structure"]): readonly string[] {
  const names = openings.flatMap(({ worker, site }) => [
    workerResource(slug, worker),
    roomResource(slug, site),
  ]);
  return [...new Set(names)];
}

function isOf({ structure, worker, site }: Appointment, resource: string): boolean {
  return [workerResource(structure, worker), roomResource(structure, site)].some(
    (own) => own === resource,
  );
}
