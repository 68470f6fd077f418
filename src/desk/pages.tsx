import { Hono } from "hono";
import type { AppointmentId } from "../base/ids.ts";
import { aboutAppointment } from "../repertoire/meant-appointment.ts";
import { Countdown } from "./answer-box.tsx";
import { type Told, tellings } from "./boxes.tsx";
import { Changes, SheetColumn } from "./conversation.tsx";
import { isWindowOpen, ownerMark } from "./conversation-head.tsx";
import { ConversationPage } from "./conversation-page.tsx";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { motifIn } from "./motif-in.ts";
import { notThere, opened } from "./opened.tsx";
import { Page } from "./page.tsx";
import { Queue, QueueColumn } from "./queue.tsx";
import { queueReader } from "./queue-reader.ts";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { Sheet } from "./sheet.tsx";
import { SlotsColumn } from "./slots-page.tsx";
import { urgentIn } from "./urgent-in.ts";

/** The pages where conversations are read. */
export function pageRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { fileOf, entriesOf } = opened(door);
  const listsOf = queueReader(door);

  app.get("/", async (context) => {
    const view = context.get("view");
    const lists = await listsOf(view, context.req.query());
    return context.html(
      <Page
        view={view}
        title={view.say("queueTitle")}
        tab="queue"
        waiting={lists.waiting}
        layout="queue"
      >
        <QueueColumn {...lists} />
        <section class="conversation nothing">
          <div class="empty">
            <p>
              <strong>{view.say("choose")}</strong>
            </p>
            <p>{view.say("chooseHow")}</p>
          </div>
        </section>
      </Page>,
    );
  });
  app.get("/file", async (context) => {
    const query = context.req.query();
    return context.html(
      <Queue {...(await listsOf(context.get("view"), query))} open={query["ouverte"]} />,
    );
  });

  app.get("/conversations/:id", async (context) => {
    const view = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const [lists, entries] = await Promise.all([listsOf(view, {}), entriesOf(file)]);
    const told = toldIn(context);
    return context.html(
      <ConversationPage view={view} file={file} entries={entries} lists={lists} told={told} />,
    );
  });
  app.get("/conversations/:id/fil", async (context) => {
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const view = context.get("view");
    const sameOwner = context.req.query("etat") === ownerMark({ view, file });
    const anew = sameOwner ? (["head"] as const) : (["head", "boxes"] as const);
    return context.html(
      <Changes view={view} file={file} entries={await entriesOf(file)} anew={anew} />,
    );
  });
  app.get("/conversations/:id/fiche", async (context) => {
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const view = context.get("view");
    return context.html(<Sheet view={view} file={file} />);
  });

  app.get("/conversations/:id/fenetre", async (context) => {
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const view = context.get("view");
    // the boxes change when it closes: the page reads them again
    if (!isWindowOpen({ view, file })) context.header("HX-Trigger", "refresh");
    return context.html(<Countdown view={view} file={file} />);
  });

  app.get("/conversations/:id/rendez-vous", (context) => slots(context, null));
  app.post("/conversations/:id/rendez-vous", async (context) => {
    const view = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const { id } = file.conversation;
    const form = await formOf(context);
    const slot = String(form.get("heure") ?? "");
    const motif = motifIn(view, form.get("motif"));
    if (!form.has("accord"))
      return proposed(context, await door.propose(id, view.worker.id, slot, motif));
    const about = aboutAppointment(form.get("remplace"));
    const replaces = about && { id: about.id as AppointmentId, version: about.version };
    const wanted = { slot, motif, replaces };
    return proposed(context, await door.bookOnBehalf(id, view.worker.id, wanted));
  });
  app.post("/conversations/:id/urgent", async (context) => {
    const view = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const form = await formOf(context);
    const slot = urgentIn(view, form);
    if (!slot) return slots(context, "not_slotTaken");
    const { id } = file.conversation;
    const motif = motifIn(view, form.get("motif"));
    return proposed(context, await door.propose(id, view.worker.id, slot, motif));
  });
  return app;

  async function proposed(context: DeskContext, outcome: Made) {
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const { id } = file.conversation;
    if (outcome !== "proposed" && outcome !== "booked") {
      return slots(
        context,
        ({ taken: "not_slotTaken", notYours: "not_yours", stale: "not_stale" } as const)[outcome],
      );
    }
    door.deliver(id);
    door.live.changed(id);
    return context.redirect(`/desk/conversations/${id}?avis=done_${outcome}`, 303);
  }

  async function slots(context: DeskContext, told: Told | null) {
    const view = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const lists = await listsOf(view, {});
    const motif = motifIn(view, context.req.query("motif"));
    const free = await door.proposable(view.structure.slug, motif);
    return context.html(
      <Page
        view={view}
        title={view.say("proposeAppointment")}
        tab="queue"
        waiting={lists.waiting}
        layout="conversation"
      >
        <QueueColumn {...lists} open={file.conversation.id} />
        <SlotsColumn view={view} file={file} motif={motif} slots={free} told={told} />
        <SheetColumn view={view} file={file} />
      </Page>,
    );
  }
}

type Made = Awaited<ReturnType<DeskDoor["propose"] | DeskDoor["bookOnBehalf"]>>;

/** What became of the act before this page, for who has no script. */
function toldIn(context: DeskContext): Told | null {
  const asked = context.req.query("avis");
  return tellings.find((told) => told === asked) ?? null;
}
