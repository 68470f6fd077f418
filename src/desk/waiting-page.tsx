import { bands } from "../appointments/waiting-list.ts";
import type { PastOffer } from "../appointments/waiting-list-plan.ts";
import type { SaidValues } from "../base/message.ts";
import { saidDay } from "../base/said.ts";
import { localDate } from "../base/time.ts";
import { placesOf } from "../repertoire/places.ts";
import type { Listed } from "../store/waiting-list-store.ts";
import { codeOf, nameOf, type View } from "./words.ts";

/** What may have become of the last act: the texts that say it. */
export const waitingTellings = ["done_band", "done_removed"] as const;
export type WaitingTold = (typeof waitingTellings)[number];

/** Free times are counted over so many days, to say whether some are missing. */
export const shortageDays = 14;

export interface WaitingShown {
  readonly view: View;
  /** In the fair order. */
  readonly list: readonly Listed[];
  readonly names: ReadonlyMap<string, string>;
  /** Times that are free within `shortageDays`. */
  readonly free: number;
  readonly told: WaitingTold | null;
}

/** Who waits for a time, in the order in which they are offered one, and why somebody was passed by. */
export function WaitingPage({ view, list, names, free, told }: WaitingShown) {
  const say = wordsOf(view);
  const counts = { waiting: list.length, free, days: shortageDays };
  const isShort = list.length > free;
  return (
    <section class="agenda waiting-list">
      <h1>{say("title")}</h1>
      <div role="status">{told ? <p class="notice">{say(told)}</p> : null}</div>
      {list.length === 0 ? (
        <div class="empty">
          <p>
            <strong>{say("empty")}</strong>
          </p>
          <p>{say("emptyHow")}</p>
        </div>
      ) : (
        <>
          <p class={isShort ? "notice" : "soft"}>{say(isShort ? "shortage" : "enough", counts)}</p>
          <p class="soft">{say("how")}</p>
          <ol>
            {list.map((listed) => (
              <Turn view={view} listed={listed} name={names.get(listed.person) ?? null} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

/** The words of the waiting list, by their key. */
export function wordsOf({ speak }: View) {
  return (key: string, values?: SaidValues) =>
    speak({ key: `attente:${key}`, ...(values ? { values } : {}) });
}

interface OneTurn {
  readonly view: View;
  readonly listed: Listed;
  readonly name: string | null;
}

function Turn({ view, listed, name }: OneTurn) {
  const say = wordsOf(view);
  const { entry } = listed;
  const because = listed.barred ?? listed.passedBecause;
  return (
    <li class="misheard">
      <p>
        <a href={`/desk/conversations/${entry.conversation}`}>{nameOf(view, name)}</a>{" "}
        <span class="code">{codeOf(entry.conversation)}</span> {say(`kind_${entry.kind}`)}
      </p>
      <p class="row-meta">
        <span>{say("since", { day: view.moment(entry.since, "day") })}</span>
        <span>{wishWords(view, listed).join(" · ")}</span>
      </p>
      <p class="row-meta">
        <span>{lastOfferWords(view, listed.offers)}</span>
        {because === null ? null : <span>{say(`passed_${because}`)}</span>}
      </p>
      <Acts view={view} listed={listed} name={nameOf(view, name)} />
    </li>
  );
}

function wishWords(view: View, { entry: { wish } }: Listed): readonly string[] {
  const say = wordsOf(view);
  const places = placesOf(view.structure).filter(({ id }) => wish.sites?.includes(id) ?? false);
  // the first of January 2024 was a Monday
  const days = wish.days?.map((day) =>
    view.speak(saidDay(localDate(`2024-01-0${day}`), "weekday")),
  );
  return [
    places.length > 0 ? places.map(({ shortName }) => shortName).join(", ") : say("anyPlace"),
    days?.join(", ") ?? say("anyDay"),
    say(`half_${wish.half}`),
    ...(wish.phone ? [say("phone")] : []),
  ];
}

function lastOfferWords(view: View, offers: readonly PastOffer[]): string {
  const last = offers.toSorted((one, other) => other.at - one.at)[0];
  if (!last) return wordsOf(view)("noOffer");
  return wordsOf(view)(`offer_${last.became}`, { when: view.moment(last.start) });
}

function Acts({
  view,
  listed: { entry },
  name,
}: {
  readonly view: View;
  readonly listed: Listed;
  readonly name: string;
}) {
  const say = wordsOf(view);
  return (
    <>
      <form method="post" action={`/desk/attente/${entry.id}/priorite`}>
        <fieldset class="marks">
          <legend class="visually-hidden">{say("bandOf", { name })}</legend>
          {bands.map((band) => (
            <button
              type="submit"
              name="priorite"
              value={String(band)}
              aria-pressed={entry.band === band ? "true" : "false"}
            >
              {say(`band_${band}`)}
            </button>
          ))}
        </fieldset>
      </form>
      <details>
        <summary>{say("remove")}</summary>
        <p class="soft">{say("removeHow")}</p>
        <form method="post" action={`/desk/attente/${entry.id}/retirer`}>
          <button type="submit">{say("removeNow")}</button>
        </form>
      </details>
    </>
  );
}
