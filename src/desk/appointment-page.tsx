import { serviceReasons } from "../appointments/history.ts";
import type { LocalDate } from "../base/time.ts";
import type { AgendaRow } from "../store/desk-reads.ts";
import { InterviewForm } from "./interview-form.tsx";
import { nameOf, type View } from "./words.ts";

export interface Shown {
  readonly view: View;
  readonly row: AgendaRow;
  readonly date: LocalDate;
  /** What was just done, or not. */
  readonly told: "not_gone" | "not_link" | "not_tooEarly" | "done_link" | "done_report" | null;
}

/** One appointment: how it takes place, who comes along, and what the team can change of it. */
export function AppointmentPage({ view, row, date, told }: Shown) {
  const words = (key: string, values = {}) => view.speak({ key: `fiche-rdv:${key}`, values });
  const hasBegun = row.start <= view.now && row.status !== "proposed";
  const isToCome = row.status === "booked" && row.start > view.now;
  return (
    <section class="agenda">
      <header>
        <h1>{words("title", { name: nameOf(view, row.firstName) })}</h1>
        <a class="button" href={`/desk/agenda?jour=${date}`}>
          {words("back")}
        </a>
      </header>
      {told ? (
        <p class="notice" role="status">
          {words(told)}
        </p>
      ) : null}
      <Facts view={view} row={row} />
      {hasBegun ? <InterviewForm view={view} row={row} date={date} /> : null}
      {isToCome && row.mode === "video" ? <LinkForm view={view} row={row} date={date} /> : null}
      {isToCome ? <CancelForm view={view} row={row} date={date} /> : null}
    </section>
  );
}

function Facts({ view, row }: Pick<Shown, "view" | "row">) {
  const words = (key: string, values = {}) => view.speak({ key: `fiche-rdv:${key}`, values });
  const { siege, sites } = view.structure;
  const place = [...sites, siege].find(({ id }) => id === row.site);
  const { details, mode } = row;
  return (
    <dl>
      <dt>{words("when")}</dt>
      <dd>{view.moment(row.start)}</dd>
      <dt>{words("where")}</dt>
      <dd>{place?.name ?? row.site}</dd>
      <dt>{words("mode")}</dt>
      <dd>{words(`mode_${mode}`)}</dd>
      {mode === "phone" ? (
        <>
          <dt>{words("phone")}</dt>
          <dd>{details?.phone ?? words(details?.calledHere ? "phoneHere" : "phoneNone")}</dd>
        </>
      ) : null}
      {mode === "video" ? (
        <>
          <dt>{words("video")}</dt>
          <dd>{details?.videoLink ?? words("videoNone")}</dd>
        </>
      ) : null}
      {details?.companion ? (
        <>
          <dt>{words("companion")}</dt>
          <dd>{companionWords(view, details.companion)}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** "avec un enfant, 2 en plus": nobody is named. */
export function companionWords(
  { speak }: View,
  { who, count }: { readonly who: string; readonly count: number },
): string {
  const values = { who: speak({ key: `fiche-rdv:companion_${who}` }), count };
  return speak({ key: `fiche-rdv:${count < 3 ? "companionCount" : "companionMany"}`, values });
}

type FormOf = Omit<Shown, "told">;

function LinkForm({ view, row, date }: FormOf) {
  const words = (key: string) => view.speak({ key: `fiche-rdv:${key}` });
  return (
    <form method="post" action={`/desk/rendez-vous/${row.id}/lien`}>
      <h2>{words("giveLink")}</h2>
      <p class="soft">{words("giveLinkHow")}</p>
      <input type="hidden" name="jour" value={date} />
      <input type="hidden" name="version" value={row.version} />
      <label for="lien">{words("linkField")}</label>
      <input id="lien" type="url" name="lien" required maxlength={500} />
      <button type="submit">{words("send")}</button>
    </form>
  );
}

function CancelForm({ view, row, date }: FormOf) {
  const words = (key: string) => view.speak({ key: `fiche-rdv:${key}` });
  return (
    <form method="post" action={`/desk/rendez-vous/${row.id}/annuler`}>
      <h2>{words("cancel")}</h2>
      <p class="soft">{words("cancelHow")}</p>
      <input type="hidden" name="jour" value={date} />
      <input type="hidden" name="version" value={row.version} />
      <label for="raison">{words("reason")}</label>
      <select id="raison" name="raison">
        {serviceReasons.map((reason) => (
          <option value={reason}>{words(`because_${reason}`)}</option>
        ))}
      </select>
      <button type="submit">{words("cancelButton")}</button>
    </form>
  );
}
