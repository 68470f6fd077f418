import type { View } from "./words.ts";

/** How long a code serves, in minutes. */
export const codeMinutes = 15;

interface AlertPhoneProps {
  readonly view: View;
  readonly isPaired: boolean;
  /** Just made, and shown this once. */
  readonly code: string | null;
}

/** The phone that is told of a danger at night: whose it is, whether it is paired, and how. */
export function AlertPhone({ view, isPaired, code }: AlertPhoneProps) {
  const { say, structure, worker } = view;
  const isOnCall = structure.onCall?.email === worker.email;
  return (
    <section class="agenda" aria-labelledby="alertes">
      <h2 id="alertes">{say("alertTitle")}</h2>
      <p>{say("alertWho")}</p>
      {structure.onCall ? null : <p>{say("alertNobody")}</p>}
      {structure.onCall && !isOnCall ? <p>{say("alertNotYou")}</p> : null}
      {isOnCall ? <p>{say(isPaired ? "alertPaired" : "alertNotPaired")}</p> : null}
      {code === null ? null : (
        <p role="status">
          <strong>{say("alertType", { code, minutes: codeMinutes })}</strong>
        </p>
      )}
      {isOnCall ? (
        <form method="post" action="/desk/aide/alerte">
          <button type="submit">{say("alertCode")}</button>
          {isPaired ? (
            <button type="submit" name="oublier" value="1" class="button-quiet">
              {say("alertForget")}
            </button>
          ) : null}
        </form>
      ) : null}
    </section>
  );
}
