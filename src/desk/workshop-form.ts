import {
  type Gathering,
  type GatheringWords,
  gatheringKinds,
  type Tally,
} from "../appointments/gatherings.ts";
import { addDays, at, type LocalDate, localDate } from "../base/time.ts";
import { placeById } from "../repertoire/places.ts";
import type { NewGathering } from "../store/gathering-store.ts";
import type { Structure } from "../structure/schema.ts";

/** A series is laid down at once: so many dates at most. */
const mostDates = 26;
const mostSeats = 500;
const longestWords = 200;

/** The dates that a form asks for, each at the same hour on the wall; null when it makes no sense. */
export function gatheringsIn(
  structure: Structure,
  form: FormData,
  newId: () => string,
): readonly NewGathering[] | null {
  const { text, number } = fields(form);
  const kind = gatheringKinds.find((one) => one === text("sorte"));
  const site = text("lieu") === "" ? null : placeById(structure, text("lieu"));
  const times = number("fois") ?? 1;
  const weeks = number("semaines") ?? 1;
  const seats = kind === "workshop" ? (number("places") ?? 0) : 0;
  const extra = number("plus") ?? 0;
  const words = wordsIn(form, emptyWords);
  const isWell =
    kind !== undefined &&
    site !== undefined &&
    words.title !== "" &&
    times >= 1 &&
    times <= mostDates &&
    (kind !== "workshop" || (seats >= 1 && seats + extra <= mostSeats));
  if (!isWell) return null;
  const zone = site?.zone ?? structure.zone;
  const on = (date: LocalDate, time: string) => at(zone, date, time);
  try {
    const first = localDate(text("jour"));
    const series = newId();
    const dates = Array.from({ length: times }, (_, nth) => addDays(first, nth * weeks * 7));
    const laid = dates.map((date, nth) => ({
      ...{ id: nth === 0 ? series : newId(), structure: structure.slug, kind, series },
      ...{ site: site?.id ?? null, seats, extra, words },
      ...{ start: on(date, text("de")), end: on(date, text("a")) },
    }));
    return laid.every(({ start, end }) => start < end) ? laid : null;
  } catch {
    return null;
  }
}

/** How many came, as the form says; null where it says nothing, or when a part is more than the whole. */
export function tallyIn(form: FormData): Tally | null {
  const { number } = fields(form);
  const tally = { total: number("total"), withFile: number("dossier"), qpv: number("qpv") };
  const isPart = (part: number | null) => part === null || part <= (tally.total ?? 0);
  return isPart(tally.withFile) && isPart(tally.qpv) ? tally : null;
}

/** Seats, and registrations beyond them. */
export function seatsIn(form: FormData): Pick<Gathering, "seats" | "extra"> | null {
  const { number } = fields(form);
  const seats = number("places") ?? 0;
  const extra = number("plus") ?? 0;
  return seats >= 1 && seats + extra <= mostSeats ? { seats, extra } : null;
}

const emptyWords: GatheringWords = {
  ...{ title: "", audience: "", bring: "", partner: "", tools: "", place: "" },
};

/** What the form says in words; a field that it does not have stays as it was. */
export function wordsIn(form: FormData, before: GatheringWords): GatheringWords {
  const { text } = fields(form);
  const said = (name: string, old: string) =>
    form.has(name) ? text(name).slice(0, longestWords) : old;
  return {
    title: said("titre", before.title),
    audience: said("public", before.audience),
    bring: said("apporter", before.bring),
    partner: said("partenaire", before.partner),
    tools: said("outils", before.tools),
    place: said("ailleurs", before.place),
  };
}

function fields(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return {
    text,
    number: (name: string) => (/^\d{1,4}$/.test(text(name)) ? Number(text(name)) : null),
  };
}
