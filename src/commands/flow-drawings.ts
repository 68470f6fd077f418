import flows from "../../flows/index.ts";
import steps from "../../flows/steps.json" with { type: "json" };
import { fr } from "../../locales/fr/index.ts";
import { drawFlow } from "../engine/draw.ts";
import type { Flow } from "../engine/flow.ts";
import { sentence } from "../engine/wording.ts";

const legend = `A box says, a slanted box asks, a hexagon offers buttons, a cylinder offers what is free
(times, places), a diamond decides, a double box acts, a rounded box goes to another conversation, a
circle ends. Figures that are filled in later stand between ‹ ›.`;

/** The drawings, file name → Markdown: one for each flow, and the index. */
export function drawings(): ReadonlyMap<string, string> {
  const each = flows.map((flow) => [`${flow.name}.md`, page(flow)] as const);
  return new Map([...each, ["README.md", index()] as const]);
}

function page(flow: Flow): string {
  const words = (key: string) => sentence({ fr }, "fr", `${flow.name}:${key}`) ?? key;
  return `# ${flow.name}\n\n\`\`\`mermaid\n${drawFlow(flow, words)}\n\`\`\`\n`;
}

function index(): string {
  const list = flows.map(({ name }) => `- [${name}](${name}.md)`).join("\n");
  return `# The conversations, drawn\n\nWritten by \`npm run -s flows -- draw\` from the flows and their French texts: change those, not these.\n\n${legend}\n\n${list}\n`;
}

/** Every step name ever released, by flow: those of today and those remembered. */
export function released(): Readonly<Record<string, readonly string[]>> {
  const remembered: Readonly<Record<string, readonly string[]>> = steps;
  const today = Object.fromEntries(flows.map(({ name, steps }) => [name, Object.keys(steps)]));
  const names = [...new Set([...Object.keys(remembered), ...Object.keys(today)])].sort();
  return Object.fromEntries(
    names.map((name) => {
      const both = new Set([...(remembered[name] ?? []), ...(today[name] ?? [])]);
      return [name, [...both].sort()];
    }),
  );
}

/** The same as the text of flows/steps.json: one flow a line while it fits. */
export function releasedFile(names: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(names).map(([flow, each], place, all) => {
    const quoted = each.map((name) => JSON.stringify(name));
    const comma = place === all.length - 1 ? "" : ",";
    const line = `  ${JSON.stringify(flow)}: [${quoted.join(", ")}]${comma}`;
    if (line.length <= 100) return line;
    return `  ${JSON.stringify(flow)}: [\n${quoted.map((name) => `    ${name}`).join(",\n")}\n  ]${comma}`;
  });
  return `{\n${lines.join("\n")}\n}\n`;
}
