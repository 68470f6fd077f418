import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Assets } from "../look/assets.ts";
import { isKnownCarrier, readSubscription } from "./push-subscription.ts";
import { BellsPage, StopPage } from "./web-chat-bells-page.tsx";
import type { WebChatDoor } from "./web-chat-door.ts";
import { conversationHere } from "./web-chat-visitor.ts";
import { pageWords } from "./web-chat-words.ts";

/** What the addresses below share. */
export interface BellRoutes {
  readonly door: WebChatDoor;
  readonly assets: Assets;
  readonly base: string;
}

const address = z.email().max(254);

/** Whether there is anything to choose on the page. */
export function offersBells({ bells }: Pick<WebChatDoor, "bells">): boolean {
  return bells.pushKey !== null || bells.mail;
}

/**
 * How somebody is told while their page is closed: the page, what a browser sends when it agrees, an
 * e-mail address, and the end of each. The page and the e-mail work without script.
 */
export function bellRoutes(routes: BellRoutes): Hono {
  const { door, assets, base } = routes;
  const app = new Hono();
  app.get("/rappels", (context) => show(routes, context, null));
  app.get("/rappels/appareil.js", (context) => {
    // its address stays, its content may change: the browser looks again each time
    context.header("Cache-Control", "no-cache");
    context.header("Content-Type", "text/javascript; charset=utf-8");
    return context.body(`importScripts("${assets.href("bell-worker.js")}");\n`);
  });
  app.post("/rappels/appareil", async (context) => {
    const conversation = await conversationHere(context, door);
    const subscription = readSubscription(await jsonOf(context), isKnownCarrier);
    if (door.bells.pushKey === null || conversation === null) return context.body(null, 404);
    if (!subscription) return context.body(null, 400);
    await door.bells.add(conversation, "push", JSON.stringify(subscription));
    return context.body(null, 204);
  });
  app.post("/rappels/mail", async (context) => {
    const conversation = await conversationHere(context, door);
    const given = address.safeParse(String((await context.req.parseBody())["mail"]).trim());
    if (!given.success) return show(routes, context, "mailWrong");
    if (door.bells.mail && conversation) await door.bells.add(conversation, "mail", given.data);
    return context.redirect(`${base}/rappels`, 303);
  });
  app.post("/rappels/arret", async (context) => {
    const conversation = await conversationHere(context, door);
    const kind = (await context.req.parseBody())["kind"] === "mail" ? "mail" : "push";
    if (conversation) await door.bells.silence(conversation, kind);
    return context.redirect(`${base}/rappels`, 303);
  });
  // from an e-mail: programs that look at links before the person does must not stop it
  app.get("/rappels/:bell", (context) => showStop(routes, context, false));
  app.post("/rappels/:bell", async (context) => {
    await door.bells.forget(context.req.param("bell"));
    return showStop(routes, context, true);
  });
  return app;
}

async function show(
  { door, assets, base }: BellRoutes,
  context: Context,
  wrong: "mailWrong" | null,
): Promise<Response> {
  const conversation = await conversationHere(context, door);
  const words = await pageWords(context, door, conversation);
  private_(context);
  const kept = conversation === null ? null : await door.bells.of(conversation);
  const page = <BellsPage {...{ door, words, assets, base, kept, wrong }} />;
  return context.html(page, wrong ? 400 : 200);
}

async function showStop({ door, assets, base }: BellRoutes, context: Context, isStopped: boolean) {
  const words = await pageWords(context, door, null);
  private_(context);
  return context.html(<StopPage {...{ door, words, assets, base, isStopped }} />);
}

function private_(context: Context): void {
  context.header("Cache-Control", "no-store");
  context.header("Vary", "Cookie, Accept-Language");
}

async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    return null;
  }
}
