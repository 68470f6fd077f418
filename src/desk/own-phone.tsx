import { newsLevels } from "../appointments/agenda-news.ts";
import { agendaName } from "../repertoire/agenda-names.ts";
import type { AgendaChoice } from "../store/agenda-phones.ts";
import type { View } from "./words.ts";

/** How long a code serves, in minutes. */
export const codeMinutes = 15;

interface OwnPhoneProps {
  readonly view: View;
  readonly isPaired: boolean;
  readonly choice: AgendaChoice;
  /** Just made, and shown this once. */
  readonly code: string | null;
}

/** A worker's own phone: how it is paired, what it asks after an appointment, and the alerts at night. */
export function OwnPhone({ view, isPaired, choice, code }: OwnPhoneProps) {
  const { say } = view;
  const words = (key: string) => view.speak({ key: `agendas:${key}` });
  return (
    <section class="agenda" aria-labelledby="telephone">
      <h2 id="telephone">{words("phone")}</h2>
      <p>{words("phoneHow")}</p>
      <p>{isPaired ? words("phonePaired") : say("alertNotPaired")}</p>
      {code === null ? null : (
        <p role="status">
          <strong>{say("alertType", { code, minutes: codeMinutes })}</strong>
        </p>
      )}
      <form method="post" action="/desk/aide/alerte">
        <button type="submit">{say("alertCode")}</button>
        {isPaired ? (
          <button type="submit" name="oublier" value="1" class="button-quiet">
            {words("phoneForget")}
          </button>
        ) : null}
      </form>
      <OwnAgenda view={view} choice={choice} />
      <NightAlerts view={view} isPaired={isPaired} />
    </section>
  );
}

function OwnAgenda({ view, choice }: Pick<OwnPhoneProps, "view" | "choice">) {
  const words = (key: string) => view.speak({ key: `agendas:${key}` });
  const { structure } = view;
  return (
    <>
      <h3>{words("own")}</h3>
      <form class="new-feed" method="post" action="/desk/aide/agenda">
        <label for="agenda">{words("ownWhich")}</label>
        <select id="agenda" name="agenda">
          <option value="">{words("ownNone")}</option>
          {structure.workers.map(({ id }) => (
            <option value={id} selected={id === choice.agenda}>
              {agendaName(structure, id)}
            </option>
          ))}
        </select>
        <p class="soft">{words("ownHow")}</p>
        <label class="check">
          <input type="checkbox" name="matin" value="1" checked={choice.morningList} />{" "}
          {words("ownMorning")}
        </label>
        <label for="nouvelles">{words("ownNews")}</label>
        <select id="nouvelles" name="nouvelles">
          {newsLevels.map((level) => (
            <option value={level} selected={level === choice.news}>
              {words(`ownNews_${level}`)}
            </option>
          ))}
        </select>
        <button type="submit">{words("ownKeep")}</button>
      </form>
    </>
  );
}

/** Who is told of a danger at night, and whether it is you. */
function NightAlerts({ view, isPaired }: Pick<OwnPhoneProps, "view" | "isPaired">) {
  const { say, structure, worker } = view;
  const isOnCall = structure.onCall?.email === worker.email;
  return (
    <>
      <h3>{say("alertTitle")}</h3>
      <p>{say("alertWho")}</p>
      {structure.onCall ? null : <p>{say("alertNobody")}</p>}
      {structure.onCall && !isOnCall ? <p>{say("alertNotYou")}</p> : null}
      {isOnCall ? <p>{say(isPaired ? "alertPaired" : "alertNotPaired")}</p> : null}
    </>
  );
}
