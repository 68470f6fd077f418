import { type AnyStep, arrows, type Flow } from "./flow.ts";
import { saidBy } from "./wording.ts";

/** Beyond this a box is too wide to be read. */
const widest = 40;

/**
 * A flow as a Mermaid flowchart: boxes carry the sentences, arrows the button or the outcome, and the
 * shape tells the verb. `words` gives the sentence of one of the flow's own keys.
 */
export function drawFlow(flow: Flow, words: (key: string) => string): string {
  const lines = Object.entries(flow.steps).flatMap(([name, step]) => [
    `  ${node(name)}${shape(step, words)}`,
    ...arrows(step).map(({ label, to }) => arrow(name, step, label, to, words)),
  ]);
  return ["flowchart TD", `  begin((" ")) --> ${node(flow.start)}`, ...lines].join("\n");
}

// a node called "end", or with a dot in its name, breaks the drawing
function node(step: string): string {
  return `s_${step.replace(/[^A-Za-z0-9]/g, "_")}`;
}

function shape(step: AnyStep, words: (key: string) => string): string {
  const said = saidBy(step).map(words).join("\n");
  if ("say" in step) return `[${quoted(said)}]`;
  if ("ask" in step) return `[/${quoted(said)}/]`;
  if ("choose" in step) return `{{${quoted(said)}}}`;
  if ("offer" in step) return `[(${quoted(said)})]`;
  if ("decide" in step) return `{${quoted(`${step.decide} ?`)}}`;
  if ("do" in step) return `[[${quoted(step.do)}]]`;
  if ("goTo" in step) return `([${quoted(`→ ${step.goTo}`)}])`;
  return `((${quoted(step.end)}))`;
}

function arrow(
  from: string,
  step: AnyStep,
  label: string,
  to: string,
  words: (key: string) => string,
): string {
  const ends = `${node(from)} -->`;
  const said = wordsOnArrow(step, label, words);
  return `  ${said === "" ? ends : `${ends}|${quoted(said)}|`} ${node(to)}`;
}

/** The words of an arrow: its button, or its outcome. */
export function wordsOnArrow(step: AnyStep, label: string, words: (key: string) => string): string {
  if ("choose" in step) return words(label);
  const isButton = "offer" in step && label !== "chosen" && label !== "none";
  return isButton ? words(`${step.text}_${label}`) : label;
}

/** A label between quotes, wrapped, with what Mermaid or Markdown would read as code made harmless. */
function quoted(text: string): string {
  const safe = (line: string) =>
    line
      .replaceAll(/\{\{\s*(\w+)\s*\}\}/g, "‹$1›")
      .replaceAll("#", "#35;")
      .replaceAll('"', "#quot;")
      .replaceAll("<", "#lt;")
      .replaceAll(">", "#gt;");
  return `"${text.split("\n").flatMap(wrapped).map(safe).join("<br/>")}"`;
}

function wrapped(line: string): readonly string[] {
  const rows: string[] = [];
  let row = "";
  // in French a space stands before these marks, and never a new line
  for (const word of line.split(/ (?![?!:;»])/)) {
    if (row !== "" && row.length + 1 + word.length > widest) {
      rows.push(row);
      row = word;
    } else row = row === "" ? word : `${row} ${word}`;
  }
  return [...rows, row];
}
