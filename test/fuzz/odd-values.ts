import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";

/** What people, machines and those who try to break in write into a field. */
const usual = [
  ...[
    "",
    " ",
    "0",
    "-1",
    "1e309",
    "NaN",
    "٢٠",
    "true",
    "null",
    "undefined",
    "[]",
    "{}",
    "[object Object]",
  ],
  ...["2026-11-24", "2026-02-30", "9999-12-31", "0000-00-00", "25:99", "09:00", "2026-11-24T09:00"],
  ...[
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x")',
    "' OR 1=1 --",
    "../../etc/passwd",
    "%00",
    "\u0000",
  ],
  ...[
    "http://169.254.169.254/",
    "javascript:alert(1)",
    "a@b",
    "noor@example.org",
    "0612345678",
    "+33 6 12",
  ],
  ...[
    "{{values}}",
    "$t(key)",
    "__proto__",
    "constructor",
    "toString",
    "🏠🏠",
    "\u202e\u200b",
    "é".repeat(5_000),
  ],
];

export const oddText = fc.oneof(
  fc.constantFrom(...usual),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.string({ unit: "binary", maxLength: 30 }),
);

/** A valid JSON value with one of its parts replaced, removed or repeated; sometimes anything at all. */
export function mutated(whole: unknown): fc.Arbitrary<unknown> {
  const odd = fc.oneof(oddText, fc.jsonValue({ maxDepth: 2 }), fc.integer(), fc.constant(null));
  const places = placesOf(whole);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...places), odd)
        .map(([place, value]) => put(whole, place, value)),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...places).map((place) => put(whole, place, undefined)),
    },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );
}

type Place = readonly (string | number)[];

function placesOf(value: unknown, here: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [here];
  const inside = Object.entries(value).flatMap(([key, part]) =>
    placesOf(part, [...here, Array.isArray(value) ? Number(key) : key]),
  );
  return here.length === 0 ? inside : [here, ...inside];
}

function put(whole: unknown, [first, ...rest]: Place, value: unknown): unknown {
  if (first === undefined) return value;
  const copy: Record<string | number, unknown> = Array.isArray(whole)
    ? ([...whole] as never)
    : { ...(whole as object) };
  copy[first] = put(copy[first], rest, value);
  return copy;
}

/** The names of the fields of all forms, as the pages write them. */
export function fieldNames(): readonly string[] {
  const names = new Set<string>();
  for (const room of ["desk", "channels", "sheet", "prescriber"]) {
    const folder = new URL(`../../src/${room}/`, import.meta.url);
    for (const file of readdirSync(folder)) {
      if (!file.endsWith(".tsx") && !file.endsWith(".ts")) continue;
      const text = readFileSync(new URL(file, folder), "utf8");
      for (const [, name] of text.matchAll(/\bname="([a-zA-Z_-]+)"|field\("([a-z]+)"/g))
        if (name) names.add(name);
    }
  }
  return [...names];
}
