import type { Refusal } from "../appointments/slots.ts";
import { saidDay } from "../base/said.ts";
import type { LocalDate } from "../base/time.ts";
import { agendaName } from "../repertoire/agenda-names.ts";
import { placeById } from "../repertoire/places.ts";
import { MotifChoice } from "./motif-inputs.tsx";
import { Field, hoursWords, supplyWords } from "./supply-inputs.tsx";
import type { View } from "./words.ts";

interface Shown {
  readonly view: View;
  readonly why: {
    readonly date: LocalDate;
    readonly refused: readonly Refusal[];
    readonly free: number;
    /** The motif that was asked about; null for the usual one. */
    readonly motif: string | null;
  } | null;
}

/** "Why nothing on Tuesday?": what is free that day, and why the rest is not. */
export function WhyNothing({ view, why }: Shown) {
  const say = supplyWords(view);
  return (
    <>
      <h2 id="pourquoi">{say("why")}</h2>
      <form method="get" action="/desk/agenda/horaires#pourquoi">
        <Field
          {...{ view, of: "pourquoi", name: "jour", label: "day", type: "date", required: true }}
          {...(why ? { value: why.date } : {})}
        />
        <MotifChoice view={view} chosen={why?.motif ?? null} />
        <button type="submit">{say("look")}</button>
      </form>
      {why ? (
        <>
          <p>{say("freeThatDay", { day: view.speak(saidDay(why.date)), count: why.free })}</p>
          <ul>
            {why.refused.map((refusal) => (
              <li>{refusalWords(view, refusal)}</li>
            ))}
          </ul>
          {why.refused.length === 0 && why.free === 0 ? <p>{say("noRange")}</p> : null}
        </>
      ) : null}
    </>
  );
}

function refusalWords(view: View, { worker, site, from, to, because }: Refusal): string {
  const say = supplyWords(view);
  return say("refusal", {
    who: agendaName(view.structure, worker),
    where: placeById(view.structure, site)?.shortName ?? site,
    hours: hoursWords(view, clock(from), clock(to)),
    because: say(`because_${because}`),
  });
}

function clock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
