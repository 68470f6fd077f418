import { dossierKinds, dossierStates } from "../appointments/dossiers.ts";
import { at, dateIn } from "../base/time.ts";
import type { Dossier } from "../store/dossier-store.ts";
import { longestWords } from "./dossier-form.ts";
import { codeOf, type View } from "./words.ts";

export const dossierTellings = ["kept", "gone", "badDate"] as const;
export type DossierTold = (typeof dossierTellings)[number];

export function dossierWords(view: View) {
  return (key: string, values = {}) => view.speak({ key: `dossiers:${key}`, values });
}

interface DossiersShown {
  readonly view: View;
  readonly dossiers: readonly Dossier[];
  readonly told: DossierTold | null;
}

/** All that is open, the next date first. */
export function DossiersPage({ view, dossiers, told }: DossiersShown) {
  const say = dossierWords(view);
  return (
    <section class="agenda dossiers">
      <h1>{say("title")}</h1>
      <p>{say("how")}</p>
      <p>
        <a href="/desk/vendredi">{say("friday")}</a>
      </p>
      {told ? (
        <p class={told === "kept" ? "notice" : "notice notice-attention"} role="status">
          {say(told)}
        </p>
      ) : null}
      {dossiers.length === 0 ? (
        <div class="empty">
          <p>
            <strong>{say("none")}</strong>
          </p>
          <p>{say("noneHow")}</p>
        </div>
      ) : (
        <ul class="feeds">
          {dossiers.map((dossier) => (
            <DossierLine view={view} dossier={dossier} />
          ))}
        </ul>
      )}
      <details>
        <summary class="button">{say("add")}</summary>
        <DossierForm view={view} dossier={null} conversation={null} />
      </details>
    </section>
  );
}

interface OfConversation extends Pick<DossiersShown, "view" | "dossiers"> {
  readonly conversation: string;
}

/** Those of one conversation, the closed ones too, and a form for another. */
export function ConversationDossiers({ view, dossiers, conversation }: OfConversation) {
  const say = dossierWords(view);
  return (
    <section class="agenda dossiers">
      <h1>{say("title")}</h1>
      <p>
        <a href={`/desk/conversations/${conversation}`}>
          {say("see")} <span class="code">{codeOf(conversation)}</span>
        </a>
      </p>
      {dossiers.length === 0 ? <p class="soft">{say("none")}</p> : null}
      <ul class="feeds">
        {dossiers.map((dossier) => (
          <DossierLine view={view} dossier={dossier} />
        ))}
      </ul>
      <h2>{say("add")}</h2>
      <DossierForm view={view} dossier={null} conversation={conversation} />
    </section>
  );
}

/** One file on one line, and behind it the form that changes it. */
function DossierLine({ view, dossier }: { readonly view: View; readonly dossier: Dossier }) {
  const say = dossierWords(view);
  const { conversation, kind, state, missing, note } = dossier;
  return (
    <li>
      <p>
        <strong>{say(`kind_${kind}`)}</strong> <span class="badge">{say(`state_${state}`)}</span>{" "}
        <DayOf view={view} dossier={dossier} />
      </p>
      <p class="soft">
        {conversation ? (
          <a href={`/desk/conversations/${conversation}`}>
            {say("see")} <span class="code">{codeOf(conversation)}</span>
          </a>
        ) : (
          say("noChannel")
        )}
        {missing ? ` · ${say("missingIs", { what: missing })}` : ""}
        {note ? ` · ${note}` : ""}
      </p>
      <details>
        <summary>
          {say("change")}
          <span class="visually-hidden"> {say(`kind_${kind}`)}</span>
        </summary>
        <DossierForm view={view} dossier={dossier} conversation={conversation} />
      </details>
    </li>
  );
}

/** The next day, and that it is over. */
export function DayOf({ view, dossier }: { readonly view: View; readonly dossier: Dossier }) {
  const say = dossierWords(view);
  const { nextOn } = dossier;
  if (nextOn === null) return null;
  const { zone } = view.structure;
  const day = `${view.moment(at(zone, nextOn, "12:00"), "day")} ${nextOn.slice(0, 4)}`;
  return nextOn < dateIn(zone, view.now) ? (
    <span class="badge badge-attention">{say("late", { day })}</span>
  ) : (
    <span>{say("on", { day })}</span>
  );
}

interface FormProps {
  readonly view: View;
  /** Null for a new one. */
  readonly dossier: Dossier | null;
  readonly conversation: string | null;
}

function DossierForm({ view, dossier, conversation }: FormProps) {
  const say = dossierWords(view);
  const id = dossier?.id ?? "nouveau";
  return (
    <form class="filing-form" method="post" action="/desk/dossiers">
      <input type="hidden" name="id" value={dossier?.id ?? view.door.ids.next()} />
      {conversation ? <input type="hidden" name="conversation" value={conversation} /> : null}
      <label for={`type-${id}`}>{say("kind")}</label>
      <select id={`type-${id}`} name="type">
        {dossierKinds.map((one) => (
          <option value={one} selected={one === dossier?.kind}>
            {say(`kind_${one}`)}
          </option>
        ))}
      </select>
      <label for={`etat-${id}`}>{say("state")}</label>
      <select id={`etat-${id}`} name="etat">
        {dossierStates.map((one) => (
          <option value={one} selected={one === dossier?.state}>
            {say(`state_${one}`)}
          </option>
        ))}
      </select>
      <label for={`date-${id}`}>{say("nextOn")}</label>
      <input
        id={`date-${id}`}
        type="date"
        name="date"
        value={dossier?.nextOn ?? ""}
        aria-describedby={`aide-${id}`}
      />
      <p id={`aide-${id}`} class="soft">
        {say("nextOnHow")}
      </p>
      <label for={`manque-${id}`}>{say("missing")}</label>
      <input
        id={`manque-${id}`}
        name="manque"
        maxlength={longestWords}
        value={dossier?.missing ?? ""}
      />
      <label for={`note-${id}`}>{say("note")}</label>
      <textarea id={`note-${id}`} name="note" rows={2} maxlength={longestWords}>
        {dossier?.note ?? ""}
      </textarea>
      {conversation ? (
        <label class="check">
          <input type="checkbox" name="rappeler" checked={dossier?.reminds ?? false} />{" "}
          {say("reminds")}
        </label>
      ) : null}
      <button type="submit">{say("keep")}</button>
    </form>
  );
}
