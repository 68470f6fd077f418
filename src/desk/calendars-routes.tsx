import { Hono } from "hono";
import { agendaAsked } from "./agenda-asked.ts";
import { CalendarsPage } from "./calendars-page.tsx";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";

type Shown = Pick<Parameters<typeof CalendarsPage>[0], "made" | "told">;

/** The private links of calendars: made, listed with the day they were last read, and cut. */
export function calendarRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const page = async (context: DeskContext, shown: Shown) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const [feeds, waiting] = await Promise.all([door.feedsOf(slug), door.reads.waiting(slug)]);
    const title = view.speak({ key: "agendas:feeds" });
    return context.html(
      <Page view={view} title={title} tab="agenda" waiting={waiting} layout="agenda">
        <CalendarsPage view={view} feeds={feeds} {...shown} />
      </Page>,
    );
  };

  app.get("/agenda/calendriers", (context) => {
    const told = context.req.query("avis") === "feedRevoked" ? "feedRevoked" : null;
    return page(context, { made: null, told });
  });

  app.post("/agenda/calendriers", async (context) => {
    const { structure, worker, now } = context.get("view");
    const of = agendaAsked(structure, (await formOf(context)).get("agenda"));
    if (!of) return context.body(null, 400);
    const token = door.ids.secret();
    const doing = { id: door.ids.next(), structure: structure.slug, by: worker.id, now };
    await door.makeFeed({ ...doing, ...of, token });
    // shown once, and kept by no browser
    context.header("Cache-Control", "no-store");
    const address = new URL(`/calendar/${token}.ics`, door.publicUrl).href;
    return page(context, { made: { of, address }, told: null });
  });

  app.post("/agenda/calendriers/:id/couper", async (context) => {
    const { structure, worker, now } = context.get("view");
    const id = context.req.param("id");
    const outcome = await door.revokeFeed({ id, structure: structure.slug, by: worker.id, now });
    if (outcome === "gone")
      return context.text(context.get("view").speak({ key: "agendas:feedGone" }), 404);
    return context.redirect("/desk/agenda/calendriers?avis=feedRevoked", 303);
  });
  return app;
}
