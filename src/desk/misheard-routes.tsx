import { Hono } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { meaningOf, misheardGroups } from "./misheard-groups.ts";
import { MisheardPage, type MisheardTold, misheardTellings } from "./misheard-page.tsx";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** As many as are read and put together at once; the others come when these are done. */
const mostRead = 300;
const groupsShown = 25;
const givenShown = 20;

/** The messages that were not understood: never whose they are, only what they said. */
export function misheardRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { misheard } = door;

  app.get("/incompris", async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const [messages, given, waiting] = await Promise.all([
      misheard.toGive(slug, view.now, mostRead),
      misheard.given(slug, view.now, givenShown),
      door.reads.waiting(slug),
    ]);
    const groups = misheardGroups(messages);
    const title = view.say("misheard_title");
    const asked = context.req.query("avis");
    return context.html(
      <Page view={view} title={title} tab="misheard" waiting={waiting} layout="agenda">
        <MisheardPage
          view={view}
          groups={groups.slice(0, groupsShown)}
          more={Math.max(0, groups.length - groupsShown)}
          given={given}
          told={misheardTellings.find((told) => told === asked) ?? null}
        />
      </Page>,
    );
  });

  app.post("/incompris", async (context) => {
    const { structure, worker, now } = context.get("view");
    const form = await formOf(context);
    const meaning = meaningOf(form);
    if (!meaning) return context.redirect(told("misheard_nothing"), 303);
    const wanted = { structure: structure.slug, ids: idsIn(form), worker: worker.id, now };
    const count = await misheard.give({ ...wanted, ...meaning });
    return context.redirect(told(count > 0 ? "misheard_done" : "misheard_gone"), 303);
  });

  app.post("/incompris/effacer", async (context) => {
    const { slug } = context.get("view").structure;
    const count = await misheard.erase(slug, idsIn(await formOf(context)));
    return context.redirect(told(count > 0 ? "misheard_erased" : "misheard_gone"), 303);
  });

  app.post("/incompris/reprendre", async (context) => {
    const { slug } = context.get("view").structure;
    const count = await misheard.takeBack(slug, idsIn(await formOf(context)));
    return context.redirect(told(count > 0 ? "misheard_takenBack" : "misheard_gone"), 303);
  });
  return app;
}

function told(what: MisheardTold): string {
  return `/desk/incompris?avis=${what}`;
}

function idsIn(form: FormData): readonly string[] {
  return String(form.get("messages") ?? "")
    .split(",")
    .filter(Boolean)
    .slice(0, mostRead);
}
