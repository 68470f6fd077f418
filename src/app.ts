import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { routePath } from "hono/route";
import type { Metrics } from "./operations/metrics.ts";

/** Which address opens which door. Doors that are not set up are absent, and answer 404. */
export interface Doors {
  readonly webChat: Hono;
  readonly desk: Hono;
  readonly look: Hono;
  readonly telegram: Hono | null;
  readonly metrics: Metrics;
  /** Ready once the database answers; the body says how jobs and channels are, and never blocks. */
  ready(): Promise<{ readonly ok: boolean } & Record<string, unknown>>;
  /** Told of a request that broke, by the pattern of its address: the address itself may hold a secret. */
  broke(path: string, error: unknown): void;
}

/** The whole site. */
export function siteOf(doors: Doors): Hono {
  const app = new Hono();
  app.get("/healthz", (context) => context.json({ ok: true }));
  app.get("/readyz", async (context) => {
    const state = await doors.ready();
    return context.json(state, state.ok ? 200 : 503);
  });
  app.get("/metrics", async (context) =>
    context.body(await doors.metrics.text(), 200, { "content-type": doors.metrics.contentType }),
  );
  if (doors.telegram) app.route("/webhooks/telegram", doors.telegram);
  app.route("/", doors.look);
  app.route("/desk", doors.desk);
  app.route("/", doors.webChat);
  app.notFound((context) => context.json({ error: { code: "not_found" } }, 404));
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    // what the database or the network could not do is asked again later; nothing is told of why
    doors.broke(routePath(context), error);
    return context.json({ error: { code: "unavailable" } }, 503);
  });
  return app;
}
