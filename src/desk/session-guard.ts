import type { Context, MiddlewareHandler } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { mayAsk, withinDesk } from "./may.ts";
import { notThere } from "./opened.tsx";
import { type View, viewFor } from "./words.ts";

export interface DeskEnv {
  Variables: { view: View };
}
export type DeskContext = Context<DeskEnv>;

/**
 * Nothing is shown or done without a session: a page leads to the sign-in, anything else is refused.
 * A fragment asked by the page's script leads the whole page there.
 */
export function sessionGuard(door: DeskDoor): MiddlewareHandler<DeskEnv> {
  return async (context, next) => {
    const worker = await door.signedIn(context.req.raw);
    const structure = worker ? door.structures.get(worker.structure) : undefined;
    if (!worker || !structure) return refusal(context);
    context.set("view", await viewFor(door, worker, structure));
    if (mayAsk(worker, context.req.method, context.req.path)) await next();
    else if (withinDesk(context.req.path) === "/") return context.redirect("/desk/agenda", 303);
    else return notThere(context);
    if (!context.res.headers.has("Cache-Control")) context.header("Cache-Control", "no-store");
    for (const cookie of worker.cookies) context.header("Set-Cookie", cookie, { append: true });
  };
}

function refusal(context: DeskContext): Response {
  if (context.req.header("HX-Request")) {
    context.header("HX-Redirect", "/desk/connexion");
    return context.body(null, 401);
  }
  if (context.req.method === "GET") return context.redirect("/desk/connexion", 303);
  return context.body(null, 401);
}
