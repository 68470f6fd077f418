import { codeLists } from "../observatory/dictionary.ts";
import type { MissingField } from "../observatory/report.ts";
import { codedFields, type Situation } from "../observatory/situation.ts";
import { type AskedBilan, bilanAddress, observatoryWords } from "./observatory-asked.ts";
import { codeOf, type View } from "./words.ts";

interface MissingShown {
  readonly view: View;
  readonly asked: AskedBilan;
  readonly field: MissingField;
  /** Those that lack it, at most a page of them. */
  readonly situations: readonly Situation[];
  /** Whether one answer fills it; an interview takes its own page. */
  readonly isAskable: boolean;
  readonly notice: "kept" | "stale" | "refusedHere" | null;
}

/** As many answers as fit under one another: a longer list is chosen from. */
const mostButtons = 9;

/** One question, put of each situation that lacks its answer: one tap, and the next one is asked. */
export function MissingPage(shown: MissingShown) {
  const { view, asked, field, situations, isAskable, notice } = shown;
  const words = observatoryWords(view);
  const { say } = words;
  return (
    <section class="agenda situation">
      <h1>{say("missingOf", { field: say(`field_${field}`) })}</h1>
      <p>
        <a class="button button-quiet" href={bilanAddress("/desk/observatoire", asked)}>
          {say("backToBilan")}
        </a>
      </p>
      <div role="status">
        {notice ? (
          <p class={notice === "kept" ? "notice" : "notice notice-attention"}>{say(notice)}</p>
        ) : null}
      </div>
      {situations.length === 0 ? <p>{say("missingNone")}</p> : null}
      {isAskable ? <p class="soft">{say("missingHow")}</p> : null}
      <ul class="feeds">
        {situations.map((situation) => (
          <li>
            <p>
              <a href={`/desk/situations/${encodeURIComponent(situation.id)}`}>
                {say("oneSituation", { code: codeOf(situation.id) })}
              </a>
              <span class="soft"> {knownOf(words, situation)}</span>
            </p>
            {isAskable ? <Question {...shown} situation={situation} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What helps to remember whom it is about, in codes. */
function knownOf(words: ReturnType<typeof observatoryWords>, situation: Situation): string {
  const { requestedOn, year, ageAtRequest, origin, commune } = situation;
  return [
    requestedOn === null ? String(year) : words.day(requestedOn),
    ageAtRequest === null ? "" : words.say("years", { value: words.number(ageAtRequest) }),
    commune === null ? "" : words.communeName(commune),
    origin === null ? "" : words.say(`origin_${origin}`),
  ]
    .filter(Boolean)
    .join(" · ");
}

function Question({
  view,
  asked,
  field,
  situation,
}: MissingShown & { readonly situation: Situation }) {
  const { say } = observatoryWords(view);
  const whose = say("oneSituation", { code: codeOf(situation.id) });
  const options = optionsOf(view, field);
  const id = `reponse-${situation.id}`;
  return (
    <form
      class="one-tap"
      method="post"
      action={bilanAddress("/desk/observatoire/manques", asked)}
      aria-label={whose}
    >
      <input type="hidden" name="champ" value={field} />
      <input type="hidden" name="situation" value={situation.id} />
      {options !== null && options.length <= mostButtons ? (
        options.map(([code, label]) => (
          <button type="submit" name="valeur" value={code}>
            {label}
          </button>
        ))
      ) : (
        <>
          <label class="visually-hidden" for={id}>
            {say(`field_${field}`)}, {whose}
          </label>
          {options === null ? (
            <input id={id} name="valeur" inputmode="decimal" maxlength={12} required />
          ) : (
            <select id={id} name="valeur" required>
              <option value="">{say("unknownChoice")}</option>
              {options.map(([code, label]) => (
                <option value={code}>{label}</option>
              ))}
            </select>
          )}
          <button type="submit">
            {say("keep")}
            <span class="visually-hidden"> {whose}</span>
          </button>
        </>
      )}
    </form>
  );
}

/** The answers that there are; null where a number is typed. */
function optionsOf(view: View, field: MissingField): readonly (readonly [string, string])[] | null {
  const { say } = observatoryWords(view);
  if (field === "commune")
    return view.structure.territories.flatMap(({ communes }) =>
      communes.map(({ inseeCode, name }) => [inseeCode, name] as const),
    );
  if (!(field in codedFields)) return null;
  const list = codedFields[field as keyof typeof codedFields];
  return codeLists[list].map((code) => [code, say(`${list}_${code}`)] as const);
}
