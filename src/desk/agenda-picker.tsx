import { agendaName } from "../repertoire/agenda-names.ts";
import { placesOf } from "../repertoire/places.ts";
import type { FeedSubject } from "../store/calendar-feeds.ts";
import type { View } from "./words.ts";

interface Picked {
  readonly view: View;
  readonly chosen: FeedSubject | null;
  /** Whether all agendas together are a choice too. */
  readonly all: boolean;
}

/** The agendas of the structure, people first, as the choices of a form. */
export function AgendaPicker({ view, chosen, all }: Picked) {
  const words = (key: string) => view.speak({ key: `agendas:${key}` });
  const { structure } = view;
  const value = chosen ? `${chosen.kind}:${chosen.subject}` : "";
  return (
    <select id="agenda" name="agenda" required={!all}>
      {all ? <option value="">{words("allAgendas")}</option> : null}
      <optgroup label={words("feedWorkers")}>
        {structure.workers.map(({ id }) => (
          <option value={`worker:${id}`} selected={value === `worker:${id}`}>
            {agendaName(structure, id)}
          </option>
        ))}
      </optgroup>
      <optgroup label={words("feedSites")}>
        {placesOf(structure).map(({ id, name }) => (
          <option value={`site:${id}`} selected={value === `site:${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
