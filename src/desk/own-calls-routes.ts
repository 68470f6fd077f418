import { Hono } from "hono";
import { isKnownCarrier, readSubscription } from "../channels/push-subscription.ts";
import { manifestOf, manifestType } from "../look/manifest.ts";
import type { CalledWhen } from "../store/call-store.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import type { DeskEnv } from "./session-guard.ts";

const choices: Readonly<Record<string, CalledWhen | null>> = {
  none: null,
  first: "first",
  backup: "backup",
};

/** Whether a worker is told that somebody waits, and where: each chooses for themselves. */
export function ownCallsRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.post("/aide/appels", async (context) => {
    const asked = String((await formOf(context)).get("quand") ?? "");
    const when = Object.hasOwn(choices, asked) ? choices[asked] : undefined;
    if (when === undefined) return context.body(null, 400);
    await door.calls.chooseCalls(context.get("view").worker.id, when);
    return context.redirect("/desk/aide#appels", 303);
  });
  app.get("/appareil.js", (context) => {
    context.header("Cache-Control", "no-cache");
    context.header("Content-Type", "text/javascript; charset=utf-8");
    return context.body(`importScripts("${door.assets.href("bell-worker.js")}");\n`);
  });
  app.get("/manifest.webmanifest", (context) => {
    const { service } = context.get("view").structure;
    context.header("Content-Type", manifestType);
    const page = { name: service, language: "fr", direction: "ltr", start: "/desk" } as const;
    return context.body(manifestOf(page, door.assets));
  });
  app.post("/aide/appareil", async (context) => {
    const { worker, structure, now } = context.get("view");
    const subscription = readSubscription(await jsonOf(context.req.raw), isKnownCarrier);
    if (door.pushKey === null) return context.body(null, 404);
    if (!subscription) return context.body(null, 400);
    const target = JSON.stringify(subscription);
    const owner = { worker: worker.id };
    await door.bells.add({ structure: structure.slug, owner, kind: "push", target, now });
    return context.body(null, 204);
  });
  app.post("/aide/appareils", async (context) => {
    await door.bells.silence({ worker: context.get("view").worker.id }, "push");
    return context.redirect("/desk/aide#appels", 303);
  });
  return app;
}

async function jsonOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return null;
  }
}
