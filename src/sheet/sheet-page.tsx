import type { Child } from "hono/jsx";
import { directionOf } from "../base/direction.ts";
import type { Said } from "../base/message.ts";
import { at, type Instant } from "../base/time.ts";
import type { Assessment } from "../eligibility/assessment.ts";
import { bilanOf } from "../eligibility/bilan.ts";
import type { Assets } from "../look/assets.ts";
import { PaperPage } from "../look/paper-page.tsx";
import type { Sheet } from "../person/sheets.ts";
import { answersOfBilan } from "../repertoire/bilan-told.ts";
import { bilanWords, schemeLine } from "../repertoire/bilan-words.ts";
import { factLine } from "../repertoire/fact-words.ts";
import { toldOf } from "../repertoire/sheet-actions.ts";
import type { Structure } from "../structure/schema.ts";

/** The words of a page, in the language and the voice of its conversation. */
export interface PageWords {
  readonly language: string;
  speak(said: Said): string;
  day(at: Instant): string;
}

interface Shown {
  readonly words: PageWords;
  readonly assets: Assets;
}

/** The whole sheet: what was answered, what it leads to and why. It says nothing of who answered. */
export function SheetPage({
  words,
  assets,
  structure,
  sheet,
  until,
}: Shown & { readonly structure: Structure; readonly sheet: Sheet; readonly until: Instant }) {
  const told = toldOf(sheet);
  const parts = bilanWords(told, structure.localSchemes, sheet.figuresOn);
  const bilan = bilanOf(told, structure.localSchemes, sheet.figuresOn);
  const { speak } = words;
  const figures = words.day(at(structure.zone, sheet.figuresOn, "12:00"));
  const made = { day: words.day(sheet.createdAt), service: structure.service, figures };
  return (
    <Frame words={words} assets={assets} title={speak({ key: "sheet:pageTitle" })}>
      <p>{speak({ key: "sheet:pageOf", values: made })}</p>
      <p class="notice">{speak({ key: "sheet:pageNoPromise" })}</p>
      <Group words={words} name="pageLikely" each={bilan.likely} />
      <Group words={words} name="pageToSee" each={bilan.toSee} />
      <Group words={words} name="pageLater" each={bilan.later} />
      <List words={words} name="pageOrder" each={parts.steps} ordered />
      <List words={words} name="pagePapers" each={parts.papers} />
      <List words={words} name="pageAvoid" each={parts.cautions} />
      <Group words={words} name="pageUnlikely" each={bilan.unlikely} />
      <List
        words={words}
        name="pageAnswers"
        each={[...answersOfBilan(told)].map(([fact, value]) => factLine(fact, value))}
      />
      <p class="soft">{speak({ key: "sheet:pageUntil", values: { day: words.day(until) } })}</p>
      <p class="soft screen-only">{speak({ key: "sheet:pagePrint" })}</p>
    </Frame>
  );
}

/** What a link that opens nothing shows. */
export function GonePage({ words, assets }: Shown) {
  return (
    <Frame words={words} assets={assets} title={words.speak({ key: "sheet:pageGoneTitle" })}>
      <p>{words.speak({ key: "sheet:pageGone" })}</p>
    </Frame>
  );
}

function Frame({
  words,
  assets,
  title,
  children,
}: Shown & { readonly title: string; readonly children?: Child }) {
  const { language } = words;
  return (
    <PaperPage {...{ language, assets, title }} direction={directionOf(language)} isSecret>
      {children}
    </PaperPage>
  );
}

interface Named {
  readonly words: PageWords;
  readonly name: string;
}

/** Schemes of one answer, each with its reasons; nothing where there is none. */
function Group({ words, name, each }: Named & { readonly each: readonly Assessment[] }) {
  if (each.length === 0) return null;
  return (
    <section>
      <h2>{words.speak({ key: `sheet:${name}` })}</h2>
      {each.map((assessment) => (
        <>
          <h3>{words.speak(schemeLine(assessment))}</h3>
          <ul>
            {assessment.reasons.map(({ code, values }) => (
              <li>
                {words.speak({ key: `eligibility:reason.${code}`, ...(values ? { values } : {}) })}
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}

function List({
  words,
  name,
  each,
  ordered,
}: Named & { readonly each: readonly Said[]; readonly ordered?: boolean }) {
  if (each.length === 0) return null;
  const lines = each.map((said) => <li>{words.speak(said)}</li>);
  return (
    <section>
      <h2>{words.speak({ key: `sheet:${name}` })}</h2>
      {ordered ? <ol>{lines}</ol> : <ul>{lines}</ul>}
    </section>
  );
}
