import { Hono } from "hono";
import { after, minute } from "../base/time.ts";
import { linkCode, shownCode } from "../person/link-code.ts";
import { AlertPhone, codeMinutes } from "./alert-phone.tsx";
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
        <AlertPhone view={view} isPaired={await door.hasAlertPhone(view.worker.id)} code={null} />
      </Page>,
    );
  });
  app.post("/aide/alerte", async (context) => {
    const view = context.get("view");
    // who is not on call has nothing to pair
    if (view.structure.onCall?.email !== view.worker.email) return context.body(null, 403);
    const { id } = view.worker;
    if ((await formOf(context)).has("oublier")) {
      await door.forgetAlertPhone(id);
      return context.redirect("/desk/aide", 303);
    }
    const code = linkCode(door.ids.secret());
    await door.giveAlertCode(id, code, after(view.now, codeMinutes * minute));
    const waiting = await door.reads.waiting(view.structure.slug);
    const isPaired = await door.hasAlertPhone(id);
    // shown once, and kept by no browser
    context.header("Cache-Control", "no-store");
    return context.html(
      <Page view={view} title={view.say("alertTitle")} tab="help" waiting={waiting} layout="agenda">
        <AlertPhone view={view} isPaired={isPaired} code={shownCode(code)} />
      </Page>,
    );
  });
  return app;
}
