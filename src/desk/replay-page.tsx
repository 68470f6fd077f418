import type { ReplayStep } from "../store/replay-reads.ts";
import type { Open } from "./conversation-head.tsx";
import { sentenceOf } from "./find-sentences.ts";
import { codeOf, type View } from "./words.ts";

interface ReplayShown extends Open {
  readonly steps: readonly ReplayStep[];
  /** False where older steps are not shown. */
  readonly isWhole: boolean;
}

/** Each message, and what the assistant did with it: what it heard, decided, did and where it went. */
export function ReplayPage({ view, file, steps, isWhole }: ReplayShown) {
  const say = (key: string, values = {}) => view.speak({ key: `boite:${key}`, values });
  const turns = Map.groupBy(steps, ({ turn }) => turn);
  const { id } = file.conversation;
  return (
    <section class="agenda replay">
      <h1>{say("why")}</h1>
      <p>
        <a href={`/desk/conversations/${id}`}>
          {say("whyBack")} <span class="code">{codeOf(id)}</span>
        </a>
      </p>
      <p>{say("whyHow")}</p>
      {steps.length === 0 ? <p>{say("whyNone")}</p> : null}
      {isWhole ? null : <p class="soft">{say("whyMore")}</p>}
      <ol>
        {[...turns.values()].map((each) => (
          <li>
            <h2>{view.moment(each[0]?.at ?? view.now, "long")}</h2>
            <ul>
              {each.map((step) => (
                <li>
                  {stepWords(view, step)} <code>{codeWords(step)}</code>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The kinds of steps that have words of their own. */
const known: ReadonlySet<string> = new Set([
  ...["entered", "decided", "did", "danger", "wished", "alsoNeeds", "misunderstood", "answered"],
  ...["chose", "everywhere", "noted", "machine", "insulted", "greeted", "languageOffered"],
  ...["media", "source", "ended", "counted", "reachable", "unreachable"],
]);

function stepWords(view: View, { kind, flow, step }: ReplayStep): string {
  const words = view.speak({ key: `boite:why_${known.has(kind) ? kind : "other"}` });
  const isAnswer = kind === "answered" || kind === "chose" || kind === "misunderstood";
  const question = isAnswer && flow && step ? questionAt(view, flow, step) : null;
  return question
    ? `${words} ${view.speak({ key: "boite:whyQuestion", values: { question } })}`
    : words;
}

/** Where it was and what came of it, as the flows are written. */
function codeWords({ flow, step, value }: ReplayStep): string {
  return [[flow, step].filter(Boolean).join("."), value ?? ""].filter(Boolean).join(" → ");
}

/** The question that was being answered, as it is written: what is filled in is left open. */
function questionAt({ door, structure }: View, flow: string, step: string): string | null {
  const asked = door.flows.get(flow)?.steps[step];
  if (!asked) return null;
  const key = "choose" in asked ? asked.choose : "text" in asked ? asked.text : null;
  const sentence = key ? sentenceOf(structure, "fr", `${flow}:${key}`) : null;
  return (sentence?.own ?? sentence?.common ?? "").replaceAll(/\{\{[^}]*\}\}/g, "…") || null;
}
