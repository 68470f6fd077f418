import type { StoredBell } from "../store/bell-store.ts";
import type { CalledWhen } from "../store/call-store.ts";
import type { View } from "./words.ts";

/** What a worker chose about being told that somebody waits. */
export interface OwnCallsChoice {
  readonly when: CalledWhen | null;
  readonly bells: readonly Pick<StoredBell, "kind">[];
}

const choices = ["none", "first", "backup"] as const;

/** Whether a worker is told that somebody waits, and on which devices. */
export function OwnCalls({
  view,
  choice,
}: {
  readonly view: View;
  readonly choice: OwnCallsChoice;
}) {
  const words = (key: string, values = {}) => view.speak({ key: `agendas:${key}`, values });
  return (
    <section class="agenda" aria-labelledby="appels">
      <h2 id="appels">{words("calls")}</h2>
      <p>{words("callsHow")}</p>
      <form class="new-feed" method="post" action="/desk/aide/appels">
        <fieldset>
          <legend class="visually-hidden">{words("calls")}</legend>
          {choices.map((one) => (
            <label class="check">
              <input
                type="radio"
                name="quand"
                value={one}
                checked={one === (choice.when ?? "none")}
              />{" "}
              {words(`calls_${one}`)}
            </label>
          ))}
        </fieldset>
        <button type="submit">{words("callsKeep")}</button>
      </form>
      <label class="check" hidden>
        <input type="checkbox" id="son" /> {words("sound")}
      </label>
      {view.door.pushKey === null ? null : (
        <Devices {...{ view, words, pushKey: view.door.pushKey, count: choice.bells.length }} />
      )}
    </section>
  );
}

interface DevicesProps {
  readonly view: View;
  readonly pushKey: string;
  readonly count: number;
  words(key: string, values?: Readonly<Record<string, unknown>>): string;
}

function Devices({ pushKey, count, words }: DevicesProps) {
  return (
    <div
      data-bell
      data-key={pushKey}
      data-worker="/desk/appareil.js"
      data-address="/desk/aide/appareil"
    >
      <h3>{words("bell")}</h3>
      <p>{words("bellHow")}</p>
      {count > 0 ? (
        <form method="post" action="/desk/aide/appareils">
          <p role="status">{words("bellOn", { count })}</p>
          <button type="submit" class="button-quiet">
            {words("bellOff")}
          </button>
        </form>
      ) : null}
      <p role="status" data-told="unable" hidden={false}>
        {words("bellUnable")}
      </p>
      <p role="alert" data-told="denied" hidden>
        {words("bellDenied")}
      </p>
      <p role="alert" data-told="failed" hidden>
        {words("bellFailed")}
      </p>
      <button type="button" data-ask hidden>
        {words("bellAsk")}
      </button>
    </div>
  );
}
