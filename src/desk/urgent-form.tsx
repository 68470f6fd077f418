import { modes } from "../appointments/details.ts";
import { addDays, dateIn } from "../base/time.ts";
import type { View } from "./words.ts";

/** How far ahead an urgent time is opened, in days; later, the ordinary ranges serve. */
const daysAhead = 14;

interface Asked {
  readonly view: View;
  readonly action: string;
  /** The motif it is opened for; null for the usual one. */
  readonly motif: string | null;
}

/** A time outside the ranges, for one person: whoever receives, where, when, how. */
export function UrgentForm({ view, action, motif }: Asked) {
  const { structure, now } = view;
  const words = (key: string) => view.speak({ key: `fiche-rdv:${key}` });
  const today = dateIn(structure.zone, now);
  return (
    <form class="urgent-time" method="post" action={action}>
      <h3>{words("urgent")}</h3>
      <p class="soft">{words("urgentHow")}</p>
      {motif ? <input type="hidden" name="motif" value={motif} /> : null}
      <label for="urgent-qui">{words("urgentWorker")}</label>
      <select id="urgent-qui" name="qui">
        {structure.workers.map(({ id, displayName }) => (
          <option value={id}>{displayName ?? id}</option>
        ))}
      </select>
      <label for="urgent-lieu">{words("urgentSite")}</label>
      <select id="urgent-lieu" name="lieu">
        {[structure.siege, ...structure.sites].map(({ id, name }) => (
          <option value={id}>{name}</option>
        ))}
      </select>
      <label for="urgent-comment">{words("urgentMode")}</label>
      <select id="urgent-comment" name="comment">
        {modes.map((mode) => (
          <option value={mode}>{words(`mode_${mode}`)}</option>
        ))}
      </select>
      <label for="urgent-jour">{words("urgentDay")}</label>
      <input
        id="urgent-jour"
        type="date"
        name="jour"
        min={today}
        max={addDays(today, daysAhead)}
        value={today}
        required
      />
      <label for="urgent-heure">{words("urgentTime")}</label>
      <input id="urgent-heure" type="time" name="heure" step={900} required />
      <button type="submit">{words("urgentSend")}</button>
    </form>
  );
}
