import { Hono } from "hono";
import { Channels } from "./channels-page.tsx";
import type { DeskDoor } from "./desk-door.ts";
import { isManager } from "./may.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";

/** How the networks do, for managers and administrators; the code that links a phone, for the latter. */
export function channelRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/canaux", async (context) => {
    const shown = await shownTo(context);
    if (!shown) return notThere(context);
    const { view } = shown;
    const waiting = await door.reads.waiting(view.structure.slug);
    const title = view.say("channels_title");
    return context.html(
      <Page view={view} title={title} tab="channels" waiting={waiting} layout="agenda">
        <section class="agenda">
          <h1>{title}</h1>
          <p class="soft">{view.say("channels_how")}</p>
          <Channels {...shown} />
        </section>
      </Page>,
    );
  });

  app.get("/canaux/etat", async (context) => {
    const shown = await shownTo(context);
    return shown ? context.html(<Channels {...shown} />) : notThere(context);
  });

  app.get("/canaux/qr.svg", async (context) => {
    const { worker, structure } = context.get("view");
    const drawn = worker.role === "admin" ? await door.phoneOf(structure.slug)?.qr() : null;
    if (!drawn) return notThere(context);
    return context.body(drawn, 200, {
      "Content-Type": "image/svg+xml",
      "Content-Security-Policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      "Cache-Control": "private, no-store",
    });
  });
  return app;

  async function shownTo(context: DeskContext) {
    const view = context.get("view");
    if (!isManager(view.worker)) return null;
    const { slug } = view.structure;
    return { view, channels: await door.channels.of(slug, view.now), phone: door.phoneOf(slug) };
  }
}
