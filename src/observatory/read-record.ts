import { z } from "zod";
import { type CodeList, codeIn, slugOf } from "./dictionary.ts";
import { codedFields, listedFields, type Situation } from "./situation.ts";
import type { Tally } from "./tally.ts";

/** Why a field of a row cannot be taken. */
export type RefusalReason =
  | "notJson"
  | "missing"
  | "unknownField"
  | "unknownCode"
  | "notADay"
  | "wrongValue"
  | "otherStructure"
  | "noYear"
  | "yearOfAnotherDay";

export interface Refusal {
  /** "interviews.0.mode"; empty for the row as a whole. */
  readonly field: string;
  readonly reason: RefusalReason;
}

export type ReadRecord =
  | { readonly outcome: "situation"; readonly situation: Situation }
  | { readonly outcome: "tally"; readonly tally: Tally }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] };

const days = /^\d{4}-\d{2}-\d{2}$/;
const isDay = (text: string) => days.test(text) && isRealDay(text);
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isRealDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const most = month === 2 && !isLeap ? 28 : (lengths[month - 1] ?? 0);
  return day >= 1 && day <= most;
}

const id = z.string().regex(/^[\w.:-]{1,100}$/);
const day = z
  .string()
  .refine(isDay, { params: { reason: "notADay" } })
  .nullish()
  .transform(none);
const year = z.int().min(1990).max(2100);
const count = z.int().min(0).max(1_000_000);
const maybeCount = count.nullish().transform(none);

function none<Value>(value: Value | null | undefined): Value | null {
  return value ?? null;
}

/** One code of a list, by its slug or another name of it; null when it is not known. */
function code(list: CodeList) {
  return z
    .unknown()
    .optional()
    .transform((value, context) => {
      const found = codeIn(list, value);
      if (found !== undefined) return found;
      context.addIssue({ code: "custom", params: { reason: "unknownCode" } });
      return z.NEVER;
    });
}

function codes(list: CodeList) {
  return z
    .array(code(list))
    .nullish()
    .transform((given) => [...new Set((given ?? []).flatMap((one) => one ?? []))]);
}

/** Which place: an id of the structure's file, or its name, kept as a slug. */
const site = z
  .string()
  .max(60)
  .nullish()
  .transform((given) => slugOf(given ?? "").replaceAll("_", "-") || null);
const codedShape = Object.fromEntries(
  Object.entries(codedFields).map(([field, list]) => [field, code(list)]),
) as Record<keyof typeof codedFields, ReturnType<typeof code>>;
const listedShape = Object.fromEntries(
  Object.entries(listedFields).map(([field, list]) => [field, codes(list)]),
) as Record<keyof typeof listedFields, ReturnType<typeof codes>>;
const fileType = code("file").refine((found): found is string => found !== null, {
  params: { reason: "missing" },
});

const situation = z.strictObject({
  record: z.literal("situation").optional(),
  id,
  structure: z.string().nullish().transform(none),
  year: year.nullish().transform(none),
  requestedOn: day,
  persons: z.int().min(1).max(30).nullish().transform(none),
  ageAtRequest: z.int().min(10).max(110).nullish().transform(none),
  commune: z
    .string()
    .regex(/^(\d{5}|2[AB]\d{3})$/)
    .nullish()
    .transform(none),
  resourcesAmount: z.number().min(0).max(100_000).nullish().transform(none),
  interviews: z
    .array(z.strictObject({ on: day, mode: code("mode"), site }))
    .nullish()
    .transform((given) => given ?? []),
  files: z
    .array(z.strictObject({ type: fileType, role: code("role"), state: code("fileState") }))
    .nullish()
    .transform((given) => given ?? []),
  outcomeOn: day,
  ...codedShape,
  ...listedShape,
});

const own = { id, structure: z.string().nullish().transform(none) };
const counted = { ...own, year: year.nullish().transform(none), on: day, persons: count };
const tally = z.discriminatedUnion("record", [
  z.strictObject({ record: z.literal("contacts"), ...counted }),
  ...(["workshop", "event"] as const).map((record) =>
    z.strictObject({
      record: z.literal(record),
      ...counted,
      withFile: maybeCount,
      qpv: maybeCount,
      site: z.string().max(60).optional(),
      kind: z.enum(["workshop", "forum", "street"]).optional(),
    }),
  ),
  z.strictObject({
    record: z.literal("year"),
    ...own,
    year,
    ...{ asked: maybeCount, withFile: maybeCount, withoutFile: maybeCount },
    ...{ workshopPeople: maybeCount, qpv: maybeCount },
    underLowIncome: z.number().min(0).max(1).nullish().transform(none),
  }),
]);

/** With what was given: to tell a missing field from a wrong one. It leaves this file in no message. */
const told = { reportInput: true } as const;

/** Reads one row of the observatory for one structure; every field that cannot be taken is named. */
export function readRecord(line: string, structure: string): ReadRecord {
  const given = parse(line);
  if (given === null) return refused([{ field: "", reason: "notJson" }]);
  const isTally = given["record"] !== undefined && given["record"] !== "situation";
  const read = isTally ? tally.safeParse(given, told) : situation.safeParse(given, told);
  if (!read.success) return refused(read.error.issues.flatMap((issue) => refusalsOf(issue)));
  const { data } = read;
  if (data.structure !== null && data.structure !== structure)
    return refused([{ field: "structure", reason: "otherStructure" }]);
  const firstDay = "requestedOn" in data ? data.requestedOn : "on" in data ? data.on : null;
  const ofDay = firstDay === null ? null : Number(firstDay.slice(0, 4));
  const counts = data.year ?? ofDay;
  if (counts === null) return refused([{ field: "year", reason: "noYear" }]);
  if (ofDay !== null && ofDay !== counts)
    return refused([{ field: "year", reason: "yearOfAnotherDay" }]);
  const placed = { structure, year: counts };
  if ("requestedOn" in data) {
    const { record: _, ...rest } = data;
    return { outcome: "situation", situation: { ...rest, ...placed } };
  }
  return { outcome: "tally", tally: { ...data, ...placed } as Tally };
}

function refused(refusals: readonly Refusal[]): ReadRecord {
  return { outcome: "refused", refusals };
}

function parse(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { ...value }
      : null;
  } catch {
    return null;
  }
}

function refusalsOf(issue: z.core.$ZodIssue): readonly Refusal[] {
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      field: path === "" ? key : `${path}.${key}`,
      reason: "unknownField" as const,
    }));
  if (issue.code === "custom") {
    const reason = issue.params?.["reason"] as RefusalReason | undefined;
    return [{ field: path, reason: reason ?? "wrongValue" }];
  }
  const isMissing = issue.code === "invalid_type" && issue.input === undefined && path !== "";
  return [{ field: path, reason: isMissing ? "missing" : "wrongValue" }];
}
