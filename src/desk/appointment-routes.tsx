import { Hono } from "hono";
import { serviceReasons } from "../appointments/history.ts";
import { addDays, at } from "../base/time.ts";
import { AppointmentPage, type Shown } from "./appointment-page.tsx";
import { dateAsked } from "./date-asked.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";

/** What became of an act, as the address says. */
const tellings: Readonly<Record<string, Shown["told"]>> = {
  ...{ lien: "done_link", "compte-rendu": "done_report" },
  ...{ gone: "not_gone", tooEarly: "not_tooEarly" },
};

/** Longer than the address of any meeting. */
const longestLink = 500;

/** One appointment, and what the team changes of it: the link of a video call, a cancellation of its own. */
export function appointmentRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/rendez-vous/:id", (context) =>
    page(context, context.req.query("jour"), tellings[context.req.query("avis") ?? ""] ?? null),
  );

  app.post("/rendez-vous/:id/annuler", async (context) => {
    const form = await formOf(context);
    const date = dateAsked(context.get("view"), String(form.get("jour") ?? ""));
    const reason = serviceReasons.find((one) => one === form.get("raison"));
    if (!reason) return context.body(null, 400);
    const { outcome } = await door.cancelByService(askedIn(context, form), reason);
    if (outcome === "gone") return page(context, date, "not_gone");
    return context.redirect(`/desk/agenda?jour=${date}`, 303);
  });

  app.post("/rendez-vous/:id/lien", async (context) => {
    const form = await formOf(context);
    const date = dateAsked(context.get("view"), String(form.get("jour") ?? ""));
    const link = String(form.get("lien") ?? "").trim();
    if (!isLink(link)) return page(context, date, "not_link");
    const { outcome } = await door.giveVideoLink(askedIn(context, form), link);
    if (outcome === "gone") return page(context, date, "not_gone");
    const id = encodeURIComponent(context.req.param("id"));
    return context.redirect(`/desk/rendez-vous/${id}?jour=${date}&avis=lien`, 303);
  });
  return app;

  async function page(context: DeskContext, asked: string | undefined, told: Shown["told"]) {
    const view = context.get("view");
    const date = dateAsked(view, asked);
    const { slug, zone } = view.structure;
    const from = at(zone, date, "00:00");
    const rows = await door.reads.agenda(slug, from, at(zone, addDays(date, 1), "00:00"));
    const row = rows.find(({ id }) => id === context.req.param("id"));
    if (!row) return notThere(context);
    // a number, a companion: reading them is written down as reading the file is
    if (row.conversation !== "erased")
      await door.noteReading(view.worker.id, slug, row.conversation);
    const waiting = await door.reads.waiting(slug);
    return context.html(
      <Page
        view={view}
        title={view.say("agendaTitle")}
        tab="agenda"
        waiting={waiting}
        layout="agenda"
      >
        <AppointmentPage view={view} row={row} date={date} told={told} />
      </Page>,
      told?.startsWith("not_") ? 409 : 200,
    );
  }

  function askedIn(context: DeskContext, form: FormData) {
    const { worker, structure } = context.get("view");
    return {
      appointment: context.req.param("id") ?? "",
      version: Number(form.get("version")),
      worker: worker.id,
      structure: structure.slug,
    };
  }
}

/** An address that opens in a browser, over an encrypted line. */
function isLink(text: string): boolean {
  return text.length <= longestLink && /^https:\/\/[^\s/]+\.[^\s]+$/.test(text);
}
