import { Hono } from "hono";
import type { WorkerId } from "../base/ids.ts";
import { after, minute } from "../base/time.ts";
import { keepLaid } from "../repertoire/supply-of.ts";
import type { DeskDoor } from "./desk-door.ts";
import { labelsIn, untilOf } from "./filing-form.ts";
import { formOf } from "./form-of.ts";
import { type Changed, type FileContext, opened } from "./opened.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";

/** For how long nobody can answer, in minutes; 0 ends it. */
const busyMinutes = ["0", "30", "60", "120", "240"];
/** It is one for the whole team. */
const busyId = "team";

/** How the team sorts its conversations, and says that nobody can answer for a while. */
export function filingRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { act } = opened(door);
  const filing = ({ view, id }: FileContext) => ({
    ...{ conversation: id, structure: view.structure.slug, by: view.worker.id, now: view.now },
  });

  app.post(
    "/conversations/:id/de-cote",
    act(async (context): Promise<Changed> => {
      const { view, form } = context;
      const until = untilOf(view, String(form.get("jour") ?? ""));
      if (until === null) return { told: "not_snoozed", anew: [] };
      const isBack = until === "back";
      const outcome = await door.filing.snooze(filing(context), isBack ? null : until);
      if (outcome === "refused") return { told: "not_snoozed", anew: [] };
      return { told: isBack ? "done_unsnoozed" : "done_snoozed", anew: ["boxes"] };
    }),
  );

  app.post(
    "/conversations/:id/confier",
    act(async (context): Promise<Changed> => {
      const to = String(context.form.get("a") ?? "");
      const words = context.view.speak({ key: "boite:assignedWords" });
      const worker = to === "" ? null : (to as WorkerId);
      const outcome = await door.filing.assign(filing(context), worker, words);
      const phone = worker === null ? null : await door.alertPhoneOf(worker);
      if (outcome === "filed" && phone !== null) door.deliver(phone);
      const told = outcome === "filed" ? "done_assigned" : "not_assigned";
      return { told, anew: ["head", "boxes"] };
    }),
  );

  app.post(
    "/conversations/:id/etiquettes",
    act(async (context): Promise<Changed> => {
      const labels = labelsIn(String(context.form.get("etiquettes") ?? ""));
      if (!labels) return { told: "not_labelled", anew: [] };
      const outcome = await door.filing.label(filing(context), labels);
      return { told: outcome === "filed" ? "done_labelled" : "not_gone", anew: ["head", "boxes"] };
    }),
  );

  app.post("/occupe", (context) => setBusy(door, context));
  return app;
}

async function setBusy(door: DeskDoor, context: DeskContext): Promise<Response> {
  const { structure, worker, now } = context.get("view");
  const asked = String((await formOf(context)).get("minutes") ?? "");
  if (!busyMinutes.includes(asked)) return context.body(null, 400);
  const own = { structure: structure.slug, kind: "busy", id: busyId, by: worker.id, now } as const;
  if (asked === "0") await door.laidDown.takeAway(own);
  else {
    const until = after(now, Number(asked) * minute);
    const document = JSON.stringify({ until });
    await door.laidDown.layDown({ ...own, document, words: null, expiresAt: until });
  }
  // promises change at once here, and within seconds elsewhere
  keepLaid(structure, await door.laidDown.laidDown(structure.slug));
  return context.redirect("/desk", 303);
}
