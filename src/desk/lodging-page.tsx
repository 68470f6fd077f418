import { addDays, type LocalDate } from "../base/time.ts";
import {
  dwellingSizes,
  type Lodging,
  occupiedOn,
  type StayKind,
  stayKinds,
} from "../observatory/stays.ts";
import type { KeptStay } from "../store/stay-store.ts";
import { dayWords, lodgingWords, StayForm, StayLine } from "./stay-lines.tsx";
import { codeOf, type View } from "./words.ts";

export const lodgingTellings = [
  ...(["kept", "stale", "gone", "badDate", "badOrder", "noHome", "noEntry", "noExit"] as const),
  ...(["home", "homeGone", "homeUsed", "badHome"] as const),
] as const;
export type LodgingTold = (typeof lodgingTellings)[number];

export interface LodgingShown {
  readonly view: View;
  readonly today: LocalDate;
  readonly lodgings: readonly Lodging[];
  /** Those that are open. */
  readonly stays: readonly KeptStay[];
  readonly told: LodgingTold | null;
  /** The conversation that a new request is for; null for none. */
  readonly asksFor: string | null;
}

const daysShown = 14;

/** Homes for a while: the free places day by day, who asks, who lives there, and the commissions to come. */
export function LodgingPage({ view, today, lodgings, stays, told, asksFor }: LodgingShown) {
  const say = lodgingWords(view);
  const isGood = told === "kept" || told === "home" || told === "homeGone";
  return (
    <section class="agenda lodging">
      <h1>{say("title")}</h1>
      <p>{say("how")}</p>
      {told ? (
        <p class={isGood ? "notice" : "notice notice-attention"} role="status">
          {say(`told_${told}`)}
        </p>
      ) : null}
      <Commissions view={view} today={today} stays={stays} />
      {stayKinds.map((kind) => (
        <Kind {...{ view, kind, today, lodgings, stays }} />
      ))}
      <details id="nouvelle" open={asksFor !== null}>
        <summary class="button">{say("addRequest")}</summary>
        {asksFor === null ? null : <p>{say("forCode", { code: codeOf(asksFor) })}</p>}
        <StayForm {...{ view, lodgings, today, stay: null, conversation: asksFor }} />
      </details>
      <Homes view={view} lodgings={lodgings} today={today} />
    </section>
  );
}

interface KindShown extends Omit<LodgingShown, "told" | "asksFor"> {
  readonly kind: StayKind;
}

function Kind({ view, kind, today, lodgings, stays }: KindShown) {
  const say = lodgingWords(view);
  const homes = lodgings.filter((one) => one.kind === kind);
  const own = stays.filter((one) => one.kind === kind);
  if (homes.length === 0 && own.length === 0) return null;
  const waiting = own.filter(({ state }) => state !== "in");
  const living = own.filter(({ state }) => state === "in");
  return (
    <section aria-labelledby={`genre-${kind}`}>
      <h2 id={`genre-${kind}`}>{say(`kind_${kind}`)}</h2>
      <FreePlaces {...{ view, kind, today, lodgings: homes, stays: own }} />
      <h3>{say("requests", { count: waiting.length })}</h3>
      {waiting.length === 0 ? <p class="soft">{say("requestsNone")}</p> : null}
      <ul class="feeds">
        {waiting.map((stay) => (
          <StayLine {...{ view, stay, lodgings, today }} />
        ))}
      </ul>
      <h3>{say("living", { count: living.length })}</h3>
      <ul class="feeds">
        {living.map((stay) => (
          <StayLine {...{ view, stay, lodgings, today }} />
        ))}
      </ul>
    </section>
  );
}

/** A row for each dwelling, a column for each of the days to come: how many places are free that night. */
function FreePlaces({ view, kind, today, lodgings, stays }: KindShown) {
  const say = lodgingWords(view);
  if (lodgings.length === 0) return <p class="soft">{say("homesNone")}</p>;
  const days = Array.from({ length: daysShown }, (_, ahead) => addDays(today, ahead));
  const nights = days.map((day) => occupiedOn(lodgings, stays, day));
  const freeOf = (home: Lodging, place: number) => {
    const night = nights[place]?.find(({ lodging }) => lodging.id === home.id);
    return night ? home.places - night.taken : null;
  };
  return (
    <section
      class="wide-table"
      tabindex={0}
      aria-label={say("freeOf", { kind: say(`kind_${kind}`) })}
    >
      <table>
        <caption>{say("free")}</caption>
        <thead>
          <tr>
            <th scope="col">{say("home")}</th>
            {days.map((day) => (
              <th scope="col">{dayWords(view, day, "shortDay")}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lodgings.map((home) => (
            <tr>
              <th scope="row">{home.name}</th>
              {days.map((_, place) => (
                <td>{freeOf(home, place) ?? say("notOurs")}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The days on which a commission looks at requests, each with its sheet to print. */
function Commissions({ view, today, stays }: Pick<LodgingShown, "view" | "today" | "stays">) {
  const say = lodgingWords(view);
  const days = new Set(
    stays.flatMap(({ state, commissionOn }) =>
      state === "commission" && commissionOn !== null ? [commissionOn] : [],
    ),
  );
  if (days.size === 0) return null;
  return (
    <ul>
      {[...days].sort().map((day) => (
        <li>
          <a href={`/desk/hebergement/commission?jour=${day}`}>
            {say("commissionOf", { day: dayWords(view, day) })}
          </a>
          {day < today ? ` (${say("commissionPast")})` : ""}
        </li>
      ))}
    </ul>
  );
}

function Homes({ view, lodgings, today }: Pick<LodgingShown, "view" | "lodgings" | "today">) {
  const say = lodgingWords(view);
  return (
    <details>
      <summary class="button button-quiet">{say("homes")}</summary>
      <ul class="feeds">
        {lodgings.map(({ id, kind, name, town, places, from, until }) => (
          <li>
            <form method="post" action="/desk/hebergement/logement/retirer">
              <p>
                {say("homeOf", { name, kind: say(`kind_${kind}`), places })}
                {town ? `, ${town}` : ""},{" "}
                {until === null
                  ? say("homeSince", { from: dayWords(view, from) })
                  : say("homeBetween", {
                      from: dayWords(view, from),
                      until: dayWords(view, until),
                    })}
              </p>
              <input type="hidden" name="quoi" value={id} />
              <label for={`fin-${id}`}>{say("homeUntil")}</label>
              <input id={`fin-${id}`} name="au" type="date" value={until ?? ""} />
              <button type="submit" formaction="/desk/hebergement/logement/fin">
                {say("keep")}
                <span class="visually-hidden"> {name}</span>
              </button>
              <button type="submit" class="button-quiet">
                {say("homeRemove")}
                <span class="visually-hidden"> {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form class="new-feed" method="post" action="/desk/hebergement/logement">
        <h3>{say("homeAdd")}</h3>
        <label for="logement-nom">{say("homeName")}</label>
        <input id="logement-nom" name="nom" maxlength={60} required />
        <label for="logement-type">{say("kind")}</label>
        <select id="logement-type" name="type">
          {stayKinds.map((kind) => (
            <option value={kind}>{say(`kind_${kind}`)}</option>
          ))}
        </select>
        <label for="logement-ville">{say("homeTown")}</label>
        <input id="logement-ville" name="ville" maxlength={60} />
        <label for="logement-places">{say("homePlaces")}</label>
        <input
          id="logement-places"
          name="places"
          type="number"
          min="1"
          max="200"
          value="1"
          required
        />
        <label for="logement-taille">{say("homeSize")}</label>
        <select id="logement-taille" name="taille">
          <option value="">{say("homeSizeUnknown")}</option>
          {dwellingSizes.map((size) => (
            <option value={size}>{view.speak({ key: `observatoire:dwelling_${size}` })}</option>
          ))}
        </select>
        <label for="logement-bailleur">{say("homeLandlord")}</label>
        <input id="logement-bailleur" name="bailleur" maxlength={60} />
        <label for="logement-du">{say("homeFrom")}</label>
        <input id="logement-du" name="du" type="date" value={today} required />
        <label for="logement-au">{say("homeUntil")}</label>
        <input id="logement-au" name="au" type="date" />
        <button type="submit">{say("keep")}</button>
      </form>
    </details>
  );
}
