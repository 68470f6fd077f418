import { Hono } from "hono";
import { html } from "hono/html";
import type { DeskDoor } from "./desk-door.ts";
import { notThere, opened } from "./opened.tsx";
import type { Present } from "./presence.ts";
import type { DeskEnv } from "./session-guard.ts";
import { type View, workerName } from "./words.ts";

/** A page that is open says so every ten seconds, and is told who else has it open. */
export function presenceRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { fileOf } = opened(door);
  app.post("/conversations/:id/present", async (context) => {
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const view = context.get("view");
    const doing = context.req.query("ecrit") === "1" ? "writes" : "reads";
    const { id } = file.conversation;
    const others = door.presence.seen(id, { worker: view.worker.id, doing }, view.now);
    return context.html(html`${presentWords(view, others)}`);
  });
  return app;
}

/** "Nadia écrit. Tom lit aussi."; nothing when nobody else is there. */
function presentWords(view: View, others: readonly Present[]): string {
  return others
    .map(({ worker, doing }) =>
      view.speak({ key: `boite:${doing}`, values: { who: workerName(view, worker) } }),
    )
    .join(" ");
}
