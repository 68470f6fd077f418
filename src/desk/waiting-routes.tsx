import { Hono } from "hono";
import { bands, waitingOrder } from "../appointments/waiting-list.ts";
import { after, hour } from "../base/time.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import {
  shortageDays,
  WaitingPage,
  type WaitingTold,
  waitingTellings,
  wordsOf,
} from "./waiting-page.tsx";

/** The waiting list: how pressing each is, and taking somebody off it. */
export function waitingRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { waitingLists } = door;

  app.get("/attente", async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const [found, waiting, times] = await Promise.all([
      waitingLists.standing(slug, view.now),
      door.reads.waiting(slug),
      door.timesFree(slug),
    ]);
    const list = found.toSorted((one, other) => waitingOrder(one.entry, other.entry));
    const names = await door.firstNamesOf(list.map(({ person }) => person));
    const until = after(view.now, shortageDays * 24 * hour);
    const asked = context.req.query("avis");
    return context.html(
      <Page
        view={view}
        title={wordsOf(view)("title")}
        tab="agenda"
        waiting={waiting}
        layout="agenda"
      >
        <WaitingPage
          view={view}
          list={list}
          names={names}
          free={times.filter(({ start }) => start < until).length}
          told={waitingTellings.find((told) => told === asked) ?? null}
        />
      </Page>,
    );
  });

  app.post("/attente/:id/priorite", async (context) => {
    const { structure, worker, now } = context.get("view");
    const asked = (await formOf(context)).get("priorite");
    const band = bands.find((one) => String(one) === asked);
    const id = context.req.param("id");
    const outcome =
      band === undefined
        ? "gone"
        : await waitingLists.setBand(id, structure.slug, band, worker.id, now);
    return outcome === "set" ? context.redirect(told("done_band"), 303) : gone(context);
  });

  app.post("/attente/:id/retirer", async (context) => {
    const { structure, worker, now } = context.get("view");
    const id = context.req.param("id");
    const outcome = await waitingLists.remove(id, structure.slug, worker.id, now);
    return outcome === "removed" ? context.redirect(told("done_removed"), 303) : gone(context);
  });
  return app;
}

function gone(context: DeskContext) {
  return context.text(wordsOf(context.get("view"))("gone"), 404);
}

function told(what: WaitingTold): string {
  return `/desk/attente?avis=${what}`;
}
