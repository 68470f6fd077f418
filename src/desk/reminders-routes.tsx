import { Hono } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { Page } from "./page.tsx";
import { RemindersPage, reminderWords } from "./reminders-page.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** Whom to call, and what the next two days will send on their own. */
export function reminderRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/rappels", async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const [toCall, ahead, alarms, waiting] = await Promise.all([
      door.callList.toCall(slug, view.now),
      door.remindersAhead(slug),
      door.reminderAlarms(),
      door.reads.waiting(slug),
    ]);
    const people = new Set([...toCall, ...ahead].map(({ person }) => person));
    return context.html(
      <Page
        view={view}
        title={reminderWords(view)("title")}
        tab="agenda"
        waiting={waiting}
        layout="agenda"
      >
        <RemindersPage
          view={view}
          alarms={alarms}
          toCall={toCall}
          ahead={ahead}
          names={await door.firstNamesOf([...people])}
          called={context.req.query("avis") === "appele"}
        />
      </Page>,
    );
  });

  app.post("/rappels/:id/appele", async (context) => {
    const view = context.get("view");
    const { structure, worker, now } = view;
    const id = context.req.param("id");
    const outcome = await door.callList.called(id, structure.slug, worker.id, now);
    if (outcome === "called") return context.redirect("/desk/rappels?avis=appele", 303);
    return context.text(reminderWords(view)("gone"), 404);
  });
  return app;
}
