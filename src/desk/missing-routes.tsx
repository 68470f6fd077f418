import { Hono } from "hono";
import { dateIn } from "../base/time.ts";
import { isWithinFilters } from "../observatory/filter.ts";
import { type MissingField, unknownOf, watchedFields } from "../observatory/report.ts";
import type { Situation } from "../observatory/situation.ts";
import type { KeptSituation } from "../store/observatory-store.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { MissingPage } from "./missing-page.tsx";
import {
  type AskedBilan,
  bilanAddress,
  bilanAsked,
  observatoryWords,
} from "./observatory-asked.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { answered } from "./situation-answered.ts";

const address = "/observatoire/manques";
/** So many are asked about at once. */
const most = 10;
/** An interview has a day, a place and a mode: it is noted on the page of its situation. */
const askable: readonly MissingField[] = watchedFields.filter((field) => field !== "interviews");

/** What is not known before a bilan is signed: one situation after the other, one tap each. */
export function missingRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { observatory } = door;

  app.get(address, async (context) => {
    const view = context.get("view");
    const asked = bilanAsked(context);
    const field = watchedFields.find((one) => one === context.req.query("champ"));
    if (!field || asked.isTooLong) return notThere(context);
    const { structure, now } = view;
    const found = await lacking(door, structure.slug, asked, field);
    const { say } = observatoryWords(view);
    const told = context.req.query("avis");
    return context.html(
      <Page
        {...{ view, title: say("missingTitle"), waiting: await door.reads.waiting(structure.slug) }}
        tab="bilan"
        layout="agenda"
      >
        <MissingPage
          {...{ view, asked, field, now }}
          situations={found}
          isAskable={askable.includes(field)}
          notice={told === "kept" || told === "stale" || told === "refusedHere" ? told : null}
        />
      </Page>,
    );
  });

  app.post(address, async (context) => {
    const { structure, now, worker } = context.get("view");
    const form = await formOf(context);
    const field = askable.find((one) => one === form.get("champ"));
    const kept = await observatory.one(structure.slug, String(form.get("situation") ?? ""));
    if (!field || !kept) return notThere(context);
    const value = String(form.get("valeur") ?? "");
    const today = dateIn(structure.zone, now);
    const read = answered(kept.situation, kept.told, { field, value, today });
    if (read === "refused") return back(context, field, "refusedHere");
    const next: KeptSituation = { ...kept, ...read, updatedAt: now };
    // who answered meanwhile is not written over: a bilan lacks nothing there any more
    const isOpen = unknownOf(kept.situation).includes(field);
    const outcome = isOpen ? await observatory.save(next, kept.updatedAt, worker.id) : "stale";
    return back(context, field, outcome === "saved" ? "kept" : "stale");
  });
  return app;
}

/** The first ones that lack it, in the order of their days. */
async function lacking(
  { observatory }: DeskDoor,
  structure: string,
  { period, filters }: AskedBilan,
  field: MissingField,
): Promise<readonly Situation[]> {
  const found: Situation[] = [];
  for await (const one of observatory.situations(structure, period)) {
    if (found.length >= most) break;
    if (isWithinFilters(one, filters) && unknownOf(one).includes(field)) found.push(one);
  }
  return found;
}

function back(context: DeskContext, champ: string, avis: string): Response {
  const asked = bilanAsked(context);
  return context.redirect(bilanAddress(`/desk${address}`, asked, { champ, avis }), 303);
}
