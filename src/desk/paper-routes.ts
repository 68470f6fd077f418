import { Hono } from "hono";
import { paperNamed } from "../eligibility/papers.ts";
import type { DeskDoor } from "./desk-door.ts";
import { type Changed, opened } from "./opened.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** A worker ticks a paper of somebody's list, or takes the tick back. */
export function paperRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { act } = opened(door);

  app.post(
    "/conversations/:id/papiers",
    act(async ({ view, id, form }): Promise<Changed> => {
      const paper = paperNamed(String(form.get("papier") ?? ""));
      if (!paper) return { told: "not_paper", anew: [] };
      const outcome = await door.papers.mark({
        conversation: id,
        structure: view.structure.slug,
        worker: view.worker.id,
        paper,
        state: form.get("etat") === "have" ? "have" : "notYet",
        now: view.now,
      });
      return { told: outcome === "marked" ? "done_paper" : "not_gone", anew: [] };
    }),
  );
  return app;
}
