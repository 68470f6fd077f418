import { after, type Instant, minute } from "../base/time.ts";

/** What cannot be in two appointments at once. The names are the keys of the agenda's cells. */
export type Resource = `worker:${string}` | `room:${string}` | `person:${string}`;

/** Ids of workers and places are a structure's own: another's of the same id is somebody else. */
export const workerResource = (structure: string, worker: string): Resource =>
  `worker:${structure}/${worker}`;
/** One appointment at a time in a place: partners lend one room. */
export const roomResource = (structure: string, site: string): Resource =>
  `room:${structure}/${site}`;
export const personResource = (person: string): Resource => `person:${person}`;

/** A resource taken from an instant (included) to another (not included). */
export interface Busy {
  readonly resource: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Whether one of the resources is taken at some time between two instants. */
export function isBusy(
  busy: readonly Busy[],
  resources: readonly string[],
  from: Instant,
  to: Instant,
): boolean {
  return busy.some((one) => one.from < to && from < one.to && resources.includes(one.resource));
}

const quarter = 15 * minute;

/** The starts of the quarters of an hour that cover an appointment: the cells it fills in the agenda. */
export function cellsOf(start: Instant, end: Instant): readonly Instant[] {
  const first = start - (start % quarter);
  const count = Math.max(0, Math.ceil((end - first) / quarter));
  return Array.from({ length: count }, (_, place) => after(first as Instant, place * quarter));
}
