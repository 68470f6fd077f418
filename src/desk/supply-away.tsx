import type { Slot } from "../appointments/slots.ts";
import { agendaName } from "../repertoire/agenda-names.ts";
import { placeById } from "../repertoire/places.ts";
import type { AgendaRow } from "../store/desk-reads.ts";
import { supplyWords } from "./supply-inputs.tsx";
import { hasConversation, nameOf, type View } from "./words.ts";

interface Shown {
  readonly view: View;
  readonly away: readonly { readonly row: AgendaRow; readonly instead: Slot | null }[];
}

/**
 * Appointments that stand while their worker is away. Nothing is cancelled by itself: one tap tells the
 * person, kindly, and proposes the nearest free time.
 */
export function AwayRows({ view, away }: Shown) {
  const say = supplyWords(view);
  if (away.length === 0) return null;
  return (
    <>
      <h2>{say("away", { count: away.length })}</h2>
      <p class="soft">{say("awayHow")}</p>
      <ul>
        {away.map(({ row, instead }) => (
          <li class="misheard">
            <p>
              <a href={`/desk/rendez-vous/${row.id}`}>
                {nameOf(view, row.firstName)}, {view.moment(row.start)}
              </a>
            </p>
            <p class="row-meta">
              <span>{placeById(view.structure, row.site)?.name ?? row.site}</span>
              <span>{agendaName(view.structure, row.worker)}</span>
            </p>
            {hasConversation(row) ? (
              <form method="post" action={`/desk/agenda/horaires/rendez-vous/${row.id}`}>
                <input type="hidden" name="version" value={String(row.version)} />
                <input type="hidden" name="motif" value={row.motif} />
                {instead ? <input type="hidden" name="horaire" value={instead.id} /> : null}
                <button type="submit">{actWords(view, instead)}</button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function actWords(view: View, instead: Slot | null): string {
  const say = supplyWords(view);
  if (!instead) return say("cancelOnly");
  return say("replace", {
    when: view.moment(instead.start),
    where: placeById(view.structure, instead.site)?.shortName ?? instead.site,
    who: agendaName(view.structure, instead.worker),
  });
}
