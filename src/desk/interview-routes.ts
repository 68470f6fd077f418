import { Hono } from "hono";
import { modes } from "../appointments/details.ts";
import { dossierKinds } from "../appointments/dossiers.ts";
import { maskSensitive } from "../base/masked.ts";
import { addDays, at } from "../base/time.ts";
import { dateAsked } from "./date-asked.ts";
import { dayTyped } from "./day-typed.ts";
import type { DeskDoor } from "./desk-door.ts";
import { longestWords } from "./dossier-form.ts";
import { formOf } from "./form-of.ts";
import { notThere } from "./opened.tsx";
import type { DeskEnv } from "./session-guard.ts";
import { hasConversation } from "./words.ts";

const marks = ["seen", "absent", "excused"] as const;
const keyPattern = /^[\w-]{8,64}$/;

/**
 * The report of an interview: its status, how it was held, a note and the next step in one form. The key of
 * the form names the note and the file, so that it counts once however often it is sent.
 */
export function interviewRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.post("/rendez-vous/:id/compte-rendu", async (context) => {
    const view = context.get("view");
    const { structure, worker, now } = view;
    const form = await formOf(context);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const date = dateAsked(view, text("jour"));
    const mark = marks.find((one) => one === text("etat"));
    const mode = modes.find((one) => one === text("comment"));
    const next = dossierKinds.find((one) => one === text("suite"));
    const nextOn = dayTyped(form, "suite-date");
    const key = text("cle");
    const from = at(structure.zone, date, "00:00");
    const until = at(structure.zone, addDays(date, 1), "00:00");
    const rows = await door.reads.agenda(structure.slug, from, until);
    const row = rows.find(({ id }) => id === context.req.param("id"));
    if (!row) return notThere(context);
    if (!mark || !mode || !keyPattern.test(key) || nextOn === "badDate")
      return context.body(null, 400);
    const back = `/desk/rendez-vous/${encodeURIComponent(row.id)}?jour=${date}`;
    const marked = await door.markAppointment(row.id, worker.id, structure.slug, mark);
    if (marked !== "marked") return context.redirect(`${back}&avis=${marked}`, 303);
    if (mode !== row.mode) await door.heldAs(row.id, worker.id, structure.slug, mode);
    const note = maskSensitive(text("note").slice(0, 2000)).text;
    const { conversation } = row;
    if (hasConversation(row) && note !== "")
      await door.handOvers.note(conversation, worker.id, key, note, now);
    if (hasConversation(row) && next) {
      await door.dossiers.keep({
        ...{ id: `cr-${key}`, structure: structure.slug, conversation, by: worker.id, now },
        ...{ kind: next, state: "toPrepare", nextOn, note: "", reminds: false, isClosed: false },
        missing: maskSensitive(text("suite-manque").slice(0, longestWords)).text,
      });
    }
    return context.redirect(`${back}&avis=compte-rendu`, 303);
  });
  return app;
}
