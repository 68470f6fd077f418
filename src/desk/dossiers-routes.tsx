import { Hono } from "hono";
import type { ConversationId } from "../base/ids.ts";
import { addDays, after, at, dateIn, hour } from "../base/time.ts";
import type { DeskDoor } from "./desk-door.ts";
import { dossierIn } from "./dossier-form.ts";
import {
  ConversationDossiers,
  DossiersPage,
  dossierTellings,
  dossierWords,
} from "./dossiers-page.tsx";
import { formOf } from "./form-of.ts";
import { FridaySheet } from "./friday-sheet.tsx";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";

const mostListed = 200;
/** What the sheet of the week looks back to, and ahead to. */
const [weeksBack, daysAhead] = [8, 14];
const idPattern = /^[\w-]{1,64}$/;

/** Files with their dates, and the sheet of what is left to do at the end of the week. */
export function dossierRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/dossiers", async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const [dossiers, waiting] = await Promise.all([
      door.dossiers.open(slug, mostListed),
      door.reads.waiting(slug),
    ]);
    const told = dossierTellings.find((one) => one === context.req.query("avis")) ?? null;
    return context.html(
      <Page
        {...{ view, waiting }}
        title={dossierWords(view)("title")}
        tab="dossiers"
        layout="agenda"
      >
        <DossiersPage {...{ view, dossiers, told }} />
      </Page>,
    );
  });

  app.get("/conversations/:id/dossiers", async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const conversation = context.req.param("id") as ConversationId;
    const own = await door.reads.ownOf(slug, [conversation]);
    if (!own.has(conversation)) return notThere(context);
    const [dossiers, waiting] = await Promise.all([
      door.dossiers.of(conversation, slug),
      door.reads.waiting(slug),
      door.noteReading(view.worker.id, slug, conversation),
    ]);
    return context.html(
      <Page
        {...{ view, waiting }}
        title={dossierWords(view)("title")}
        tab="dossiers"
        layout="agenda"
      >
        <ConversationDossiers {...{ view, dossiers, conversation }} />
      </Page>,
    );
  });

  app.post("/dossiers", async (context) => {
    const { structure, worker, now } = context.get("view");
    const form = await formOf(context);
    const id = String(form.get("id") ?? "");
    const read = dossierIn(form);
    if (read === "badDate") return context.redirect("/desk/dossiers?avis=badDate", 303);
    if (!read || !idPattern.test(id)) return context.body(null, 400);
    const before = await door.dossiers.one(id, structure.slug);
    const asked = String(form.get("conversation") ?? "");
    const conversation = before?.conversation ?? ((asked || null) as ConversationId | null);
    if (conversation !== null) {
      const own = await door.reads.ownOf(structure.slug, [conversation]);
      if (!own.has(conversation)) return notThere(context);
    }
    const outcome = await door.dossiers.keep({
      ...{ id, structure: structure.slug, conversation, by: worker.id, now },
      ...read,
    });
    return context.redirect(`/desk/dossiers?avis=${outcome}`, 303);
  });

  app.get("/vendredi", async (context) => {
    const view = context.get("view");
    const { slug, zone } = view.structure;
    const { now } = view;
    const today = dateIn(zone, now);
    const until = addDays(today, daysAhead);
    const [owed, toFill, ahead, dossiers, waiting] = await Promise.all([
      door.friday.owed(slug),
      door.friday.toFill(slug, after(now, -weeksBack * 7 * 24 * hour), now),
      door.reads.agenda(slug, now, at(zone, until, "00:00")),
      door.dossiers.open(slug, mostListed),
      door.reads.waiting(slug),
    ]);
    const dated = dossiers.filter(({ nextOn }) => nextOn !== null && nextOn <= until);
    return context.html(
      <Page
        {...{ view, waiting }}
        title={dossierWords(view)("friday")}
        tab="dossiers"
        layout="agenda"
      >
        <FridaySheet {...{ view, owed, toFill, ahead, dossiers: dated }} />
      </Page>,
    );
  });
  return app;
}
