import { Hono } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { valueIn } from "./fact-form.ts";
import { type Changed, opened } from "./opened.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** A worker corrects an answer of a person, or has it forgotten. */
export function factRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { act } = opened(door);
  app.post(
    "/conversations/:id/fait",
    act(async ({ view, id, form }): Promise<Changed> => {
      const fact = String(form.get("fait") ?? "");
      const value = valueIn(view, fact, String(form.get("valeur") ?? "").trim());
      if (value === undefined) return { told: "not_fact", anew: [] };
      const structure = view.structure.slug;
      const outcome = await door.correctFact({ conversation: id, structure, fact, value });
      return { told: outcome === "corrected" ? "done_fact" : "not_gone", anew: [] };
    }),
  );
  return app;
}
