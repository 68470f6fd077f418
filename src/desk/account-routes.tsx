import { Hono } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { PasswordPage } from "./entrance-pages.tsx";
import { formOf } from "./form-of.ts";
import { Keys } from "./help.tsx";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** What a worker does for themselves: a password, leaving, reading the list of keys. */
export function accountRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/mot-de-passe", (context) => {
    const { say, worker } = context.get("view");
    return context.html(
      <PasswordPage say={say} assets={door.assets} fresh={worker.fresh} email={worker.email} />,
    );
  });
  app.post("/mot-de-passe", async (context) => {
    const { say, worker } = context.get("view");
    const { fresh, email } = worker;
    const shown = { say, assets: door.assets, fresh, email };
    if (!fresh) return context.html(<PasswordPage {...shown} />, 403);
    const password = String((await formOf(context)).get("nouveau") ?? "");
    if ((await door.setPassword(worker.id, password)) === "set") {
      return context.redirect("/desk/connexion?avis=enregistre", 303);
    }
    const notice = { words: say("passwordTooShort"), kind: "attention" } as const;
    return context.html(<PasswordPage {...shown} notice={notice} />, 400);
  });

  app.post("/deconnexion", async (context) => {
    const cookies = await door.leave(context.req.raw, door.addressOf(context));
    for (const cookie of cookies) context.header("Set-Cookie", cookie, { append: true });
    return context.redirect("/desk/connexion", 303);
  });

  app.get("/aide", async (context) => {
    const view = context.get("view");
    const waiting = await door.reads.waiting(view.structure.slug);
    return context.html(
      <Page view={view} title={view.say("helpTitle")} tab="help" waiting={waiting} layout="agenda">
        <section class="agenda">
          <h1>{view.say("helpTitle")}</h1>
          <Keys say={view.say} />
        </section>
      </Page>,
    );
  });
  return app;
}
