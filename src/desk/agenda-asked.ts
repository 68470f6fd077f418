import { agendaName } from "../repertoire/agenda-names.ts";
import { placeById, placesOf } from "../repertoire/places.ts";
import type { FeedSubject } from "../store/calendar-feeds.ts";
import type { Structure } from "../structure/schema.ts";

/** The agenda that a form or an address means ("worker:…", "site:…"), when the structure has it. */
export function agendaAsked(structure: Structure, asked: unknown): FeedSubject | null {
  const [kind, subject = ""] = String(asked ?? "").split(":");
  const known = { worker: structure.workers, site: placesOf(structure) };
  if (kind !== "worker" && kind !== "site") return null;
  return known[kind].some(({ id }) => id === subject) ? { kind, subject } : null;
}

/** How an agenda is called. */
export function subjectName(structure: Structure, { kind, subject }: FeedSubject): string {
  if (kind === "worker") return agendaName(structure, subject);
  return placeById(structure, subject)?.name ?? subject;
}
