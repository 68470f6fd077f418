import { BilanBody } from "../bilan/bilan-body.tsx";
import type { Printed } from "../bilan/printed.ts";
import { isOpenable } from "../observatory/behind.ts";
import type { SignedBilan } from "../store/signed-bilans.ts";
import {
  type AskedBilan,
  bilanAddress,
  filterText,
  observatoryWords,
  offeredFilters,
} from "./observatory-asked.ts";
import type { View } from "./words.ts";

interface Shown {
  readonly view: View;
  readonly asked: AskedBilan;
  /** Null when the period is too long to be computed while somebody waits. */
  readonly printed: Printed | null;
  /** Those that were signed, the newest first. */
  readonly signed: readonly SignedBilan[];
}

/** The bilan of a period, with what narrows it, what saves it, and the situations behind each number. */
export function ObservatoryPage({ view, asked, printed, signed }: Shown) {
  const words = observatoryWords(view);
  const { say } = words;
  const linkTo = (table: string, code: string | null) => openTable(asked, table, code);
  const figureTo = (figure: string) => openFigure(asked, figure);
  const missingTo = (field: string) =>
    bilanAddress("/desk/observatoire/manques", asked, { champ: field });
  const csvOf = (table: string) =>
    bilanAddress("/desk/observatoire/tableau.csv", asked, { tableau: table });
  return (
    <section class="agenda observatory">
      <Picker view={view} asked={asked} />
      {printed ? (
        <>
          <nav class="observatory-files screen-only" aria-label={say("download")}>
            <a class="button" href={bilanAddress("/desk/observatoire/bilan.xlsx", asked)}>
              {say("downloadXlsx")}
            </a>
            <a class="button" href={bilanAddress("/desk/observatoire/bilan.html", asked)}>
              {say("downloadHtml")}
            </a>
            <a class="button" href={bilanAddress("/desk/observatoire/bilan.json", asked)}>
              {say("downloadJson")}
            </a>
            <a class="button button-quiet" href="/desk/situations">
              {say("situations")}
            </a>
            <a class="button button-quiet" href="/desk/tableau">
              {say("board")}
            </a>
            <a class="button button-quiet" href="/desk/affiches">
              {say("posters")}
            </a>
          </nav>
          <p class="soft screen-only">{say("pdfHow")}</p>
          <BilanBody {...{ printed, words, linkTo, figureTo, missingTo, csvOf }} />
          <Sign view={view} asked={asked} printed={printed} />
        </>
      ) : (
        <p class="notice">{say("tooLong")}</p>
      )}
      <Signed view={view} signed={signed} />
    </section>
  );
}

function openTable(asked: AskedBilan, table: string, code: string | null): string | null {
  if (asked.toPublish || !isOpenable({ table, code })) return null;
  return opened(asked, { tableau: table, code: code ?? "" });
}

function openFigure(asked: AskedBilan, figure: string): string | null {
  return asked.toPublish || !isOpenable({ figure }) ? null : opened(asked, { chiffre: figure });
}

function opened(asked: AskedBilan, more: Readonly<Record<string, string>>): string {
  return bilanAddress("/desk/observatoire/situations", asked, more);
}

function Picker({ view, asked }: Pick<Shown, "view" | "asked">) {
  const { say } = observatoryWords(view);
  const chosen = filterText(asked.filters);
  const isOffered = offeredFilters.some((one) => one.asked === chosen);
  return (
    <form class="observatory-picker screen-only" method="get" action="/desk/observatoire">
      <p>
        <label for="du">{say("from")}</label>
        <input id="du" name="du" type="date" value={asked.period.from} required />
      </p>
      <p>
        <label for="au">{say("to")}</label>
        <input id="au" name="au" type="date" value={asked.period.to} required />
      </p>
      <p>
        <label for="seulement">{say("only")}</label>
        <select id="seulement" name="seulement">
          <option value="">{say("everybody")}</option>
          {offeredFilters.map(({ id, asked: value }) => (
            <option value={value} selected={value === chosen}>
              {say(`zoom_${id}`)}
            </option>
          ))}
          {chosen !== "" && !isOffered ? (
            <option value={chosen} selected>
              {chosen}
            </option>
          ) : null}
        </select>
      </p>
      <p>
        <label>
          <input type="checkbox" name="publier" value="1" checked={asked.toPublish} />{" "}
          {say("toPublish")}
        </label>
      </p>
      <button type="submit">{say("show")}</button>
    </form>
  );
}

/** Signing keeps the bilan as it stands; what does not add up must be mended first. */
function Sign({
  view,
  asked,
  printed,
}: Pick<Shown, "view" | "asked"> & { readonly printed: Printed }) {
  const { say } = observatoryWords(view);
  if (printed.broken.length > 0) return null;
  return (
    <form
      class="screen-only"
      method="post"
      action={bilanAddress("/desk/observatoire/signer", asked)}
    >
      <h2>{say("sign")}</h2>
      <p>{say("signHow")}</p>
      {printed.missing.length > 0 ? <p class="notice">{say("signWarning")}</p> : null}
      <p>
        <label for="analyse">{say("signAnalysis")}</label>
        <textarea id="analyse" name="analyse" rows={8} maxlength={20_000} />
      </p>
      <p>
        <label for="financeurs">{say("signFunders")}</label>
        <textarea
          id="financeurs"
          name="financeurs"
          rows={4}
          maxlength={20_000}
          aria-describedby="financeurs-comment"
        />
        <small id="financeurs-comment" class="soft">
          {say("signFundersHow")}
        </small>
      </p>
      <button type="submit">{say("sign")}</button>
    </form>
  );
}

function Signed({ view, signed }: Pick<Shown, "view" | "signed">) {
  const words = observatoryWords(view);
  if (signed.length === 0) return null;
  return (
    <section class="screen-only">
      <h2>{words.say("signedTitle")}</h2>
      <ul>
        {signed.map(({ id, from, to, signedAt }) => (
          <li>
            <a href={`/desk/observatoire/signes/${id}`}>
              {words.say("signedOne", {
                ...{ from: words.day(from), to: words.day(to) },
                day: view.moment(signedAt, "day"),
              })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
