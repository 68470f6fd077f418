import { Hono } from "hono";
import { addDays, at, type LocalDate, weekday } from "../base/time.ts";
import type { FeedSubject } from "../store/calendar-feeds.ts";
import { agendaAsked } from "./agenda-asked.ts";
import { dateAsked } from "./date-asked.ts";
import { DaySheet } from "./day-sheet.tsx";
import type { DeskDoor } from "./desk-door.ts";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";
import { WeekSheet } from "./week-sheet.tsx";
import type { View } from "./words.ts";

/** The agenda on paper: a day to take along, a week to hang up. */
export function sheetsRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const rowsOf = async (
    { structure }: View,
    { from, days, of }: { from: LocalDate; days: number; of: FeedSubject | null },
  ) => {
    const { slug, zone } = structure;
    const all = await door.reads.agenda(
      slug,
      at(zone, from, "00:00"),
      at(zone, addDays(from, days), "00:00"),
    );
    return all.filter((row) => of === null || row[of.kind] === of.subject);
  };

  app.get("/agenda/jour", async (context) => {
    const view = context.get("view");
    const date = dateAsked(view, context.req.query("jour"));
    const of = agendaAsked(view.structure, context.req.query("agenda"));
    const rows = await rowsOf(view, { from: date, days: 1, of });
    const { slug, zone } = view.structure;
    const all = await door.gatherings.between(
      slug,
      at(zone, date, "00:00"),
      at(zone, addDays(date, 1), "00:00"),
    );
    // of a place, what is there; workshops are no worker's own
    const gatherings = all.filter(({ site }) => of?.kind !== "site" || site === of.subject);
    const waiting = await door.reads.waiting(view.structure.slug);
    const title = view.speak({ key: "agendas:daySheet" });
    const codesOnly = context.req.query("codes") !== undefined;
    return context.html(
      <Page view={view} title={title} tab="agenda" waiting={waiting} layout="agenda">
        <DaySheet {...{ view, date, of, rows, gatherings, codesOnly }} />
      </Page>,
    );
  });

  app.get("/agenda/semaine", async (context) => {
    const view = context.get("view");
    const date = dateAsked(view, context.req.query("jour"));
    const monday = addDays(date, 1 - weekday(date));
    const of = agendaAsked(view.structure, context.req.query("agenda"));
    const rows = await rowsOf(view, { from: monday, days: 7, of });
    const waiting = await door.reads.waiting(view.structure.slug);
    const title = view.speak({ key: "agendas:week" });
    return context.html(
      <Page view={view} title={title} tab="agenda" waiting={waiting} layout="agenda">
        <WeekSheet view={view} monday={monday} of={of} rows={rows} />
      </Page>,
    );
  });
  return app;
}
