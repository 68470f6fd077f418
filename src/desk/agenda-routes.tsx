import { Hono } from "hono";
import { addDays, at, type LocalDate } from "../base/time.ts";
import { Agenda, AppointmentLine } from "./agenda.tsx";
import { dateAsked } from "./date-asked.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";
import type { View } from "./words.ts";

/** The appointments of a day, and what became of them. */
export function agendaRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const boundsOf = ({ structure }: View, date: LocalDate) =>
    [
      structure.slug,
      at(structure.zone, date, "00:00"),
      at(structure.zone, addDays(date, 1), "00:00"),
    ] as const;
  const dayOf = (view: View, date: LocalDate) => door.reads.agenda(...boundsOf(view, date));

  app.get("/agenda", async (context) => {
    const view = context.get("view");
    const date = dateAsked(view, context.req.query("jour"));
    const [rows, gatherings, waiting] = await Promise.all([
      dayOf(view, date),
      door.gatherings.between(...boundsOf(view, date)),
      door.reads.waiting(view.structure.slug),
    ]);
    return context.html(
      <Page
        view={view}
        title={view.say("agendaTitle")}
        tab="agenda"
        waiting={waiting}
        layout="agenda"
      >
        <Agenda view={view} date={date} rows={rows} gatherings={gatherings} />
      </Page>,
    );
  });

  app.post("/rendez-vous/:id", async (context) => {
    const view = context.get("view");
    const form = await formOf(context);
    const date = dateAsked(view, String(form.get("jour") ?? ""));
    const mark = form.get("etat");
    if (mark !== "seen" && mark !== "absent" && mark !== "excused") return context.body(null, 400);
    const id = context.req.param("id");
    const outcome = await door.markAppointment(id, view.worker.id, view.structure.slug, mark);
    if (outcome !== "marked") {
      // what is shown is out of date: the page is read again
      context.header("HX-Refresh", "true");
      return context.text(view.say(`mark_${outcome}`), outcome === "gone" ? 404 : 409);
    }
    if (!context.req.header("HX-Request"))
      return context.redirect(`/desk/agenda?jour=${date}`, 303);
    const row = (await dayOf(view, date)).find((one) => one.id === id);
    if (!row) return notThere(context);
    door.live.changed(row.conversation);
    return context.html(<AppointmentLine view={view} row={row} date={date} isNext={false} />);
  });
  return app;
}
