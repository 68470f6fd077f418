import { Hono } from "hono";
import { after, hour } from "../base/time.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { gatheringsIn, seatsIn, tallyIn, wordsIn } from "./workshop-form.ts";
import { WorkshopPage } from "./workshop-page.tsx";
import {
  WorkshopsPage,
  type WorkshopTold,
  workshopTellings,
  workshopWords,
} from "./workshops-page.tsx";

const day = 24 * hour;
/** Those that were, to be counted; those to come, as far as a team plans. */
const shown = { back: 90 * day, ahead: 400 * day };

/** Workshops and events, for the team. */
export function workshopRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { gatherings } = door;
  const asked = (context: DeskContext) => {
    const { structure, worker, now } = context.get("view");
    return { structure: structure.slug, id: context.req.param("id") ?? "", by: worker.id, now };
  };

  app.get("/ateliers", async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const [list, waiting] = await Promise.all([
      gatherings.between(slug, after(view.now, -shown.back), after(view.now, shown.ahead)),
      door.reads.waiting(slug),
    ]);
    const title = workshopWords(view)("title");
    return context.html(
      <Page view={view} title={title} tab="agenda" waiting={waiting} layout="agenda">
        <WorkshopsPage view={view} list={list} told={toldIn(context)} />
      </Page>,
    );
  });

  app.post("/ateliers", async (context) => {
    const { structure, worker, now } = context.get("view");
    const laid = gatheringsIn(structure, await formOf(context), () => door.ids.next());
    if (!laid) return context.redirect("/desk/ateliers?avis=refused", 303);
    await gatherings.layDown(laid, worker.id, now);
    return context.redirect("/desk/ateliers?avis=done_laid", 303);
  });

  app.get("/ateliers/:id", async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const id = context.req.param("id");
    const gathering = await gatherings.one(slug, id);
    if (!gathering) return notThere(context);
    const [seats, waiting] = await Promise.all([
      gatherings.seatsOf(slug, id),
      door.reads.waiting(slug),
    ]);
    const names = await door.firstNamesOf(seats.map(({ person }) => person));
    return context.html(
      <Page
        view={view}
        title={gathering.words.title}
        tab="agenda"
        waiting={waiting}
        layout="agenda"
      >
        <WorkshopPage {...{ view, gathering, seats, names }} told={toldIn(context)} />
      </Page>,
    );
  });

  app.use("/ateliers/:id/*", async (context, next) => {
    const { structure, id } = asked(context);
    if (!(await gatherings.one(structure, id))) return notThere(context);
    return next();
  });

  app.post("/ateliers/:id/places", async (context) => {
    const wanted = seatsIn(await formOf(context));
    if (!wanted) return back(context, "refused");
    const outcome = await gatherings.setSeats(asked(context), wanted.seats, wanted.extra);
    return outcome === "gone"
      ? notThere(context)
      : back(context, outcome === "set" ? "done_seats" : "tooFew");
  });

  app.post("/ateliers/:id/annuler", async (context) => {
    const outcome = await gatherings.cancel(asked(context));
    return outcome === "gone" ? notThere(context) : back(context, "done_cancelled");
  });

  app.post("/ateliers/:id/presence", async (context) => {
    const form = await formOf(context);
    const mark = form.get("etat");
    if (mark !== "present" && mark !== "absent") return context.body(null, 400);
    const outcome = await gatherings.mark(asked(context), Number(form.get("numero")), mark);
    return outcome === "gone" ? notThere(context) : back(context, "done_counted");
  });

  app.post("/ateliers/:id/compte", async (context) => {
    const form = await formOf(context);
    const acting = asked(context);
    const before = await gatherings.one(acting.structure, acting.id);
    if (!before) return notThere(context);
    const tally = tallyIn(form);
    if (!tally) return back(context, "refused");
    await gatherings.count(acting, tally, wordsIn(form, before.words));
    return back(context, "done_counted");
  });
  return app;
}

function toldIn(context: DeskContext): WorkshopTold | null {
  return workshopTellings.find((one) => one === context.req.query("avis")) ?? null;
}

function back(context: DeskContext, told: WorkshopTold) {
  return context.redirect(`/desk/ateliers/${context.req.param("id")}?avis=${told}`, 303);
}
