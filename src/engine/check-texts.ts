import type { Said } from "../base/message.ts";
import { longestSentence, placeholdersOf, textsOf } from "../base/sentences.ts";
import type { Flow } from "./flow.ts";
import type { Problem } from "./problem.ts";
import { keysOf, type Locales, sentence } from "./wording.ts";

/** A text that shows a list is as long as the list. */
const lists: ReadonlySet<string> = new Set(["documents", "papers", "reasons", "doors", "summary"]);

/** What is said, and by whom. */
export interface Worded {
  readonly flows: readonly Flow[];
  /** The first language is the source. */
  readonly locales: Locales;
  readonly choices: (fact: string) => readonly { readonly key: string; readonly label: Said }[];
  /** Texts that the program names rather than a flow ("menu:topic_visale"). */
  readonly needed: readonly string[];
  /** Files that are pages, not messages: they may have longer texts. */
  readonly pages: readonly string[];
  /** Files that some languages alone have: file → these languages. */
  readonly languagesOfFile?: Readonly<Record<string, readonly string[]>>;
}

/** Whether every text exists in every language, is used, is short, and shows the same figures. */
export function checkTexts(worded: Worded): readonly Problem[] {
  const languages = Object.keys(worded.locales);
  const wanted = wantedKeys(worded);
  return languages.flatMap((language) => [
    ...missing(worded, language, wanted),
    ...unused(worded, language),
    ...wrong(worded, language),
  ]);
}

/** Every key that must exist, with the flow that says it. */
function wantedKeys({ flows, locales, choices, needed }: Worded): ReadonlyMap<string, string> {
  const [source = ""] = Object.keys(locales);
  const said = flows.flatMap((flow) =>
    Object.values(flow.steps).flatMap((step) => [
      ...keysOf(step).map((key) => [`${flow.name}:${key}`, flow.name] as const),
      ...("ask" in step ? choices(step.ask) : []).map(
        ({ label }) => [label.key, flow.name] as const,
      ),
    ]),
  );
  const written = Object.entries(locales[source] ?? {}).flatMap(([file, texts]) =>
    [...textsOf(texts).keys()].map((key) => [`${file}:${key}`, file] as const),
  );
  return new Map([...written, ...needed.map((key) => [key, fileOf(key)] as const), ...said]);
}

function missing(
  { locales, languagesOfFile = {} }: Worded,
  language: string,
  wanted: ReadonlyMap<string, string>,
): readonly Problem[] {
  return [...wanted]
    .filter(([key]) => languagesOfFile[fileOf(key)]?.includes(language) ?? true)
    .filter(([key]) => sentence(locales, language, key) === undefined)
    .map(([text, flow]) => ({
      code: "missingText",
      flow,
      text,
      language,
      detail: "no such text",
    }));
}

function unused({ flows, locales, needed }: Worded, language: string): readonly Problem[] {
  const [source = ""] = Object.keys(locales);
  const isKnown = (key: string) => sentence(locales, source, key) !== undefined;
  return flows.flatMap((flow) => {
    const used = new Set([
      ...Object.values(flow.steps).flatMap((step) => keysOf(step)),
      ...needed.filter((key) => fileOf(key) === flow.name).map((key) => keyOf(key)),
    ]);
    return [...textsOf(locales[language]?.[flow.name]).keys()]
      .filter((text) => !used.has(text) && isKnown(`${flow.name}:${text}`))
      .map((text) => ({
        code: "unusedText" as const,
        flow: flow.name,
        text: `${flow.name}:${text}`,
        language,
        detail: "no step says it",
      }));
  });
}

function wrong({ locales, pages }: Worded, language: string): readonly Problem[] {
  const [source = ""] = Object.keys(locales);
  return Object.entries(locales[language] ?? {}).flatMap(([file, texts]) =>
    [...textsOf(texts)].flatMap(([key, text]): Problem[] => {
      const about = { flow: file, text: `${file}:${key}`, language };
      const original = sentence(locales, source, `${file}:${key}`);
      if (original === undefined) {
        return [{ code: "unknownText", ...about, detail: `${source} has no such text` }];
      }
      const shown = placeholdersOf(text);
      const meant = placeholdersOf(original);
      const isLong =
        !pages.includes(file) &&
        text.length > longestSentence &&
        !shown.some((name) => lists.has(name));
      return [
        ...(text.trim() === "" ? [{ code: "emptyText" as const, ...about, detail: "empty" }] : []),
        ...(shown.join() === meant.join()
          ? []
          : [
              {
                code: "placeholderMismatch" as const,
                ...about,
                detail: `shows ${shown.join(", ") || "nothing"}, ${source} shows ${meant.join(", ") || "nothing"}`,
              },
            ]),
        ...(isLong
          ? [{ code: "longText" as const, ...about, detail: `${text.length} characters` }]
          : []),
      ];
    }),
  );
}

function fileOf(key: string): string {
  return key.slice(0, key.indexOf(":"));
}

function keyOf(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}
