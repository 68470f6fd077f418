import { capacityOf, type Gathering, gatheringKinds } from "../appointments/gatherings.ts";
import type { SaidValues } from "../base/message.ts";
import { placeById, placesOf } from "../repertoire/places.ts";
import type { View } from "./words.ts";

export const workshopTellings = [
  ...(["done_laid", "done_seats", "done_cancelled", "done_counted", "refused", "tooFew"] as const),
] as const;
export type WorkshopTold = (typeof workshopTellings)[number];

/** The words of these pages, by their key. */
export function workshopWords({ speak }: View) {
  return (key: string, values?: SaidValues) =>
    speak({ key: `reunions:${key}`, ...(values ? { values } : {}) });
}

export interface WorkshopsShown {
  readonly view: View;
  readonly list: readonly Gathering[];
  readonly told: WorkshopTold | null;
}

/** Workshops, forums and days in the street: those to come, those that were, and how to lay down more. */
export function WorkshopsPage({ view, list, told }: WorkshopsShown) {
  const say = workshopWords(view);
  const ahead = list.filter(({ start }) => start >= view.now);
  const past = list.filter(({ start }) => start < view.now).toReversed();
  return (
    <section class="agenda waiting-list supply">
      <h1>{say("title")}</h1>
      <div role="status">{told ? <p class="notice">{say(told)}</p> : null}</div>
      <h2>{say("ahead")}</h2>
      {ahead.length === 0 ? (
        <div class="empty">
          <p>
            <strong>{say("none")}</strong>
          </p>
          <p>{say("noneHow")}</p>
        </div>
      ) : (
        <Gatherings view={view} list={ahead} />
      )}
      <Add view={view} />
      {past.length > 0 ? (
        <>
          <h2>{say("past")}</h2>
          <Gatherings view={view} list={past} />
        </>
      ) : null}
    </section>
  );
}

interface Listed {
  readonly view: View;
  readonly list: readonly Gathering[];
}

/** Each with its day, its place and how many are registered or came. */
export function Gatherings({ view, list }: Listed) {
  return (
    <ul>
      {list.map((gathering) => (
        <li class="misheard">
          <p>
            <a href={`/desk/ateliers/${gathering.id}`}>
              <strong>{gathering.words.title}</strong>, {view.moment(gathering.start)}
            </a>
          </p>
          <p class="row-meta">
            <span>{whereOf(view, gathering)}</span>
            <span>{countOf(view, gathering)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}

export function whereOf({ structure }: View, { site, words }: Gathering): string {
  return placeById(structure, site)?.name ?? words.place;
}

/** "7 inscrits sur 13, 2 en attente", or how many came. */
export function countOf(view: View, gathering: Gathering): string {
  const say = workshopWords(view);
  const { state, kind, total, taken, waiting } = gathering;
  if (state === "cancelled") return say("isCancelled");
  if (total !== null) return say("came", { total });
  if (kind !== "workshop") return say("notCounted");
  const counts = { taken, capacity: capacityOf(gathering), waiting };
  return say(waiting > 0 ? "registeredAndWaiting" : "registered", counts);
}

function Add({ view }: { readonly view: View }) {
  const say = workshopWords(view);
  return (
    <details>
      <summary>{say("add")}</summary>
      <form method="post" action="/desk/ateliers">
        <p>
          <label for="sorte">{say("kind")}</label>
          <select id="sorte" name="sorte">
            {gatheringKinds.map((kind) => (
              <option value={kind}>{say(`kind_${kind}`)}</option>
            ))}
          </select>
        </p>
        <Input view={view} name="titre" label="name" required />
        <p>
          <label for="lieu">{say("where")}</label>
          <select id="lieu" name="lieu">
            {placesOf(view.structure).map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
            <option value="">{say("elsewhere")}</option>
          </select>
        </p>
        <Input view={view} name="ailleurs" label="elsewhereWhere" />
        <Input view={view} name="jour" label="day" type="date" required />
        <Input view={view} name="de" label="from" type="time" required />
        <Input view={view} name="a" label="to" type="time" required />
        <Input view={view} name="places" label="seats" type="number" />
        <p class="soft">{say("extraHow")}</p>
        <Input view={view} name="plus" label="extra" type="number" />
        <p class="soft">{say("seriesHow")}</p>
        <Input view={view} name="fois" label="times" type="number" />
        <Input view={view} name="semaines" label="weeks" type="number" />
        <Input view={view} name="public" label="audience" />
        <Input view={view} name="apporter" label="bring" />
        <Input view={view} name="partenaire" label="partner" />
        <button type="submit">{say("keep")}</button>
      </form>
    </details>
  );
}

interface Field {
  readonly view: View;
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "date" | "time" | "number";
  readonly required?: boolean;
  readonly value?: string;
}

export function Input({ view, name, label, type = "text", required = false, value = "" }: Field) {
  return (
    <p>
      <label for={name}>{workshopWords(view)(label)}</label>
      <input
        id={name}
        name={name}
        type={type}
        required={required}
        value={value}
        {...(type === "number" ? { min: "0", max: "999", inputmode: "numeric" } : {})}
      />
    </p>
  );
}
