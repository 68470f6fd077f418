import { modes } from "../appointments/details.ts";
import { dossierKinds } from "../appointments/dossiers.ts";
import type { LocalDate } from "../base/time.ts";
import type { AgendaRow } from "../store/desk-reads.ts";
import { longestWords } from "./dossier-form.ts";
import { dossierWords } from "./dossiers-page.tsx";
import { hasConversation, type View } from "./words.ts";

interface FormOf {
  readonly view: View;
  readonly row: AgendaRow;
  readonly date: LocalDate;
}

const marks = ["seen", "absent", "excused"] as const;

/** After an appointment, all at once: what became of it, how it was held, a note, and the next step. */
export function InterviewForm({ view, row, date }: FormOf) {
  const words = (key: string) => view.speak({ key: `fiche-rdv:${key}` });
  const dossier = dossierWords(view);
  return (
    <form
      class="new-feed"
      method="post"
      action={`/desk/rendez-vous/${row.id}/compte-rendu`}
      id="compte-rendu"
    >
      <h2>{words("report")}</h2>
      <p class="soft">{words("reportHow")}</p>
      <input type="hidden" name="jour" value={date} />
      <input type="hidden" name="cle" value={view.door.ids.secret()} />
      <fieldset>
        <legend>{words("reportStatus")}</legend>
        {marks.map((mark) => (
          <label class="check">
            <input
              type="radio"
              name="etat"
              value={mark}
              required
              checked={row.status === mark || (row.status === "booked" && mark === "seen")}
            />{" "}
            {view.say(`mark_${mark}`)}
          </label>
        ))}
      </fieldset>
      <label for="comment">{words("reportMode")}</label>
      <select id="comment" name="comment">
        {modes.map((mode) => (
          <option value={mode} selected={mode === row.mode}>
            {words(`mode_${mode}`)}
          </option>
        ))}
      </select>
      {hasConversation(row) ? (
        <>
          <label for="note">{words("reportNote")}</label>
          <textarea id="note" name="note" rows={4} maxlength={2000} />
          <fieldset>
            <legend>{words("reportNext")}</legend>
            <label for="suite">{dossier("kind")}</label>
            <select id="suite" name="suite">
              <option value="">{words("reportNothing")}</option>
              {dossierKinds.map((kind) => (
                <option value={kind}>{dossier(`kind_${kind}`)}</option>
              ))}
            </select>
            <label for="suite-date">{dossier("nextOn")}</label>
            <input id="suite-date" name="suite-date" type="date" />
            <label for="suite-manque">{dossier("missing")}</label>
            <input id="suite-manque" name="suite-manque" maxlength={longestWords} />
          </fieldset>
        </>
      ) : null}
      <button type="submit" class="button-main">
        {words("reportKeep")}
      </button>
    </form>
  );
}
