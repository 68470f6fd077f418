import type { Language } from "../../locales/index.ts";
import { placeholdersOf } from "../base/sentences.ts";
import { type Sentence, sentencesShown } from "./find-sentences.ts";
import { type Outcome, SettingsFrame, settingWords, Told } from "./settings-page.tsx";
import type { View } from "./words.ts";

interface SearchShown {
  readonly view: View;
  readonly language: Language;
  readonly words: string;
  readonly found: readonly Sentence[];
}

/** The sentences of the assistant, found by their words; an association may say some its own way. */
export function SentencesPage({ view, language, words, found }: SearchShown) {
  const say = settingWords(view);
  return (
    <SettingsFrame view={view} current="phrases">
      <p>{say("sentencesHow")}</p>
      <form class="new-feed" method="get" action="/desk/reglages/phrases">
        <label for="mots">{say("sentencesWords")}</label>
        <input id="mots" name="mots" type="search" value={words} />
        <LanguageChoice view={view} chosen={language} />
        <button type="submit">{say("search")}</button>
      </form>
      <h2>{say(words ? "sentencesFound" : "sentencesOwn", { count: found.length })}</h2>
      {found.length === 0 ? <p>{say(words ? "sentencesNone" : "sentencesOwnNone")}</p> : null}
      <ul class="feeds">
        {found.slice(0, sentencesShown).map(({ key, common, own }) => (
          <li>
            <p lang={language} dir="auto">
              {own ?? common}
            </p>
            <p class="soft">
              {own === null ? null : <span class="badge">{say("sentenceOwn")}</span>}{" "}
              <a href={addressOf(key, language)}>
                {say("sentenceChange")}
                <span class="visually-hidden"> {key}</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      {found.length > sentencesShown ? <p>{say("sentencesMore")}</p> : null}
    </SettingsFrame>
  );
}

function LanguageChoice({ view, chosen }: { readonly view: View; readonly chosen: Language }) {
  return (
    <>
      <label for="langue">{settingWords(view)("language")}</label>
      <select id="langue" name="langue">
        {view.structure.languages.map((language) => (
          <option value={language} selected={language === chosen}>
            {view.say(`languages_${language}`)}
          </option>
        ))}
      </select>
    </>
  );
}

function addressOf(key: string, language: Language): string {
  return `/desk/reglages/phrase?cle=${encodeURIComponent(key)}&langue=${language}`;
}

interface SentenceShown extends Outcome {
  readonly view: View;
  readonly language: Language;
  readonly sentence: Sentence;
  /** What is in the box. */
  readonly text: string;
  /** Shown as it will be read, before it is kept. */
  readonly isPreview: boolean;
  readonly seen: string;
}

/** One sentence: as everybody says it, as it is said here, and how it will be read. */
export function SentencePage(shown: SentenceShown) {
  const { view, language, sentence, text, isPreview, seen, ...outcome } = shown;
  const say = settingWords(view);
  const { key, common, own } = sentence;
  const given = placeholdersOf(common);
  return (
    <SettingsFrame view={view} current="phrases">
      <p>
        <a href={`/desk/reglages/phrases?langue=${language}`}>{say("sentencesBack")}</a>
      </p>
      <Told view={view} {...outcome} />
      <h2>{say("sentenceCommon")}</h2>
      <p class="bubble" lang={language} dir="auto">
        {common}
      </p>
      <p class="soft">
        <code>{key}</code>
        {given.length > 0
          ? ` · ${say("sentenceShows", { names: given.map((name) => `{{${name}}}`).join(", ") })}`
          : ""}
      </p>
      {isPreview ? (
        <section aria-live="polite">
          <h2>{say("preview")}</h2>
          <p class="bubble" lang={language} dir="auto">
            {previewOf(view, text)}
          </p>
        </section>
      ) : null}
      <form class="new-feed wide" method="post" action={addressOf(key, language)}>
        <input type="hidden" name="vu" value={seen} />
        <label for="phrase">{say("sentenceHere")}</label>
        <textarea id="phrase" name="phrase" rows={6} lang={language} dir="auto">
          {text}
        </textarea>
        <button type="submit" name="faire" value="voir" class="button-quiet">
          {say("previewShow")}
        </button>
        <button type="submit" name="faire" value="garder">
          {say("keep")}
        </button>
        {own === null ? null : (
          <button type="submit" name="faire" value="revenir" class="button-quiet">
            {say("sentenceBack")}
          </button>
        )}
      </form>
    </SettingsFrame>
  );
}

/** What is shown in the place of what the assistant fills in. */
export function previewOf(view: View, text: string): string {
  const say = settingWords(view);
  const samples = new Set(["when", "site", "place", "service", "worker", "hello", "promise"]);
  return text.replaceAll(/\{\{\s*(\w+)[^}]*\}\}/g, (_, name: string) =>
    samples.has(name) ? say(`sample_${name}`, { service: view.structure.service }) : `« ${name} »`,
  );
}
