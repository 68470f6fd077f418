// Prints what the tests on Node walk through, from the summary that `npm run coverage` has just written: the
// whole, then the files of which a fifth or more is never run, the least covered first.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Part {
  readonly lines: { readonly total: number; readonly covered: number; readonly pct: number };
  readonly branches: { readonly pct: number };
  readonly functions: { readonly pct: number };
}

/** Under this, in percent of its lines, a file is named. */
const named = 80;

const root = fileURLToPath(new URL("../", import.meta.url));
const summary = JSON.parse(
  readFileSync(`${root}coverage/coverage-summary.json`, "utf8"),
) as Readonly<Record<string, Part>>;
const { total, ...files } = summary;
if (total) {
  const { lines, branches, functions } = total;
  console.log(
    `${Object.keys(files).length} files: ${lines.pct} % of ${lines.total} lines, ${branches.pct} % of branches, ${functions.pct} % of functions`,
  );
}
const least = Object.entries(files)
  .filter(([, { lines }]) => lines.total > 0 && lines.pct < named)
  .sort(([, one], [, other]) => one.lines.pct - other.lines.pct);
for (const [file, { lines }] of least) {
  const short = file.replace(root, "");
  console.log(
    `${String(Math.round(lines.pct)).padStart(3)} %  ${lines.total - lines.covered} lines  ${short}`,
  );
}
