import { partnerKinds, partnerState } from "../appointments/prescriptions.ts";
import type { SaidValues } from "../base/message.ts";
import type { Instant } from "../base/time.ts";
import type { PartnerRequest, Prescriber } from "../store/prescription-store.ts";
import type { View } from "./words.ts";

/** What may have become of the last act: the texts that say it. */
export const partnerTellings = ["done_revoked", "done_oriented"] as const;
export type PartnerTold = (typeof partnerTellings)[number];

export interface PartnersShown {
  readonly view: View;
  readonly prescribers: readonly Prescriber[];
  readonly requests: readonly PartnerRequest[];
  /** A link just made: its address is shown once. */
  readonly made: {
    readonly name: string;
    readonly address: string;
    readonly until: Instant;
  } | null;
  readonly told: PartnerTold | null;
}

/** The partners' links, made, shown once and cut; and what partners asked for. */
export function PartnersPage({ view, prescribers, requests, made, told }: PartnersShown) {
  const say = partnerWords(view);
  return (
    <section class="agenda partners">
      <h1>{say("deskTitle")}</h1>
      <p class="soft">{say("deskHow")}</p>
      <div role="status">
        {told ? <p class="notice">{say(told)}</p> : null}
        {made ? (
          <p class="notice">
            {say("deskMade", { name: made.name, day: view.moment(made.until, "day") })}{" "}
            <code class="break-anywhere">{made.address}</code>
          </p>
        ) : null}
      </div>
      <NewLink view={view} />
      <Links view={view} prescribers={prescribers} />
      <Requests view={view} requests={requests} />
    </section>
  );
}

/** The words of partners, by their key. */
export function partnerWords({ speak }: View) {
  return (key: string, values?: SaidValues) =>
    speak({ key: `partenaires:${key}`, ...(values ? { values } : {}) });
}

function NewLink({ view }: { readonly view: View }) {
  const say = partnerWords(view);
  return (
    <section class="part">
      <h2>{say("deskNew")}</h2>
      <form method="post" action="/desk/partenaires" class="new-feed">
        <label for="nom">{say("deskName")}</label>
        <input id="nom" name="nom" type="text" maxlength={80} required autocomplete="off" />
        <label for="type">{say("deskKind")}</label>
        <select id="type" name="type">
          {partnerKinds.map((kind) => (
            <option value={kind}>{say(`kind_${kind}`)}</option>
          ))}
        </select>
        <button type="submit" class="button-main">
          {say("deskMake")}
        </button>
      </form>
    </section>
  );
}

function Links({ view, prescribers }: Pick<PartnersShown, "view" | "prescribers">) {
  const say = partnerWords(view);
  return (
    <section class="part">
      <h2>{say("deskLinks")}</h2>
      {prescribers.length === 0 ? <p>{say("deskNoLinks")}</p> : null}
      <ul>
        {prescribers.map(({ id, name, kind, expiresAt }) => (
          <li>
            <form method="post" action={`/desk/partenaires/${id}/couper`}>
              <strong>{name}</strong> {say(`kind_${kind}`)},{" "}
              {say("deskUntil", { day: view.moment(expiresAt, "day") })}{" "}
              <button type="submit" aria-label={say("deskRevokeOf", { name })}>
                {say("deskRevoke")}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Requests({ view, requests }: Pick<PartnersShown, "view" | "requests">) {
  const say = partnerWords(view);
  return (
    <section class="part">
      <h2>{say("deskRequests")}</h2>
      {requests.length === 0 ? <p>{say("deskNoRequests")}</p> : null}
      <ul>
        {requests.map((request) => {
          const state = partnerState(request, view.now);
          return (
            <li>
              <form method="post" action={`/desk/partenaires/demandes/${request.id}/oriente`}>
                {request.name}, {request.partner},{" "}
                {say("askedOn", { day: view.moment(request.askedAt, "day") })} :{" "}
                <strong>{say(`state_${state}`)}</strong>{" "}
                {state === "seen" ? (
                  <button type="submit" aria-label={say("deskOrientOf", { name: request.name })}>
                    {say("deskOrient")}
                  </button>
                ) : null}
              </form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
