import json from "../../prisma/structures/rencontres-et-loisirs.json" with { type: "json" };
import { at, type Instant, localDate } from "../../src/base/time.ts";
import { readStructure, type Structure } from "../../src/structure.ts";

/** The association of Hénin-Carvin, as its file says. */
export function henincarvin(): Structure {
  const reading = readStructure(json);
  if (reading.outcome === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.structure;
}

/** "2026-11-24 14:30" on the walls of Paris. */
export function paris(text: string): Instant {
  const [date = "", time = ""] = text.split(" ");
  return at("Europe/Paris", localDate(date), time);
}
