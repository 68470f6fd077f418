import type { Instant } from "../base/time.ts";
import { Notice, type Told } from "./boxes.tsx";
import type { Open } from "./conversation-head.tsx";
import { MotifLinks } from "./motif-inputs.tsx";
import { UrgentForm } from "./urgent-form.tsx";
import { nameOf } from "./words.ts";

export interface Slots extends Open {
  /** The motif they are of; null for the usual one. */
  readonly motif: string | null;
  readonly slots: readonly {
    readonly id: string;
    readonly site: string;
    readonly start: Instant;
  }[];
  readonly told: Told | null;
}

/** Free times, place by place: one tap sends the proposal. */
export function SlotsColumn({ view, file, motif, slots, told }: Slots) {
  const { say, moment, structure, worker } = view;
  const { conversation } = file;
  const isMine = conversation.heldBy === "worker" && conversation.workerId === worker.id;
  const back = `/desk/conversations/${conversation.id}`;
  const places = [structure.siege, ...structure.sites].filter(({ id }) =>
    slots.some(({ site }) => site === id),
  );
  return (
    <section class="conversation slots" aria-labelledby="heures">
      <header class="conversation-head">
        <h2 id="heures">{say("slotsTitle", { name: nameOf(view, file.firstName) })}</h2>
        <a class="button button-quiet" href={back}>
          {say("back")}
        </a>
      </header>
      <Notice view={view} file={file} told={told} />
      <p class="soft">{say(isMine ? "slotsHow" : "slotsNotYours")}</p>
      <MotifLinks view={view} chosen={motif} address={`${back}/rendez-vous`} />
      {places.length === 0 ? (
        <div class="empty">
          <p>
            <strong>{say("slotsNone")}</strong>
          </p>
          <p>{say("slotsNoneHow")}</p>
        </div>
      ) : null}
      {isMine && places.length > 0 ? (
        <form method="post" action={`${back}/rendez-vous`}>
          <Agreed view={view} file={file} />
          {motif ? <input type="hidden" name="motif" value={motif} /> : null}
          {places.map(({ id, name }) => (
            <section class="place">
              <h3>{name}</h3>
              <div class="times">
                {slots
                  .filter(({ site }) => site === id)
                  .map((slot) => (
                    <button type="submit" name="heure" value={slot.id}>
                      {moment(slot.start)}
                    </button>
                  ))}
              </div>
            </section>
          ))}
        </form>
      ) : null}
      {isMine ? <UrgentForm view={view} action={`${back}/urgent`} motif={motif} /> : null}
    </section>
  );
}

/** Where it was agreed on elsewhere: booked at once, perhaps in the place of the one they have. */
function Agreed({ view, file }: Open) {
  const { say, moment } = view;
  const [next] = file.upcoming.filter(({ status }) => status === "booked");
  return (
    <div class="agreed">
      <label class="check">
        <input type="checkbox" name="accord" value="1" /> {say("slotsAgreed")}
      </label>
      {next ? (
        <label class="check">
          <input type="checkbox" name="remplace" value={`${next.id}.${next.version}`} />{" "}
          {say("slotsReplaces", { when: moment(next.start) })}
        </label>
      ) : null}
    </div>
  );
}
