import { Hono } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { notThere, opened } from "./opened.tsx";
import { Page } from "./page.tsx";
import { ReplayPage } from "./replay-page.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** So many steps are shown: some fifty messages. */
const mostSteps = 400;

/** How the assistant came to say what it said, turn by turn. */
export function replayRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { fileOf } = opened(door);
  app.get("/conversations/:id/pourquoi", async (context) => {
    const view = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const { slug } = view.structure;
    const [steps, waiting] = await Promise.all([
      door.replay.steps(file.conversation.id, slug, mostSteps),
      door.reads.waiting(slug),
    ]);
    const title = view.speak({ key: "boite:why" });
    return context.html(
      <Page {...{ view, waiting, title }} tab="queue" layout="agenda">
        <ReplayPage {...{ view, file, steps, isWhole: steps.length < mostSteps }} />
      </Page>,
    );
  });
  return app;
}
