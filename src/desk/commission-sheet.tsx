import type { LocalDate } from "../base/time.ts";
import { type Lodging, occupiedOn, stayKinds } from "../observatory/stays.ts";
import { factLine } from "../repertoire/fact-words.ts";
import type { KeptStay } from "../store/stay-store.ts";
import { dayWords, lodgingWords, whoseWords } from "./stay-lines.tsx";
import type { View } from "./words.ts";

/** What a commission reads of somebody: what they told the assistant, nothing that is sensitive. */
const commissionFacts = [
  ...(["age", "status", "monthlyResources", "currentHousing", "commune"] as const),
] as const;

export interface Candidate {
  readonly stay: KeptStay;
  /** What the conversation knows, fact by fact; empty without a conversation. */
  readonly known: Readonly<Record<string, { readonly value: unknown }>>;
}

interface SheetShown {
  readonly view: View;
  readonly day: LocalDate;
  readonly candidates: readonly Candidate[];
  readonly lodgings: readonly Lodging[];
  /** Who lives somewhere that day: what is free is counted. */
  readonly stays: readonly KeptStay[];
}

/** The sheet of a commission, to print: the places that are free, each request, and what is decided by hand. */
export function CommissionSheet({ view, day, candidates, lodgings, stays }: SheetShown) {
  const say = lodgingWords(view);
  return (
    <section class="agenda day-sheet commission">
      <h1>{say("commissionOf", { day: dayWords(view, day) })}</h1>
      <p class="soft no-print">{say("print")}</p>
      {stayKinds.map((kind) => {
        const free = occupiedOn(
          lodgings.filter((one) => one.kind === kind),
          stays,
          day,
        ).filter(({ lodging, taken }) => lodging.places > taken);
        const asking = candidates.filter(({ stay }) => stay.kind === kind);
        if (free.length === 0 && asking.length === 0) return null;
        return (
          <section>
            <h2>{say(`kind_${kind}`)}</h2>
            <p>
              {free.length === 0
                ? say("nothingFree")
                : say("freeThatDay", {
                    list: free
                      .map(({ lodging, taken }) => `${lodging.name} (${lodging.places - taken})`)
                      .join(", "),
                  })}
            </p>
            {asking.map((candidate) => (
              <CandidateBox view={view} {...candidate} />
            ))}
          </section>
        );
      })}
      <p class="only-print">{say("confidential")}</p>
    </section>
  );
}

function CandidateBox({ view, stay, known }: Candidate & { readonly view: View }) {
  const say = lodgingWords(view);
  const told = commissionFacts.filter((fact) => known[fact] !== undefined);
  return (
    <article class="candidate">
      <h3>{whoseWords(view, stay)}</h3>
      <p>
        {say("askedOn", { day: dayWords(view, stay.askedOn) })} ·{" "}
        {say("placesOf", { count: stay.places })}
      </p>
      {told.length > 0 ? (
        <ul>
          {told.map((fact) => (
            <li>{view.speak(factLine(fact, known[fact]?.value))}</li>
          ))}
        </ul>
      ) : (
        <p class="soft">{say("nothingTold")}</p>
      )}
      {stay.note ? <p>{stay.note}</p> : null}
      <p>
        ☐ {say("decide_accepted")} ☐ {say("decide_refused")} ☐ {say("decide_later")}
      </p>
      <p>{say("decideWhy")}</p>
    </article>
  );
}
