import type { GivenMessage } from "../store/misheard-store.ts";
import { type MisheardGroup, missedDangers, namedIntents } from "./misheard-groups.ts";
import { languageWords, needWords, type View } from "./words.ts";

/** What may have become of the last act: the texts of the desk that say it. */
export const misheardTellings = [
  ...(["misheard_done", "misheard_erased", "misheard_takenBack"] as const),
  ...(["misheard_gone", "misheard_nothing"] as const),
] as const;
export type MisheardTold = (typeof misheardTellings)[number];

export interface MisheardShown {
  readonly view: View;
  readonly groups: readonly MisheardGroup[];
  /** How many groups more there are after these. */
  readonly more: number;
  readonly given: readonly GivenMessage[];
  readonly told: MisheardTold | null;
}

/** The messages that the bot did not understand: a worker says in one press what each meant. */
export function MisheardPage({ view, groups, more, given, told }: MisheardShown) {
  const { say } = view;
  return (
    <section class="agenda misheard-list">
      <h1>{say("misheard_title")}</h1>
      <p class="soft">{say("misheard_how")}</p>
      <div role="status">{told ? <p class="notice">{say(told)}</p> : null}</div>
      {groups.length === 0 ? (
        <div class="empty">
          <p>
            <strong>{say("misheard_none")}</strong>
          </p>
          <p>{say("misheard_noneHow")}</p>
        </div>
      ) : (
        <ol>
          {groups.map((group, place) => (
            <Group view={view} group={group} isFirst={place === 0 && told !== null} />
          ))}
        </ol>
      )}
      {more > 0 ? <p class="soft">{say("misheard_more", { count: more })}</p> : null}
      {given.length > 0 ? <Given view={view} given={given} /> : null}
    </section>
  );
}

const masks = ["name", "number", "phone", "email", "link", "address", "paper"] as const;

/** The words with what was masked said in French; the kinds that nobody can mistake stay. */
function maskedWords({ say }: View, text: string): string {
  return masks.reduce(
    (words, kind) => words.replaceAll(`[${kind}]`, `[${say(`misheard_mask_${kind}`)}]`),
    text,
  );
}

interface OneGroup {
  readonly view: View;
  readonly group: MisheardGroup;
  /** After an act the keyboard goes on here. */
  readonly isFirst: boolean;
}

function Group({ view, group, isFirst }: OneGroup) {
  const { say, moment } = view;
  const [first, ...others] = group.messages;
  const texts = [...new Set(others.map(({ text }) => text))].filter((text) => text !== first.text);
  return (
    <li class="misheard" tabindex={-1}>
      <p class="misheard-text" dir="auto" lang={first.language ?? undefined}>
        {maskedWords(view, first.text)}
      </p>
      {texts.map((text) => (
        <p class="misheard-text soft" dir="auto" lang={first.language ?? undefined}>
          {maskedWords(view, text)}
        </p>
      ))}
      <p class="row-meta">
        <span>{languageWords(view, first.language)}</span>
        <span>{say(`misheard_reason_${first.reason}`)}</span>
        {others.length > 0 ? (
          <span>{say("misheard_times", { count: group.messages.length })}</span>
        ) : null}
        <span>{say("misheard_since", { day: moment(first.at, "day") })}</span>
      </p>
      <form method="post" action="/desk/incompris">
        <input type="hidden" name="messages" value={group.messages.map(({ id }) => id).join(",")} />
        <fieldset class="marks">
          <legend class="visually-hidden">
            {say("misheard_meaning", { text: maskedWords(view, first.text) })}
          </legend>
          {group.likely.map((intent, place) => (
            <button
              type="submit"
              name="sens"
              value={intent}
              class="button-main"
              autofocus={isFirst && place === 0}
            >
              {needWords(view, intent)}
            </button>
          ))}
          <button
            type="submit"
            name="sens"
            value="unknown"
            autofocus={isFirst && group.likely.length === 0}
          >
            {say("misheard_noise")}
          </button>
        </fieldset>
        <Others view={view} first={first.id} />
      </form>
    </li>
  );
}

function Others({ view, first }: { readonly view: View; readonly first: string }) {
  const { say } = view;
  const named = namedIntents
    .map((intent) => ({ intent, words: needWords(view, intent) }))
    .sort((one, other) => one.words.localeCompare(other.words, "fr"));
  return (
    <>
      <div class="canned-pick">
        <label for={`liste-${first}`}>{say("misheard_other")}</label>
        <select id={`liste-${first}`} name="liste">
          <option value="">{say("misheard_choose")}</option>
          {named.map(({ intent, words }) => (
            <option value={intent}>{words}</option>
          ))}
        </select>
        <button type="submit" name="sens" value="liste">
          {say("misheard_give")}
        </button>
      </div>
      <div class="misheard-rare">
        <details>
          <summary>{say("misheard_danger")}</summary>
          <p class="soft">{say("misheard_dangerHow")}</p>
          <div class="marks">
            {missedDangers.map(({ level, kind }) => (
              <button type="submit" name="danger" value={`${level}:${kind}`}>
                {say(`misheard_${level}`, { danger: needWords(view, kind) })}
              </button>
            ))}
          </div>
        </details>
        <details>
          <summary>{say("misheard_erase")}</summary>
          <p class="soft">{say("misheard_eraseHow")}</p>
          <button type="submit" formaction="/desk/incompris/effacer">
            {say("misheard_eraseNow")}
          </button>
        </details>
      </div>
    </>
  );
}

/** What was given and may still be taken back, the last first. */
function Given({ view, given }: Pick<MisheardShown, "view" | "given">) {
  const { say } = view;
  return (
    <section class="part">
      <h2>{say("misheard_given")}</h2>
      <p class="soft">{say("misheard_givenHow")}</p>
      <ul class="misheard-given">
        {given.map(({ id, text, language, intent, safety }) => (
          <li>
            <form method="post" action="/desk/incompris/reprendre">
              <input type="hidden" name="messages" value={id} />
              <span dir="auto" lang={language ?? undefined}>
                {maskedWords(view, text)}
              </span>
              <strong>
                {intent === "unknown" ? say("misheard_noise") : needWords(view, intent)}
                {safety === "none" ? "" : ` (${say(`misheard_${safety.split(":")[0]}Short`)})`}
              </strong>
              <button
                type="submit"
                aria-label={say("misheard_backOf", { text: maskedWords(view, text) })}
              >
                {say("misheard_back")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
