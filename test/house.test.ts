import { expect, test } from "vitest";
import {
  emptyNames,
  knowsTime,
  needsNode,
  nodeModulesOfWorkers,
  portable,
  rooms,
  speaksFrench,
} from "./house/import-table.ts";
import {
  type Import,
  importsOf,
  isGenerated,
  roomOf,
  type SourceFile,
  sourceFiles,
  withoutComments,
} from "./house/source-files.ts";

const files = [...sourceFiles("src"), ...sourceFiles("flows")];
const byPath = new Map(files.map((file) => [file.path, file]));

test("every folder and top-level file of src is a room of the table", () => {
  const strangers = files.map((file) => file.path).filter((path) => !(roomOf(path) in rooms));
  expect(strangers).toEqual([]);
});

test("rooms import only what the table allows", () => {
  expect(files.flatMap((file) => forbidden(file))).toEqual([]);
});

test("the table refuses what it should", () => {
  const trespasses = [
    ["src/base/ids.ts", 'import { turn } from "../engine/turn.ts";'],
    ["src/eligibility/visale.ts", 'import { facts } from "../person/facts.ts";'],
    ["src/engine/turn.ts", 'import type { Known } from "../person/facts.ts";'],
    ["src/appointments/slots.ts", 'import type { Verdict } from "../eligibility/visale.ts";'],
    ["src/desk/inbox.tsx", 'import { inbox } from "../store/inbox.ts";'],
    ["src/jobs/run.ts", 'import { telegram } from "../channels/telegram.ts";'],
    ["src/jobs/run.ts", 'import type { Settings } from "../main-node.ts";'],
    ["src/appointments/slots.ts", 'import { Hono } from "hono";'],
    ["src/desk/inbox.tsx", 'import { PrismaClient } from "../store/generated/client.ts";'],
    ["src/desk/inbox.tsx", 'import type { Worker } from "../store/generated/client.ts";'],
    ["flows/visale.ts", 'import type { Step } from "../src/engine/flow.ts";'],
    ["src/desk/inbox.tsx", 'import { readFile } from "node:fs/promises";'],
    ["src/store/cipher.ts", 'import { readFile } from "node:fs/promises";'],
    ["src/channels/contact.ts", 'export * from "../desk/inbox.tsx";'],
    ["src/channels/contact.ts", 'const desk = await import("../desk/inbox.tsx");'],
  ] as const;
  const allowed = trespasses.filter(([path, text]) => forbidden(invented(path, text)).length === 0);
  expect(allowed).toEqual([]);
});

test("the table allows what it should", () => {
  const visits = [
    ["src/eligibility/visale.ts", 'import type { Known } from "../person/facts.ts";'],
    ["src/eligibility/visale.ts", 'import { type Known, type Fact } from "../person/facts.ts";'],
    ["src/eligibility/visale.ts", 'import { never } from "../base/verdict.ts";'],
    ["src/jobs/run.ts", 'import { limits } from "../channels/channel.ts";'],
    ["src/desk/inbox.tsx", 'import { html } from "hono/html";'],
    ["src/store/records.ts", 'import type { Worker } from "./generated/client.ts";'],
    ["flows/visale.ts", 'import { defineFlow } from "../src/flowkit.ts";'],
  ] as const;
  expect(visits.flatMap(([path, text]) => forbidden(invented(path, text)))).toEqual([]);
});

test("what Workers run reaches no file that needs Node", () => {
  const reached = portable.flatMap((entry) => nodeReachedFrom(entry));
  expect(reached).toEqual([]);
});

test("no file comes back to itself by what it imports", () => {
  const imports = new Map(
    sourceFiles("src").map(({ path, imports }) => [
      path,
      imports
        .filter(({ of, typesOnly }) => of.startsWith("src/") && !typesOnly)
        .map(({ of }) => of),
    ]),
  );
  expect(cyclesIn(imports)).toEqual([]);
  expect(
    cyclesIn(
      new Map([
        ["a", ["b"]],
        ["b", ["c"]],
        ["c", ["a"]],
        ["d", ["a"]],
      ]),
    ),
  ).toEqual(["a → b → c → a"]);
});

test("no file of src or flows is longer than 250 lines", () => {
  const long = files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});

test("nobody reads the machine's clock or waits, save those who say why", () => {
  const clock = /\bnew Date\(|\bDate\.now\(|\bsetTimeout\(|\bsetInterval\(|\bTemporal\.Now\b/;
  expect(linesWith(clock, knowsTime)).toEqual([]);
});

test("sentences are in locales, save for those who say why", () => {
  // an accented letter beside another: a letter alone is an alphabet, not a sentence
  const french = /[a-z][àâäçéèêëîïôöùûüœæ]|[àâäçéèêëîïôöùûüœæ][a-z]/i;
  expect(linesWith(french, speaksFrench)).toEqual([]);
});

test("a file is named after what it holds", () => {
  const empty: readonly string[] = emptyNames;
  const vague = files
    .map((file) => file.path)
    .filter((path) => {
      const parts = path.replace(/\.tsx?$/, "").split("/");
      const words = parts.at(-1)?.split("-") ?? [];
      const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(parts.at(-1) ?? "");
      return (
        !kebab || parts.some((part) => empty.includes(part)) || empty.includes(words.at(-1) ?? "")
      );
    });
  expect(vague).toEqual([]);
});

/** The trespasses of a file, "file → import". */
function forbidden(file: SourceFile): readonly string[] {
  return file.imports
    .filter((wanted) => !mayImport(file.path, wanted))
    .map(({ of, typesOnly }) => `${file.path} → ${of}${typesOnly ? " (types)" : ""}`);
}

function mayImport(path: string, { of, typesOnly }: Import): boolean {
  const from = roomOf(path);
  const row = rooms[from] ?? {};
  if (of.startsWith("node:")) {
    return reasonFor(path, needsNode) || (nodeModulesOfWorkers[path]?.includes(of) ?? false);
  }
  if (isGenerated(of)) return from === (of.startsWith("src/store/") ? "store" : "worker");
  if (!/^(src|flows|locales|prisma|corpus)\//.test(of)) {
    const library = of
      .split("/")
      .slice(0, of.startsWith("@") ? 2 : 1)
      .join("/");
    return row.libraries?.includes(library) ?? false;
  }
  if (of.startsWith("prisma/structures/")) return from === "structure" || from.startsWith("main-");
  const to = roomOf(of);
  const file = of.replace(/^src\/|\.tsx?$/g, "");
  const open = [...(row.imports ?? []), ...(typesOnly ? (row.types ?? []) : [])];
  return to === from || open.includes(to) || open.includes(file);
}

function invented(path: string, text: string): SourceFile {
  return { path, text, imports: importsOf(path, text) };
}

function reasonFor(path: string, reasons: Readonly<Record<string, string>>): boolean {
  return Object.keys(reasons).some((start) => path.startsWith(start));
}

/** The paths from an entry to each file that needs Node, "entry → … → file". */
function nodeReachedFrom(entry: string): readonly string[] {
  const seen = new Map<string, string>([[entry, entry]]);
  const found: string[] = [];
  for (const [path, way] of seen) {
    if (reasonFor(path, needsNode)) found.push(way);
    for (const { of, typesOnly } of byPath.get(path)?.imports ?? []) {
      if (!typesOnly && byPath.has(of) && !seen.has(of)) seen.set(of, `${way} → ${of}`);
    }
  }
  return found;
}

/** The lines that match, outside comments and outside the files that gave a reason. */
function linesWith(pattern: RegExp, reasons: Readonly<Record<string, string>>): readonly string[] {
  return files
    .filter(({ path }) => !reasonFor(path, reasons))
    .flatMap(({ path, text }) =>
      withoutComments(text)
        .split("\n")
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [],
        ),
    );
}

/** Each way back to a file that imports itself, as it is first found. */
function cyclesIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const settled = new Set<string>();
  const cycles: string[] = [];
  const walk = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) {
      cycles.push([...way.slice(way.indexOf(path)), path].join(" → "));
      return;
    }
    if (settled.has(path)) return;
    for (const next of imports.get(path) ?? []) walk(next, [...way, path]);
    settled.add(path);
  };
  for (const path of imports.keys()) walk(path, []);
  return cycles;
}
