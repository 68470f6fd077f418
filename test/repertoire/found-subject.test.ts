import { expect, test } from "vitest";
import { locales } from "../../locales/index.ts";
import json from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { foundSubject } from "../../src/repertoire/found-subject.ts";
import { subjectFlows } from "../../src/repertoire/subject-titles.ts";
import { wishIn } from "../../src/repertoire/wish-in.ts";
import { readStructure } from "../../src/structure.ts";
import { normalise } from "../../src/understanding/normalise.ts";
import { subjectQueries } from "./subject-queries.ts";

const searched = subjectQueries.filter(([flows]) => flows !== "none");
const strange = subjectQueries.filter(([flows]) => flows === "none").map(([, query]) => query);
const serves = (flows: string, flow: string | null) =>
  flow !== null && flows.split("|").includes(flow);
const share = (part: readonly unknown[], whole: readonly unknown[]) => part.length / whole.length;

/** Tuned on the even lines; the odd ones were kept apart. */
const parts = {
  tuned: searched.filter((_, place) => place % 2 === 0),
  "kept apart": searched.filter((_, place) => place % 2 === 1),
};

test("the queries are many, name every subject that is there, and are no words of a subject", () => {
  expect(subjectQueries.length).toBeGreaterThanOrEqual(150);
  const asked = new Set(searched.flatMap(([flows]) => flows.split("|")));
  expect(subjectFlows.filter((flow) => !asked.has(flow))).toEqual([]);
  const words = new Set(
    Object.values(locales)
      .flatMap(({ subjects }) => Object.values(subjects ?? {}))
      .flatMap((subject) => subject.words.split("|").map(normalise)),
  );
  expect(searched.filter(([, query]) => words.has(normalise(query)))).toEqual([]);
});

test.each([
  ["tuned", 0.8, 0.94],
  ["kept apart", 0.68, 0.86],
] as const)(
  "of those %s, this share is led straight there, and this share at least offered",
  (part, led, offered) => {
    const found = parts[part].map(([flows, query]) => ({ flows, finding: foundSubject(query) }));
    const straight = found.filter(
      ({ flows, finding }) => finding.kind === "clear" && serves(flows, finding.name),
    );
    const shown = found.filter(
      ({ flows, finding }) =>
        finding.kind === "close" && finding.names.some((name) => serves(flows, name)),
    );
    expect(share(straight, found)).toBeGreaterThanOrEqual(led);
    expect(share([...straight, ...shown], found)).toBeGreaterThanOrEqual(offered);
  },
);

test.each(strange)("« %s » leads straight to no subject", (query) => {
  expect(foundSubject(query).kind).not.toBe("clear");
});

test("with the rules of understanding before it, six of seven are served or offered", () => {
  const reading = readStructure(json);
  if (reading.outcome === "refused") throw new Error("the structure cannot be read");
  const { structure } = reading;
  const served = searched.filter(([flows, query]) => {
    const { flow, offered = [] } = wishIn(structure, query, "fr");
    return serves(flows, flow) || offered.some(({ key }) => serves(flows, key));
  });
  expect(share(served, searched)).toBeGreaterThanOrEqual(6 / 7);
});
