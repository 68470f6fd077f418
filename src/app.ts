import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { routePath } from "hono/route";
import type { Metrics } from "./operations/metrics.ts";

/** Which address opens which door. Doors that are not set up are absent, and answer 404. */
export interface Doors {
  /** The structures by their slug; the first one's addresses need not name it. */
  readonly structures: readonly string[];
  /** Each structure's web chat where it is mounted: "" (the first one's) or "/s/<slug>". */
  readonly chats: readonly { readonly base: string; readonly app: Hono }[];
  readonly desk: Hono | null;
  /** The files of the pages, unless the platform serves them by itself. */
  readonly look: Hono | null;
  /** The sheets of bilans, each behind the secret of its link. */
  readonly sheets: Hono | null;
  /** The pages of partners, each behind the secret of its link. */
  readonly partners: Hono | null;
  /** The calendars of workers and sites, each behind the secret of its address. */
  readonly calendars: Hono | null;
  /** The webhook of each structure that has a bot, by its slug. */
  readonly telegramOf: ReadonlyMap<string, Hono>;
  /** The one webhook of WhatsApp: the number it tells of says which structure is meant. */
  readonly whatsapp: Hono | null;
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
  for (const [place, slug] of doors.structures.entries()) {
    const webhook = doors.telegramOf.get(slug);
    if (!webhook) continue;
    app.route(`/webhooks/telegram/${slug}`, webhook);
    if (place === 0) app.route("/webhooks/telegram", webhook);
  }
  if (doors.whatsapp) app.route("/webhooks/whatsapp", doors.whatsapp);
  if (doors.look) app.route("/", doors.look);
  if (doors.sheets) app.route("/fiche", doors.sheets);
  if (doors.partners) app.route("/partenaire", doors.partners);
  if (doors.calendars) app.route("/calendar", doors.calendars);
  if (doors.desk) app.route("/desk", doors.desk);
  for (const { base, app: chat } of doors.chats) {
    app.route(base || "/", chat);
    // copied by hand from a poster, an address easily ends with a slash
    if (base)
      app.get(`${base}/`, ({ req, redirect }) => redirect(base + new URL(req.url).search, 301));
  }
  app.notFound((context) => context.json({ error: { code: "not_found" } }, 404));
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    // what the database or the network could not do is asked again later; nothing is told of why
    const path = routePath(context);
    doors.broke(path, error);
    if (path === "/readyz") return context.json({ ok: false, wrong: [{ code: "database" }] }, 503);
    return context.json({ error: { code: "unavailable" } }, 503);
  });
  return app;
}
