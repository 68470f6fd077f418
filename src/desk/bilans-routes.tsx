import { Hono } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** What the bilans logement took: questions asked and answers changed, on average, naming nobody. */
export function bilansRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/bilans", async (context) => {
    const view = context.get("view");
    const { say } = view;
    const { slug } = view.structure;
    const counts = await door.bilanCounts(slug);
    const waiting = await door.reads.waiting(slug);
    const rounded = (average: number) => Math.round(average * 10) / 10;
    return context.html(
      <Page view={view} title={say("bilanCounts")} tab="none" waiting={waiting} layout="agenda">
        <section class="agenda">
          <h1>{say("bilanCounts")}</h1>
          {counts.finished === 0 ? (
            <p>{say("bilanNone")}</p>
          ) : (
            <ul>
              <li>{say("bilanFinished", { count: counts.finished })}</li>
              <li>{say("bilanQuestions", { average: rounded(counts.questions) })}</li>
              <li>{say("bilanChanged", { average: rounded(counts.changed) })}</li>
            </ul>
          )}
          <p class="soft">{say("bilanCountsHow")}</p>
        </section>
      </Page>,
    );
  });
  return app;
}
