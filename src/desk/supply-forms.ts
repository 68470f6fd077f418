import type { LaidKind } from "../appointments/laid-down.ts";
import type { LocalDate } from "../base/time.ts";
import { laidExpiry, lastDayOf } from "../repertoire/laid-expiry.ts";
import { type LaidAs, readLaid } from "../structure/laid-schema.ts";
import type { Structure } from "../structure/schema.ts";

/** What a form of the desk lays down, checked; null when it makes no sense. */
export interface Asked {
  readonly kind: LaidKind;
  readonly id: string;
  readonly document: string;
  readonly words: string | null;
  readonly expiresAt: ReturnType<typeof laidExpiry>;
}

interface Asking {
  readonly structure: Structure;
  readonly form: FormData;
  /** For what has no name of its own yet. */
  readonly newId: string;
  readonly today: LocalDate;
}

/** The days of the week of a rule, from Monday. */
const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;

/** Each form by the end of its address. */
export const supplyForms = {
  absence({ structure, form, newId }: Asking): Asked | null {
    const { text, date, hours } = fields(form);
    const weekday = days[Number(text("chaque")) - 1];
    const absence = {
      worker: text("qui"),
      from: text("du"),
      until: date("au"),
      recurrence: weekday ? `FREQ=WEEKLY;BYDAY=${weekday}` : null,
      hours: hours(),
    };
    return checked(structure, "absence", newId, absence, absence.until);
  },

  permanence({ structure, form, newId, today }: Asking): Asked | null {
    const { text, date } = fields(form);
    const id = text("permanence") || newId;
    const nth = text("rythme");
    const day = Number(text("jour"));
    const name = days[day - 1] ?? "";
    const interval = nth === "2" ? `FREQ=WEEKLY;INTERVAL=2;BYDAY=${name}` : null;
    const rule = /^[1-4]e$/.test(nth) ? `FREQ=MONTHLY;BYDAY=${nth[0]}${name}` : interval;
    // a rule is counted from a day
    const validFrom = date("du") ?? (rule ? today : null);
    const opening = {
      ...{ id, worker: text("qui"), site: text("lieu"), motifs: motifsOf(structure, id, form) },
      ...(rule ? { recurrence: rule } : { weekday: day }),
      ...{ from: text("de"), to: text("a"), confirmed: true },
      ...(validFrom ? { validFrom } : {}),
      ...(date("au") ? { validUntil: date("au") } : {}),
    };
    return openingAsked(structure, id, opening);
  },

  /** A day on site: once, whatever the week is. */
  journee({ structure, form, newId }: Asking): Asked | null {
    const { text } = fields(form);
    const opening = {
      ...{ id: newId, worker: text("qui"), site: text("lieu") },
      ...{ motifs: motifsOf(structure, newId, form), date: text("jour") },
      ...{ from: text("de"), to: text("a"), confirmed: true },
    };
    return openingAsked(structure, newId, opening);
  },

  /** One day of a range that is not as usual: without hours, it is called off. */
  exception({ structure, form }: Asking): Asked | null {
    const { text, hours } = fields(form);
    const instead = hours();
    const exception = {
      opening: text("permanence"),
      date: text("jour"),
      instead: instead ? { ...instead, site: text("lieu") } : null,
    };
    const id = `${exception.opening}-${exception.date}`;
    return checked(structure, "exception", id, exception, exception.date as LocalDate);
  },

  limite({ structure, form }: Asking): Asked | null {
    const { text } = fields(form);
    const week = text("semaine");
    const limit = {
      ...{ worker: text("qui"), most: Number(text("nombre")) },
      ...(week === "" ? {} : { mostAWeek: Number(week) }),
    };
    return checked(structure, "dailyLimit", limit.worker, limit, null);
  },

  trajet({ structure, form }: Asking): Asked | null {
    const { text } = fields(form);
    const between = [text("lieu"), text("autre")].sort();
    if (between[0] === between[1]) return null;
    const travel = { between, minutes: Number(text("minutes")) };
    return checked(structure, "travel", between.join("-"), travel, null);
  },

  /** A place used once or for a while, in a commune where the structure has a place already. */
  lieu({ structure, form, newId }: Asking): Asked | null {
    const { text, date } = fields(form);
    const like = [...structure.sites, structure.siege].find(({ id }) => id === text("commune"));
    const name = text("nom").slice(0, 80);
    if (!like || name === "") return null;
    const { town, inseeCode, postcode } = like;
    const place = { town, inseeCode, postcode, until: date("au") };
    const words = JSON.stringify({ name, address: text("adresse").slice(0, 120) || null });
    const asked = checked(structure, "place", newId, place, place.until);
    return asked && { ...asked, words };
  },
} as const;

export type SupplyForm = keyof typeof supplyForms;

function fields(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    text,
    /** The schema checks that it is a day. */
    date: (name: string) => (text(name) === "" ? null : (text(name) as LocalDate)),
    hours: () => (text("de") && text("a") ? { from: text("de"), to: text("a") } : null),
  };
}

/** Those that were ticked, else those the range had, else the first. */
function motifsOf(structure: Structure, id: string, form: FormData): readonly string[] {
  const ticked = form.getAll("motif");
  const known = structure.motifs.map((motif) => motif.id).filter((one) => ticked.includes(one));
  if (known.length > 0) return known;
  const own = structure.openings.find((one) => one.id === id)?.motifs;
  return own ?? structure.motifs.slice(0, 1).map((motif) => motif.id);
}

function openingAsked(structure: Structure, id: string, opening: object): Asked | null {
  const read = readLaid("opening", JSON.stringify(opening));
  if (!read || !isOfOurs(structure, read)) return null;
  return checked(structure, "opening", id, opening, lastDayOf(structure, read));
}

/** Whether it names a worker and places that the structure has. */
function isOfOurs(structure: Structure, what: object): boolean {
  const places = [...structure.sites, structure.siege].map(({ id }) => id);
  const workers = structure.workers.map(({ id }) => id);
  const { worker, site, between } = what as Partial<LaidAs<"opening"> & LaidAs<"travel">>;
  return (
    (worker === undefined || workers.includes(worker)) &&
    (site === undefined || places.includes(site)) &&
    (between ?? []).every((one) => places.includes(one))
  );
}

function checked(
  structure: Structure,
  kind: LaidKind,
  id: string,
  what: object,
  last: LocalDate | null,
): Asked | null {
  const document = JSON.stringify(what);
  const read = readLaid(kind, document);
  if (!read || !isOfOurs(structure, read)) return null;
  const instead = "instead" in read ? read.instead : null;
  if (instead && !isOfOurs(structure, instead)) return null;
  return { kind, id, document, words: null, expiresAt: laidExpiry(structure, last) };
}
