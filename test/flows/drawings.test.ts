import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawings, released, releasedFile } from "../../src/commands/flow-drawings.ts";
import { withSchemeTable } from "../../src/commands/scheme-table.ts";
import { drawFlow } from "../../src/engine/draw.ts";
import type { AnyStep } from "../../src/engine/flow.ts";

const folder = new URL("../../flows/", import.meta.url);

test("the drawings are those of today's flows and texts", () => {
  const files = readdirSync(new URL("drawings/", folder));
  const drawn = files.map((file) => [
    file,
    readFileSync(new URL(`drawings/${file}`, folder), "utf8"),
  ]);
  expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(drawings()));
});

test("the README's table of schemes is that of today's figures", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme).toBe(withSchemeTable(readme));
  expect(readme).toContain("| Visale ");
});

test("every step of today is among the released names", () => {
  expect(readFileSync(new URL("steps.json", folder), "utf8")).toBe(releasedFile(released()));
});

test("each verb has its shape, and what Mermaid would read as code is made harmless", () => {
  const steps: Record<string, AnyStep> = {
    hello: { say: ["hello", "rule"], next: "age" },
    age: { ask: "age", text: "howOld", next: "tea" },
    tea: { choose: "tea", among: { green: "hour", black: "adult" } },
    hour: { offer: "hour", text: "which", next: { chosen: "brew", none: "end", later: "end" } },
    adult: { decide: "adult", next: { yes: "brew" } },
    brew: { do: "brew", next: { hot: "away" } },
    away: { goTo: "menu" },
    end: { end: "informed" },
  };
  const words = new Map([
    ["hello", 'Dis "oui" à {{name}} <3'],
    ["rule", "Une phrase de plus de quarante caractères, pour voir : où coupe-t-on ?"],
  ]);
  const flow = { name: "tea", start: "hello", steps, moved: {} };
  expect(drawFlow(flow, (key) => words.get(key) ?? key).split("\n")).toEqual([
    "flowchart TD",
    '  begin((" ")) --> s_hello',
    '  s_hello["Dis #quot;oui#quot; à ‹name› #lt;3<br/>Une phrase de plus de quarante<br/>caractères, pour voir : où coupe-t-on ?"]',
    "  s_hello --> s_age",
    '  s_age[/"howOld"/]',
    "  s_age --> s_tea",
    '  s_tea{{"tea"}}',
    '  s_tea -->|"green"| s_hour',
    '  s_tea -->|"black"| s_adult',
    '  s_hour[("which")]',
    '  s_hour -->|"chosen"| s_brew',
    '  s_hour -->|"none"| s_end',
    '  s_hour -->|"which_later"| s_end',
    '  s_adult{"adult ?"}',
    '  s_adult -->|"yes"| s_brew',
    '  s_brew[["brew"]]',
    '  s_brew -->|"hot"| s_away',
    '  s_away(["→ menu"])',
    '  s_end(("informed"))',
  ]);
});
