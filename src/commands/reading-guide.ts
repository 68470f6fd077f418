import guide from "../../locales/fr/relecture.json" with { type: "json" };

/** How the team has the texts read aloud, as the Markdown of docs/relecture.md: one printed page. */
export function readingGuide(): string {
  const sections = guide.sections.map(({ title, isOrdered, lines }) => {
    const list = lines.map((line, place) => `${isOrdered ? `${place + 1}.` : "-"} ${line}`);
    return `## ${title}\n\n${list.join("\n")}\n`;
  });
  return `# ${guide.title}\n\n${guide.intro}\n\n${sections.join("\n")}`;
}
