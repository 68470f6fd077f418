import { Hono } from "hono";
import { newsLevels } from "../appointments/agenda-news.ts";
import { after, minute } from "../base/time.ts";
import { linkCode, shownCode } from "../person/link-code.ts";
import type { DeskDoor } from "./desk-door.ts";
import { PasswordPage } from "./entrance-pages.tsx";
import { formOf } from "./form-of.ts";
import { Keys } from "./help.tsx";
import { OwnCalls } from "./own-calls.tsx";
import { codeMinutes, OwnPhone } from "./own-phone.tsx";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";
import type { View } from "./words.ts";

/** What a worker does for themselves: a password, leaving, reading the list of keys. */
export function accountRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const phoneOf = async ({ worker: { id } }: View) => ({
    isPaired: await door.hasAlertPhone(id),
    choice: await door.agendaChoice(id),
  });

  const callsOf = async ({ worker: { id } }: View) => ({
    when: await door.calls.calledWhen(id),
    bells: await door.bells.of({ worker: id }),
  });

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
      <Page view={view} title={view.say("navHelp")} tab="help" waiting={waiting} layout="agenda">
        <section class="agenda">
          <h1>{view.say("navHelp")}</h1>
          <p>
            <a href="/desk/double">{view.say("doubleLink")}</a>
          </p>
        </section>
        <OwnPhone view={view} {...(await phoneOf(view))} code={null} />
        <OwnCalls view={view} choice={await callsOf(view)} />
        <section class="agenda">
          <h2>{view.say("helpTitle")}</h2>
          <Keys say={view.say} />
        </section>
      </Page>,
    );
  });
  app.post("/aide/alerte", async (context) => {
    const view = context.get("view");
    const { id } = view.worker;
    if ((await formOf(context)).has("oublier")) {
      await door.forgetAlertPhone(id);
      return context.redirect("/desk/aide", 303);
    }
    const code = linkCode(door.ids.secret());
    await door.giveAlertCode(id, code, after(view.now, codeMinutes * minute));
    const waiting = await door.reads.waiting(view.structure.slug);
    // shown once, and kept by no browser
    context.header("Cache-Control", "no-store");
    return context.html(
      <Page
        view={view}
        title={view.speak({ key: "agendas:phone" })}
        tab="help"
        waiting={waiting}
        layout="agenda"
      >
        <OwnPhone view={view} {...(await phoneOf(view))} code={shownCode(code)} />
      </Page>,
    );
  });
  app.post("/aide/agenda", async (context) => {
    const { worker, structure, now } = context.get("view");
    const form = await formOf(context);
    const asked = String(form.get("agenda") ?? "");
    const agenda = structure.workers.some(({ id }) => id === asked) ? asked : null;
    if (asked !== "" && agenda === null) return context.body(null, 400);
    const news = newsLevels.find((level) => level === form.get("nouvelles")) ?? "none";
    await door.chooseAgenda(worker.id, { agenda, morningList: form.has("matin"), news }, now);
    return context.redirect("/desk/aide", 303);
  });
  return app;
}
