import { z } from "zod";
import { openingFields, recurrence } from "./agenda-schema.ts";
import { day, inseeCode, postcode, slug, wallTime } from "./words.ts";

const hours = { from: wallTime, to: wallTime };
const inOrder = ({ from, to }: { readonly from: string; readonly to: string }) => from < to;

/** A range of the team's: each week, on the days of a rule, or on one single day. */
const opening = z
  .strictObject({ ...openingFields, date: day.optional() })
  .refine(inOrder, "ends before it starts")
  .refine(
    ({ weekday, recurrence: rule, date }) =>
      [weekday, rule, date].filter((one) => one !== undefined).length === 1,
    "names a weekday, a recurrence or a day, and one of them alone",
  )
  .refine(
    ({ recurrence: rule, validFrom }) => rule === undefined || validFrom !== undefined,
    "a recurrence is counted from its validFrom",
  );

const exception = z.strictObject({
  opening: slug,
  date: day,
  instead: z
    .strictObject({ ...hours, site: slug })
    .refine(inOrder, "ends before it starts")
    .nullable(),
});

const absence = z
  .strictObject({
    worker: slug,
    from: day,
    until: day.nullable(),
    recurrence: recurrence.nullable(),
    hours: z.strictObject(hours).refine(inOrder, "ends before it starts").nullable(),
  })
  .refine(({ from, until }) => until === null || from <= until, "is over before it begins");

/** Where a place used for a while stands; its name and its address are words. */
const place = z.strictObject({
  town: z.string().min(1),
  inseeCode,
  postcode: postcode.nullable(),
  until: day.nullable(),
});
const placeWords = z.strictObject({ name: z.string().min(1), address: z.string().nullable() });

const travel = z.strictObject({
  between: z.tuple([slug, slug]),
  minutes: z.int().min(0).max(240),
});

const dailyLimit = z.strictObject({
  worker: slug,
  most: z.int().min(1).max(30),
  /** And so many from Monday to Sunday. */
  mostAWeek: z.int().min(1).max(150).optional(),
});

/** Until when nobody can answer, in milliseconds. */
const busy = z.strictObject({ until: z.int().positive() });

/** A part of the file: the schema of the whole file says whether it stands. */
const section = z.strictObject({ value: z.unknown() });

/** A dwelling of ALT or Tremplins: `until` is the last day it is ours. */
const lodging = z
  .strictObject({
    kind: z.enum(["alt", "tremplins"]),
    name: z.string().trim().min(1).max(60),
    town: z.string().trim().max(60),
    places: z.int().min(1).max(200),
    from: day,
    until: day.nullable(),
    size: z.enum(["chambre", "t1", "t2", "t3", "t4", "t5_plus"]).nullable().optional(),
    landlord: z.string().trim().max(60).optional(),
  })
  .refine(({ from, until }) => until === null || from <= until, "is over before it begins");

/** What a funder pays of a kind of accompaniment, in points, both days included. */
const agreement = z
  .strictObject({
    kind: z.enum(["fsl", "ase", "communal"]),
    area: z.string().trim().min(1).max(40).nullable(),
    points: z.int().min(1).max(5000),
    ...{ from: day, to: day },
  })
  .refine(({ from, to }) => from <= to, "is over before it begins");

/** What each kind of thing that a team lays down is made of. */
export const laidSchemas = {
  ...{ opening, exception, absence, place, travel, dailyLimit },
  ...{ busy, section, lodging, agreement },
} as const;

export type LaidPlace = z.infer<typeof place> & z.infer<typeof placeWords>;
export type LaidAs<Kind extends keyof typeof laidSchemas> = z.infer<(typeof laidSchemas)[Kind]>;

const schemas: { readonly [Kind in keyof typeof laidSchemas]: z.ZodType<LaidAs<Kind>> } =
  laidSchemas;

/** Reads one document; null when it is none of that kind: what an older version wrote is left out. */
export function readLaid<Kind extends keyof typeof laidSchemas>(
  kind: Kind,
  document: string,
): LaidAs<Kind> | null {
  const key = `${kind} ${document}`;
  const known = kept.get(key);
  if (known !== undefined) return known as LaidAs<Kind> | null;
  if (kept.size >= mostKept) kept.clear();
  const reading = schemas[kind].safeParse(JSON.parse(document));
  const read = reading.success ? reading.data : null;
  kept.set(key, read);
  return read;
}

// the same rows are read at each turn, and checking one costs some ten microseconds
const kept = new Map<string, unknown>();
const mostKept = 2000;

/** The name and the address of a place, as they were typed. */
export function readPlaceWords(words: string | null): z.infer<typeof placeWords> | null {
  const reading = placeWords.safeParse(JSON.parse(words ?? "null"));
  return reading.success ? reading.data : null;
}
