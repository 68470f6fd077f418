import { Hono } from "hono";
import { addDays, after, dateIn, hour } from "../base/time.ts";
import type { Situation } from "../observatory/situation.ts";
import { nothingTold, type Told } from "../observatory/told.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { observatoryWords } from "./observatory-asked.ts";
import { notThere, opened } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { situationIn } from "./situation-form.ts";
import { SituationList } from "./situation-list.tsx";
import { blank, situationOfPerson } from "./situation-of.ts";
import { SituationPage } from "./situation-page.tsx";

const mostListed = 200;
const yearBack = -365;
/** A short list: what a team can call in a morning. */
const mostToCall = 15;
/** Somebody who was asked is given so long to answer. */
const patience = 7 * 24 * hour;

/** Situations: those of the last twelve months, one to fill in, and one for who called or came by. */
export function situationRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { observatory } = door;
  const desk = opened(door);

  app.get("/situations", async (context) => {
    const view = context.get("view");
    const { structure, now } = view;
    const today = dateIn(structure.zone, now);
    const period = { from: addDays(today, yearBack), to: today };
    const [latest, silent] = await Promise.all([
      observatory.latest(structure.slug, period, mostListed),
      observatory.silent(structure.slug, period.from, after(now, -patience), mostToCall),
    ]);
    const title = observatoryWords(view).say("situations");
    return context.html(
      <Page {...{ view, title }} tab="bilan" waiting={await waitingIn(context)} layout="agenda">
        <SituationList
          {...{ view, title, most: mostListed }}
          situations={latest.map(({ situation }) => situation)}
          back="/desk/observatoire"
          silent={silent}
        />
      </Page>,
    );
  });

  app.get("/situations/nouvelle", (context) =>
    page(context, { situation: blank(context.get("view"), ""), told: nothingTold, seenAt: null }),
  );

  app.post("/situations", async (context) => {
    const { now, worker } = context.get("view");
    const before = blank(context.get("view"), door.ids.next());
    const read = situationIn(await formOf(context), before, nothingTold, today(context));
    if (read.outcome === "refused")
      return page(context, { situation: before, told: nothingTold, seenAt: null }, read.field);
    const { situation, told } = read;
    const kept = { situation, told, person: null, kind: "situation", updatedAt: now } as const;
    await observatory.save(kept, null, worker.id);
    return context.redirect(`/desk/situations/${encodeURIComponent(situation.id)}?avis=kept`, 303);
  });

  app.get("/situations/:id", async (context) => {
    const kept = await observatory.one(slugOf(context), context.req.param("id"));
    if (!kept) return notThere(context);
    return page(context, { ...kept, seenAt: kept.updatedAt });
  });

  app.post("/situations/:id", async (context) => {
    const { now, worker } = context.get("view");
    const kept = await observatory.one(slugOf(context), context.req.param("id"));
    if (!kept) return notThere(context);
    const form = await formOf(context);
    const read = situationIn(form, kept.situation, kept.told, today(context));
    const shown = { ...kept, seenAt: kept.updatedAt };
    if (read.outcome === "refused") return page(context, shown, read.field);
    const isStale = Number(form.get("vu")) !== kept.updatedAt;
    const { situation, told } = read;
    const kind = kept.kind === "household" ? ("household" as const) : ("situation" as const);
    const next = { ...kept, situation, told, kind, updatedAt: now };
    const outcome = isStale ? "stale" : await observatory.save(next, kept.updatedAt, worker.id);
    const address = `/desk/situations/${encodeURIComponent(kept.situation.id)}`;
    return context.redirect(`${address}?avis=${outcome === "stale" ? "stale" : "kept"}`, 303);
  });

  /** From a conversation to its situation; made on the way when the hourly look has not been there yet. */
  app.get("/conversations/:id/situation", async (context) => {
    const file = await desk.fileOf(context);
    if (!file) return notThere(context);
    const id = await situationOfPerson(door, context.get("view"), {
      person: file.conversation.person,
      since: file.createdAt,
    });
    return context.redirect(`/desk/situations/${encodeURIComponent(id)}`, 303);
  });

  return app;

  async function page(
    context: DeskContext,
    shown: {
      readonly situation: Situation;
      readonly told: Told;
      readonly seenAt: number | null;
      readonly person?: string | null;
    },
    refusedField: string | null = null,
  ): Promise<Response> {
    const view = context.get("view");
    const { say } = observatoryWords(view);
    const told = context.req.query("avis");
    const refused =
      refusedField === null ? null : say("refused", { field: say(`field_${refusedField}`) });
    const notice = refused ?? (told === "kept" || told === "stale" ? say(told) : null);
    const conversation = shown.person
      ? await observatory.conversationOf(view.structure.slug, shown.person)
      : null;
    const body = (
      <Page
        {...{ view, title: say("situations") }}
        tab="bilan"
        waiting={await waitingIn(context)}
        layout="agenda"
      >
        <SituationPage
          {...{ view, notice, conversation, ...shown }}
          isRefused={refused !== null || told === "stale"}
        />
      </Page>
    );
    return context.html(body, refused === null ? 200 : 422);
  }

  function waitingIn(context: DeskContext): Promise<number> {
    return door.reads.waiting(slugOf(context));
  }
}

function slugOf(context: DeskContext): string {
  return context.get("view").structure.slug;
}

function today(context: DeskContext) {
  const { structure, now } = context.get("view");
  return dateIn(structure.zone, now);
}
