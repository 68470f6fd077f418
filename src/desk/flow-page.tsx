import { hasTitle, subjectTitle } from "../repertoire/subject-titles.ts";
import type { StepCounts } from "../store/step-counts.ts";
import type { DrawnFlow } from "./desk-shelves.ts";
import { observatoryWords } from "./observatory-asked.ts";
import type { View } from "./words.ts";

interface Shown {
  readonly view: View;
  readonly flow: string;
  readonly steps: DrawnFlow;
  readonly counts: StepCounts;
  readonly days: number;
}

/** A flow, step by step, each with the ways out of it, how many took them, and how many stopped there. */
export function FlowPage({ view, flow, steps, counts, days }: Shown) {
  const words = observatoryWords(view);
  const { say, number } = words;
  const stoppedAt = new Map(counts.stops.map(({ step, people }) => [step, people]));
  return (
    <section class="agenda bilan flow-drawn">
      <p>
        <a href={`/desk/tableau?jours=${days}`}>{say("board")}</a>
      </p>
      <h1>{say("flowTitle", { flow: flowName(view, flow) })}</h1>
      <p class="soft">{say("flowHow", { days })}</p>
      <ol class="flow-steps">
        {steps.map(({ name, verb, said, arrows }) => (
          <li id={name} class={`flow-${verb}`}>
            <p class="soft">{say(`verb_${verb}`)}</p>
            <p>{verb === "goTo" ? <GoTo view={view} flow={said} days={days} /> : said}</p>
            {stoppedAt.has(name) ? (
              <p>
                <strong>{say("flowStopped", { people: stoppedAt.get(name) ?? 0 })}</strong>
              </p>
            ) : null}
            {arrows.length > 0 ? (
              <ul>
                {arrows.map(({ key, label, to }) => (
                  <li>
                    <a href={`#${to}`}>{label === "" ? say("flowNext") : label}</a>{" "}
                    <Taken {...{ counts, say, number }} step={name} way={key} />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

interface TakenShown extends Pick<ReturnType<typeof observatoryWords>, "say" | "number"> {
  readonly counts: StepCounts;
  readonly step: string;
  readonly way: string;
}

/** How many took a way; nothing of a step that merely speaks, which is not counted. */
function Taken({ counts, say, number, step, way }: TakenShown) {
  const found = counts.ways.find((one) => one.step === step && one.way === way);
  if (!found) return null;
  return (
    <strong>
      {say("flowTaken", { people: number(found.people), times: number(found.times) })}
    </strong>
  );
}

function GoTo({ view, flow, days }: Pick<Shown, "view" | "flow" | "days">) {
  if (flow.startsWith("@")) return <>{observatoryWords(view).say("flowElsewhere")}</>;
  return <a href={`/desk/parcours/${flow}?jours=${days}`}>{flowName(view, flow)}</a>;
}

/** What a flow is called in the menu, else the name of its drawing. */
export function flowName(view: View, flow: string): string {
  return hasTitle(flow) ? view.speak(subjectTitle(flow)) : flow;
}
