import { addDays, dateIn } from "../base/time.ts";
import { acts } from "./act-form.ts";
import type { Open } from "./conversation-head.tsx";
import { longestLabel, mostLabels } from "./filing-form.ts";
import type { View } from "./words.ts";

/** So far ahead a conversation may be put aside, in days. */
const furthest = 365;

/** The words of the lists and of how conversations are sorted. */
export function boxWords(view: View) {
  return (key: string, values = {}) => view.speak({ key: `boite:${key}`, values });
}

/** Puts a conversation aside, gives it to somebody, labels it: nothing of it is seen by the person. */
export function FilingBox({ view, file }: Open) {
  const say = boxWords(view);
  const { id } = file.conversation;
  const base = `/desk/conversations/${id}`;
  return (
    <details class="filing">
      <summary class="button">{say("filing")}</summary>
      <Snooze view={view} file={file} />
      <form class="filing-form" {...acts(`${base}/confier`)}>
        <label for="confier">{say("assign")}</label>
        <select id="confier" name="a">
          <option value="">{say("assignNone")}</option>
          {[...view.team].map(([worker, name]) => (
            <option value={worker} selected={worker === file.filed.assignedTo}>
              {name}
            </option>
          ))}
        </select>
        <button type="submit">{say("assignKeep")}</button>
      </form>
      <form class="filing-form" {...acts(`${base}/etiquettes`)}>
        <label for="etiquettes">{say("labels")}</label>
        <input
          id="etiquettes"
          name="etiquettes"
          maxlength={mostLabels * (longestLabel + 2)}
          autocomplete="off"
          aria-describedby="etiquettes-aide"
          value={file.filed.labels.join(", ")}
        />
        <p id="etiquettes-aide" class="soft">
          {say("labelsHow")}
        </p>
        <button type="submit">{say("labelsKeep")}</button>
      </form>
    </details>
  );
}

function Snooze({ view, file }: Open) {
  const say = boxWords(view);
  const { zone } = view.structure;
  const today = dateIn(zone, view.now);
  const address = `/desk/conversations/${file.conversation.id}/de-cote`;
  const until = file.filed.snoozedUntil;
  if (until !== null && until > view.now)
    return (
      <form class="filing-form" {...acts(address)}>
        <p>{say("asideUntil", { day: view.moment(until, "day") })}</p>
        <input type="hidden" name="jour" value="" />
        <button type="submit">{say("unsnooze")}</button>
      </form>
    );
  return (
    <form class="filing-form" {...acts(address)}>
      <label for="jour">{say("snooze")}</label>
      <input
        id="jour"
        type="date"
        name="jour"
        required
        min={addDays(today, 1)}
        max={addDays(today, furthest)}
        aria-describedby="jour-aide"
      />
      <p id="jour-aide" class="soft">
        {say("snoozeHow")}
      </p>
      <button type="submit">{say("snoozeKeep")}</button>
    </form>
  );
}
