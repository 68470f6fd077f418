import { weekKnown } from "../repertoire/supply-of.ts";
import type { QueueRow } from "../store/desk-reads.ts";
import { boxWords } from "./filing.tsx";
import { isFiltered, type QueueFilter } from "./queue-filter.ts";
import type { View } from "./words.ts";

const minutes = [30, 60, 120, 240] as const;
const urgenciesOffered = ["immediate", "high", "normal"] as const;

/** Whether somebody can answer now, as the young people are told. */
export function Busy({ view }: { readonly view: View }) {
  const say = boxWords(view);
  const until = weekKnown(view.structure).busyUntil ?? null;
  if (until !== null && until > view.now)
    return (
      <form class="busy notice" method="post" action="/desk/occupe">
        <p>{say("busyUntil", { time: view.moment(until, "time") })}</p>
        <button type="submit" name="minutes" value="0">
          {say("busyBack")}
        </button>
      </form>
    );
  return (
    <details class="busy">
      <summary class="button button-quiet">{say("busy")}</summary>
      <form method="post" action="/desk/occupe">
        <p class="soft">{say("busyHow")}</p>
        <fieldset>
          <legend>{say("busyFor")}</legend>
          {minutes.map((one) => (
            <button type="submit" name="minutes" value={String(one)}>
              {say(`busy_${one}`)}
            </button>
          ))}
        </fieldset>
      </form>
    </details>
  );
}

interface Filters {
  readonly view: View;
  readonly filter: QueueFilter;
  /** All of the list, before it is filtered. */
  readonly rows: readonly QueueRow[];
  readonly tab: "file" | "robot";
}

/** Search and filters: plain links of a form, so that an address says what is seen. */
export function QueueFilters({ view, filter, rows, tab }: Filters) {
  const say = boxWords(view);
  const languages = [...new Set(rows.flatMap(({ language }) => language ?? []))];
  const labels = [...new Set(rows.flatMap(({ filed }) => filed.labels))].sort();
  return (
    <search>
      <form class="filters" method="get" action="/desk">
        <input type="hidden" name="onglet" value={tab} />
        <label class="visually-hidden" for="q">
          {say("search")}
        </label>
        <input
          id="q"
          name="q"
          type="search"
          data-key="/"
          placeholder={say("search")}
          value={filter.text}
        />
        <details {...(isFiltered({ ...filter, text: "" }) ? { open: true } : {})}>
          <summary>{say("filters")}</summary>
          <Choice
            id="qui"
            label={say("who")}
            all={say("who_all")}
            value={filter.who}
            choices={[
              ["mine", say("who_mine")],
              ["free", say("who_free")],
            ]}
          />
          <Choice
            id="urgence"
            label={say("urgency")}
            all={say("urgency_all")}
            value={filter.urgency}
            choices={urgenciesOffered.map((one) => [one, view.say(`urgency_${one}`)])}
          />
          {languages.length > 1 ? (
            <Choice
              id="langue"
              label={say("language")}
              all={say("language_all")}
              value={filter.language}
              choices={languages.map((one) => [
                one,
                view.door.texts.say({ key: "confiance:language" }, one),
              ])}
            />
          ) : null}
          {labels.length > 0 ? (
            <Choice
              id="etiquette"
              label={say("label")}
              all={say("label_all")}
              value={filter.label}
              choices={labels.map((one) => [one, one])}
            />
          ) : null}
        </details>
        <p class="filters-do">
          <button type="submit">{say("apply")}</button>
          {isFiltered(filter) ? <a href={`/desk?onglet=${tab}`}>{say("clear")}</a> : null}
        </p>
      </form>
    </search>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly all: string;
  readonly value: string | null;
  readonly choices: readonly (readonly [string, string])[];
}

function Choice({ id, label, all, value, choices }: ChoiceProps) {
  return (
    <p>
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        <option value="">{all}</option>
        {choices.map(([key, words]) => (
          <option value={key} selected={key === value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}
