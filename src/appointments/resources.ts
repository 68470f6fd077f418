import { after, type Instant, minute } from "../base/time.ts";

/** What cannot be in two appointments at once. The names are the keys of the agenda's cells. */
export type Resource = `worker:${string}` | `room:${string}` | `person:${string}`;

/** Ids of workers and places are a structure's own: another's of the same id is somebody else. */
export const workerResource = (structure: string, worker: string): Resource =>
  `worker:${structure}/${worker}`;
/** A site that names no rooms has one, of its own id: partners lend one room. */
export const roomResource = (structure: string, room: string): Resource =>
  `room:${structure}/${room}`;
export const personResource = (person: string): Resource => `person:${person}`;

/** A resource taken from an instant (included) to another (not included). */
export interface Busy {
  readonly resource: string;
  readonly from: Instant;
  readonly to: Instant;
}

const quarter = 15 * minute;

/** What is kept free around an appointment of a motif, in minutes. */
interface Buffers {
  readonly bufferBeforeMinutes?: number | undefined;
  readonly bufferAfterMinutes?: number | undefined;
}

/** The cells an appointment fills with what is kept free around it. */
export function bufferedCells(
  { start, end }: { readonly start: Instant; readonly end: Instant },
  { bufferBeforeMinutes = 0, bufferAfterMinutes = 0 }: Buffers,
): readonly Instant[] {
  return cellsOf(
    after(start, -bufferBeforeMinutes * minute),
    after(end, bufferAfterMinutes * minute),
  );
}

/** The starts of the quarters of an hour that cover an appointment: the cells it fills in the agenda. */
export function cellsOf(start: Instant, end: Instant): readonly Instant[] {
  const first = start - (start % quarter);
  const count = Math.max(0, Math.ceil((end - first) / quarter));
  return Array.from({ length: count }, (_, place) => after(first as Instant, place * quarter));
}
