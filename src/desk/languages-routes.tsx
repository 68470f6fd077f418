import { Hono } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { LanguagesPage, ReadingGuide } from "./languages-page.tsx";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** The languages of the house and their review, and the guide to have the texts read aloud. */
export function languageRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/langues", async (context) => {
    const view = context.get("view");
    const waiting = await door.reads.waiting(view.structure.slug);
    const title = view.say("languages_title");
    return context.html(
      <Page view={view} title={title} tab="languages" waiting={waiting} layout="agenda">
        <LanguagesPage view={view} />
      </Page>,
    );
  });
  app.get("/langues/relecture", async (context) => {
    const view = context.get("view");
    const waiting = await door.reads.waiting(view.structure.slug);
    const title = view.say("languages_guide");
    return context.html(
      <Page view={view} title={title} tab="languages" waiting={waiting} layout="agenda">
        <ReadingGuide view={view} />
      </Page>,
    );
  });
  return app;
}
