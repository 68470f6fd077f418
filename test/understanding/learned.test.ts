import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Corrected, learn } from "../../corpus/learned-lines.ts";
import { type CorpusLine, lineOf, readCorpus, readLearned } from "../../corpus/read-corpus.ts";
import { maskSensitive } from "../../src/base/masked.ts";
import { addToLearned } from "../../src/commands/learned-files.ts";
import { likenessOf } from "../../src/understanding/likeness.ts";

const corpus = readCorpus();

let made = 0;
function corrected(text: string, more: Partial<Corrected> = {}): Corrected {
  return { id: `m${++made}`, text, language: "fr", intent: "apl", safety: "none", ...more };
}

function line(row: string): CorpusLine {
  const read = lineOf(row);
  if (typeof read === "string") throw new Error(read);
  return read;
}

const outcomes = (given: readonly Corrected[], learned: readonly CorpusLine[] = []) =>
  learn(given, corpus, learned).map((one) =>
    one.outcome === "written" ? one.row : one.outcome === "refused" ? one.why : one.outcome,
  );

describe("corrected messages become lines", () => {
  test("with the columns of the corpus, ways of writing the same words in one family", () => {
    const given = [
      corrected("kestion zzbrol du loyer"),
      corrected("du loyer zzbrol, kestion !!"),
      corrected("zzfrumple", { intent: "suicide", safety: "alarm:suicide" }),
    ];
    const [one = "", same = "", other = ""] = outcomes(given);
    expect(one).toMatch(/^fr-learned-\d\d\tapl\t\tnone\tkestion zzbrol du loyer$/);
    expect(same.split("\t")[0]).toBe(one.split("\t")[0]);
    expect(other).toMatch(/\tsuicide\t\talarm:suicide\tzzfrumple$/);
    expect(other.split("\t")[0]).not.toBe(one.split("\t")[0]);
  });

  test.each([
    ["en", "zzbrol please", "en"],
    ["es", "zzbrol por favor", "es"],
    ["ar", "zzbrol أريد", "ar"],
    ["ar", "bghit zzbrol", "darija"],
    ["mixed", "zzbrol", "fr"],
    [null, "zzbrol", "fr"],
  ])("of %s: %s goes to %s", (language, text, group) => {
    expect(outcomes([corrected(text, { language })])[0]).toMatch(new RegExp(`^${group}-learned-`));
  });

  test("in families that train, whose numbers were never used", () => {
    const given = Array.from({ length: 60 }, (_, place) =>
      corrected(`zz${String.fromCharCode(97 + (place % 26))}${"xyz".charAt(place / 26)}brol`),
    );
    const first = learn(given, corpus, []).flatMap((one) =>
      one.outcome === "written" ? [one.line] : [],
    );
    expect(first.length).toBe(60);
    expect(new Set(first.map(({ split }) => split))).toEqual(new Set(["train"]));
    const [later] = learn([corrected("zzlater")], corpus, first);
    const numbers = first.map(({ family }) => Number(family.slice("fr-learned-".length)));
    expect(later?.outcome === "written" && Number(later.line.family.slice(11))).toBeGreaterThan(
      Math.max(...numbers),
    );
  });

  test("never words that stand in the corpus, whatever their split, nor twice", () => {
    for (const split of ["train", "tune", "held-back"] as const) {
      const known = corpus.find((one) => one.split === split && one.group === "fr");
      if (!known) throw new Error(`nothing is in ${split}`);
      expect(outcomes([corrected(`${known.text.toUpperCase()} !`)])).toEqual(["known"]);
      expect(outcomes([corrected(known.text)])).toEqual(["known"]);
    }
    const learned = [line("fr-learned-01\tapl\t\tnone\tkestion zzbrol")];
    expect(outcomes([corrected("Kestion, zzbrol ?")], learned)).toEqual(["known"]);
    expect(outcomes([corrected("zzbrol"), corrected("zzbrol")])[1]).toBe("known");
  });

  test("five ways of writing are enough for one family", () => {
    const given = ["!", "?", ".", "…", "!!", "??"].map((sign) => corrected(`zzbrol ${sign}`));
    const written = outcomes(given).filter((outcome) => outcome.includes("\t"));
    expect(written.length).toBe(5);
  });

  test.each([
    ["personal", "zzbrol au 06 12 34 56 78", {}],
    ["personal", "je m'appelle amina zzbrol", {}],
    ["personal", "c'est Zzkarim qui veut le brol", {}],
    ["personal", "zzbrol a.b@exemple.fr", {}],
    ["empty", "[phone] [name]", {}],
    ["meaning", "zzbrol", { intent: "apll" }],
    ["meaning", "zzbrol", { safety: "alarm:fire" }],
  ])("%s: %s is refused", (why, text, more) => {
    expect(outcomes([corrected(text, more)])).toEqual([why]);
  });

  test.each([
    "le zzbrol de Visale",
    "zzbrol. Quand ? Encore zzfrumple",
    "Zzbrol du loyer",
    "[name] veut le zzbrol",
  ])("%s tells of nobody", (text) => {
    expect(outcomes([corrected(text)])[0]).toContain("\t");
  });
});

describe("the files", () => {
  function folder(): URL {
    const path = mkdtempSync(join(tmpdir(), "trousseau-learned-"));
    onTestFinished(() => rmSync(path, { recursive: true, force: true }));
    return pathToFileURL(`${path}/new/`);
  }

  test("are added to, group by group, and read again; the same messages add nothing", () => {
    const out = folder();
    expect(readLearned(out)).toEqual([]);
    const given = [
      corrected("zzbrol du loyer"),
      corrected("zzbrol please", { language: "en" }),
      corrected("zzfrumple"),
      corrected("du loyer, zzbrol"),
    ];
    addToLearned(out, learn(given, corpus, readLearned(out)));
    expect(readLearned(out).map(({ text }) => text)).toEqual([
      "zzbrol please",
      "zzbrol du loyer",
      "du loyer, zzbrol",
      "zzfrumple",
    ]);
    const file = readFileSync(new URL("fr-learned.tsv", out), "utf8");
    addToLearned(out, learn(given, corpus, readLearned(out)));
    expect(readFileSync(new URL("fr-learned.tsv", out), "utf8")).toBe(file);
  });
});

test("the lines learnt so far train, tell of nobody and stand nowhere else", () => {
  const known = new Set(corpus.map(({ text }) => likenessOf(text)));
  for (const { family, split, text } of readLearned()) {
    expect([family, split]).toEqual([family, "train"]);
    expect([family, maskSensitive(text).masked]).toEqual([family, []]);
    expect([family, known.has(likenessOf(text))]).toEqual([family, false]);
    // a reviewer puts an invented word in the place of each
    expect([family, /\[[a-z]+\]/.test(text)]).toEqual([family, false]);
  }
});
