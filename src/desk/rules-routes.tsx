import { Hono } from "hono";
import { dateIn } from "../base/time.ts";
import type { DeskDoor } from "./desk-door.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import { fieldsOf, type TriedCase, tryCase } from "./rule-case.ts";
import { isScheme, nameOf, Rule, RuleList } from "./rules-page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { TryCase } from "./try-case.tsx";

/** What the assistant checks, scheme by scheme, and a case to try: for everybody of the team. */
export function rulesRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/regles", async (context) => {
    const view = context.get("view");
    return page(context, view.speak({ key: "regles:page.title" }), <RuleList view={view} />);
  });

  app.get("/regles/:scheme", async (context) => {
    const view = context.get("view");
    const scheme = context.req.param("scheme");
    if (!isScheme(scheme)) return notThere(context);
    const given = context.req.query();
    const isTried = fieldsOf(scheme).some((fact) => fact in given);
    const today = dateIn(view.structure.zone, view.now);
    const tried: TriedCase | null = isTried
      ? tryCase(scheme, given, view.structure, { at: view.now, today })
      : null;
    return page(
      context,
      nameOf(view, scheme),
      <Rule view={view} scheme={scheme}>
        <TryCase view={view} scheme={scheme} given={given} tried={tried} />
      </Rule>,
    );
  });
  return app;

  async function page(context: DeskContext, title: string, content: unknown) {
    const view = context.get("view");
    const waiting = await door.reads.waiting(view.structure.slug);
    return context.html(
      <Page view={view} title={title} tab="rules" waiting={waiting} layout="agenda">
        <section class="agenda">
          <h1>{title}</h1>
          {content}
        </section>
      </Page>,
    );
  }
}
