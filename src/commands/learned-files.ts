import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Learning } from "../../corpus/learned-lines.ts";
import { header } from "../../corpus/read-corpus.ts";

/** Adds the lines that were written to `<group>-learned.tsv` in a folder, made when it is not there. */
export function addToLearned(folder: URL, learnings: readonly Learning[]): void {
  const written = learnings.flatMap((one) => (one.outcome === "written" ? [one] : []));
  if (written.length > 0) mkdirSync(folder, { recursive: true });
  for (const [group, lines] of Map.groupBy(written, ({ line }) => line.group)) {
    const file = new URL(`${group}-learned.tsv`, folder);
    const before = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [header];
    writeFileSync(file, `${together([...before, ...lines.map(({ row }) => row)]).join("\n")}\n`);
  }
}

/** Lines of one family stand together, in the order in which the families came. */
function together(rows: readonly string[]): readonly string[] {
  const [first = header, ...others] = rows;
  return [first, ...[...Map.groupBy(others, (row) => row.split("\t")[0]).values()].flat()];
}
