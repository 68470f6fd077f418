import { expect, test } from "vitest";
import { readStructures } from "../../src/node/house.ts";
import { selfTest } from "../../src/node/self-test.ts";
import { examine } from "../../src/operations/doctor.ts";
import { settingsWith } from "../world.ts";

const slugs = ["rencontres-et-loisirs", "ccas-malakoff", "ccas-rueil-malmaison"];

test("every structure that is shipped answers, tells the number in danger, and waits for the person", async () => {
  const settings = settingsWith({ STRUCTURE: slugs.join(",") });
  expect(await selfTest(settings, readStructures(settings.structures))).toEqual([]);
});

test("a structure that would answer nobody is found before anybody writes", async () => {
  const settings = settingsWith({});
  const [[slug, file] = []] = [...readStructures(settings.structures)];
  if (!slug || !file) throw new Error("no structure");
  // a zone that no clock knows: each turn breaks, as a bad edit of the file would make it
  const broken = new Map([[slug, { ...file, zone: "Europe/Nowhere" }]]);
  const steps = (await selfTest(settings, broken)).map(({ step }) => step);
  expect(steps).toEqual(expect.arrayContaining(["danger", "broke"]));
});

test("what failed is told by the doctor, and forbids to open", () => {
  const found = examine({
    settings: settingsWith({}),
    structures: [],
    workersOf: new Map(),
    jobs: [],
    selfTest: [{ slug: "rencontres-et-loisirs", step: "danger" }],
    now: 0 as never,
  });
  expect(found.find(({ code }) => code === "selfTest")).toMatchObject({
    level: "must",
    said: { values: { slug: "rencontres-et-loisirs", step: "danger" } },
  });
});
