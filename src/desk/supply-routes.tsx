import { Hono } from "hono";
import { awayDuring } from "../appointments/away-during.ts";
import type { LaidKind } from "../appointments/laid-down.ts";
import { overlapping } from "../appointments/overlapping.ts";
import type { SlotFacts } from "../appointments/slot-facts.ts";
import { freeSlots, type Slot } from "../appointments/slots.ts";
import { after, dateIn, hour } from "../base/time.ts";
import { placeById } from "../repertoire/places.ts";
import type { AgendaRow } from "../store/desk-reads.ts";
import { dateAsked } from "./date-asked.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { motifIn } from "./motif-in.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { type SupplyForm, supplyForms } from "./supply-forms.ts";
import { supplyWords } from "./supply-inputs.tsx";
import { SupplyPage, supplyTellings } from "./supply-page.tsx";
import type { View } from "./words.ts";

const address = "/agenda/horaires";
/** Appointments are looked at so far ahead, to find those of somebody away. */
const lookedAhead = 90 * 24 * hour;
const kinds: readonly LaidKind[] = [
  ...(["opening", "exception", "absence", "place", "travel", "dailyLimit"] as const),
];

/** When and where the team receives: laid down, changed and taken away by the team itself. */
export function supplyRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get(address, async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const motif = motifIn(view, context.req.query("motif"));
    const [facts, laid, waiting] = await Promise.all([
      door.slotFacts(slug, motif),
      door.laidDown.laidDown(slug),
      door.reads.waiting(slug),
    ]);
    if (!facts) return notThere(context);
    const asked = context.req.query("jour");
    const told = context.req.query("avis");
    return context.html(
      <Page
        view={view}
        title={supplyWords(view)("title")}
        tab="agenda"
        waiting={waiting}
        layout="agenda"
      >
        <SupplyPage
          view={view}
          supply={facts}
          laid={laid}
          overlaps={overlapping(facts, dateIn(facts.zone, view.now))}
          away={await awayRows(door, view, facts)}
          why={asked === undefined ? null : { ...whyNothing(view, facts, asked), motif }}
          told={supplyTellings.find((one) => one === told) ?? null}
        />
      </Page>,
    );
  });

  app.post(`${address}/retirer`, async (context) => {
    const { structure, worker, now } = context.get("view");
    const form = await formOf(context);
    const kind = kinds.find((one) => one === form.get("sorte"));
    if (!kind) return context.body(null, 400);
    const id = String(form.get("quoi") ?? "");
    const taking = { structure: structure.slug, kind, id, by: worker.id, now };
    await door.laidDown.takeAway(taking);
    // gone already is what was wanted
    return told(context, "done_removed");
  });

  app.post(`${address}/rendez-vous/:id`, async (context) => {
    const view = context.get("view");
    const form = await formOf(context);
    const asked = {
      appointment: context.req.param("id"),
      version: Number(form.get("version")),
      ...{ worker: view.worker.id, structure: view.structure.slug },
    };
    const made = await door.cancelByService(asked, "workerAway");
    if (made.outcome === "gone") return context.text(supplyWords(view)("goneAlready"), 404);
    const slot = form.get("horaire");
    if (typeof slot === "string")
      await door.propose(made.conversation, view.worker.id, slot, motifIn(view, form.get("motif")));
    return told(context, "done_replaced");
  });

  for (const name of Object.keys(supplyForms) as SupplyForm[]) {
    app.post(`${address}/${name}`, async (context) => {
      const { structure, worker, now } = context.get("view");
      const form = await formOf(context);
      const today = dateIn(structure.zone, now);
      const given = { structure, form, newId: door.ids.next(), today };
      const laying = supplyForms[name](given);
      if (!laying) return told(context, "refused");
      await door.laidDown.layDown({ ...laying, structure: structure.slug, by: worker.id, now });
      return told(context, "done_kept");
    });
  }
  return app;
}

function told(context: DeskContext, what: (typeof supplyTellings)[number]) {
  return context.redirect(`/desk${address}?avis=${what}`, 303);
}

/** Those of somebody away, each with a free time of its own: the first of the same place, else of any. */
async function awayRows(door: DeskDoor, view: View, facts: SlotFacts) {
  const { structure, now } = view;
  const rows = await door.reads.agenda(structure.slug, now, after(now, lookedAhead));
  const booked = rows.filter(({ status }) => status === "booked");
  const zoneOf = (site: string) => placeById(structure, site)?.zone ?? structure.zone;
  const away = awayDuring(booked, facts.absences, zoneOf);
  if (away.length === 0) return [];
  const rowsWith: { row: AgendaRow; instead: Slot | null }[] = [];
  for (const motif of new Set(away.map((row) => row.motif))) {
    const ofMotif = await door.slotFacts(structure.slug, motif);
    const free = ofMotif ? [...freeSlots(ofMotif, {}).slots] : [];
    for (const row of away)
      if (row.motif === motif) rowsWith.push({ row, instead: takeFor(row, free) });
  }
  return rowsWith;
}

function takeFor({ site, start }: AgendaRow, free: Slot[]): Slot | null {
  const near = (one: Slot) => Math.abs(one.start - start);
  const [best] = free.toSorted(
    (one, other) =>
      Number(other.site === site) - Number(one.site === site) || near(one) - near(other),
  );
  if (!best) return null;
  free.splice(free.indexOf(best), 1);
  return best;
}

function whyNothing(view: View, facts: SlotFacts, asked: string) {
  const date = dateAsked(view, asked);
  const { slots, refused } = freeSlots(facts, { from: date, until: date });
  return { date, refused: refused.filter((one) => one.date === date), free: slots.length };
}
