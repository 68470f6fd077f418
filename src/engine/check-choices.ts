import type { Worded } from "./check-texts.ts";
import type { AnyStep, Flow } from "./flow.ts";
import { arrows } from "./flow.ts";
import { optionId } from "./option-id.ts";
import type { Problem } from "./problem.ts";
import { labelsOf, saidBy, sentence } from "./wording.ts";

/** What the narrowest surfaces can show. */
export interface Narrow {
  readonly whatsappButtons: { readonly options: number; readonly label: number };
  readonly whatsappList: {
    readonly options: number;
    readonly label: number;
    readonly text: number;
  };
  readonly web: { readonly label: number };
  readonly telegram: { readonly label: number; readonly optionIdBytes: number };
}

/** A choice as it would be shown, in one language. */
export interface Shown {
  readonly key: string;
  readonly label: string;
  readonly short?: string;
}

export interface Chosen extends Worded {
  readonly limits: Narrow;
  /** What an offer typically proposes in a flow. */
  readonly offered: (offer: string, flow: string, language: string) => readonly Shown[];
}

/**
 * What a button is about, after an `@`: an id of 26 characters, a dot, a version. It stays known until
 * its flow ends, so that any button that works at all times may carry it.
 */
const longestSubject = "@".length + 29;

/** Whether what is shown with choices fits on every surface, in every language. */
export function checkChoices(chosen: Chosen): readonly Problem[] {
  return chosen.flows.flatMap((flow) =>
    Object.entries(flow.steps).flatMap(([name, step]) =>
      Object.keys(chosen.locales).flatMap((language) => {
        const options = optionsOf(chosen, flow, step, language);
        if (options.length === 0) return [];
        const about = { flow: flow.name, step: name, language };
        return [
          ...checkOptions(options, chosen.limits, about),
          ...checkIds(options, chosen.limits, about, "choose" in step && step.always === true),
          ...checkBody(chosen, flow, name, language),
        ];
      }),
    ),
  );
}

function optionsOf(
  { locales, choices, offered }: Chosen,
  flow: Flow,
  step: AnyStep,
  language: string,
): readonly Shown[] {
  const words = (key: string) => sentence(locales, language, key) ?? "";
  const own = labelsOf(step).map((label) => ({
    key: "offer" in step ? label.slice(`${step.text}_`.length) : label,
    label: words(`${flow.name}:${label}`),
  }));
  if ("offer" in step) return [...offered(step.offer, flow.name, language), ...own];
  if (!("ask" in step)) return own;
  return [
    ...choices(step.ask).map(({ key, label }) => ({ key, label: words(label.key) })),
    { key: "unknown", label: words("everywhere:iDoNotKnow") },
  ];
}

type About = { readonly flow: string; readonly step: string; readonly language: string };

function checkOptions(
  options: readonly Shown[],
  { whatsappButtons, whatsappList, web, telegram }: Narrow,
  about: About,
): readonly Problem[] {
  const asButtons = options.length <= whatsappButtons.options;
  const narrow = asButtons
    ? Math.max(whatsappButtons.label, whatsappList.label)
    : whatsappList.label;
  const wide = Math.min(web.label, telegram.label);
  // two rows of a narrow list that say the same would be no choice, though their whole labels differ
  const titles = options.map(({ label, short = label }) =>
    (label.length <= whatsappList.label ? label : short).trim().toLowerCase(),
  );
  return [
    ...(options.length > whatsappList.options
      ? [{ code: "tooManyOptions" as const, ...about, detail: `${options.length} choices` }]
      : []),
    ...options
      .filter(({ label, short = label }) => short.length > narrow || label.length > wide)
      .map(({ label }) => ({
        code: "labelTooLong" as const,
        ...about,
        detail: `"${label}" has ${label.length} characters`,
      })),
    ...titles
      .filter((title, place) => titles.indexOf(title) !== place)
      .map((title) => ({
        code: "duplicateLabels" as const,
        ...about,
        detail: `"${title}" is there twice`,
      })),
  ];
}

function checkIds(
  options: readonly Shown[],
  { telegram }: Narrow,
  about: About,
  always: boolean,
): readonly Problem[] {
  return options
    .map(({ key }) => optionId(about, key))
    .filter((id) => bytesOf(id) + (always ? longestSubject : 0) > telegram.optionIdBytes)
    .map((id) => ({
      code: "optionIdTooLong",
      ...about,
      detail: `${id}${always ? " and what it is about" : ""}`,
    }));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function checkBody(
  { locales, limits }: Chosen,
  flow: Flow,
  step: string,
  language: string,
): readonly Problem[] {
  const lengthOf = (name: string) =>
    saidBy(flow.steps[name] ?? { goTo: "" })
      .map((key) => (sentence(locales, language, `${flow.name}:${key}`) ?? "").length + gap)
      .reduce((sum, length) => sum + length, 0);
  const length = lengthOf(step) + longestAbove(flow, step, lengthOf, new Set([step]));
  if (length <= limits.whatsappList.text) return [];
  return [{ code: "textTooLong", flow: flow.name, step, language, detail: `${length} characters` }];
}

/** Texts of one turn are joined by an empty line. */
const gap = 2;

/** The most that can have been said before a step since the person last answered. */
function longestAbove(
  flow: Flow,
  step: string,
  lengthOf: (name: string) => number,
  seen: ReadonlySet<string>,
): number {
  const lengths = Object.entries(flow.steps)
    .filter(([name, before]) => !seen.has(name) && passes(before, step))
    .map(
      ([name, before]) =>
        ("say" in before ? lengthOf(name) : 0) +
        longestAbove(flow, name, lengthOf, new Set([...seen, name])),
    );
  return Math.max(0, ...lengths);
}

/** Whether one turn can go through a step to another: a question is skipped when its answer is known. */
function passes(before: AnyStep, to: string): boolean {
  if ("choose" in before) return false;
  if ("offer" in before) return before.next["none"] === to;
  return arrows(before).some((arrow) => arrow.to === to);
}
