import { Hono } from "hono";
import { maskSensitive } from "../base/masked.ts";
import { longestAnswer } from "./act-form.ts";
import type { Told } from "./boxes.tsx";
import { isWindowOpen } from "./conversation-head.tsx";
import type { DeskDoor } from "./desk-door.ts";
import { type Changed, opened } from "./opened.tsx";
import type { DeskEnv } from "./session-guard.ts";

/** What a worker does with a conversation. Each act answers what became of it, with or without script. */
export function actRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { act } = opened(door);

  app.post(
    "/conversations/:id/prendre",
    act(async ({ view, id }): Promise<Changed> => {
      const outcome = await door.handOvers.takeOver(id, view.worker.id, view.now);
      const told = ({ yours: "done_claimed", taken: "not_taken", gone: "not_gone" } as const)[
        outcome
      ];
      return { told, anew: ["head", "boxes"] };
    }),
  );

  app.post(
    "/conversations/:id/reponse",
    act(async ({ view, id, file, form }): Promise<Changed> => {
      const text = wordsIn(form);
      const fault = faultOf(text);
      if (fault) return { told: fault, anew: [] };
      const key = await keyOf(form, text);
      const outcome = await door.handOvers.answer(
        id,
        view.worker.id,
        key,
        { text, options: [] },
        view.now,
      );
      if (outcome === "notYours") return { told: "not_yours", anew: ["head", "boxes"] };
      door.deliver(id);
      if (outcome === "already") return { told: "done_already", anew: ["boxes"] };
      return { told: isWindowOpen({ view, file }) ? "done_sent" : "done_held", anew: ["boxes"] };
    }),
  );

  app.post(
    "/conversations/:id/note",
    act(async ({ view, id, form }): Promise<Changed> => {
      const text = wordsIn(form);
      const fault = faultOf(text);
      if (fault) return { told: fault, anew: [] };
      const key = await keyOf(form, text);
      const outcome = await door.handOvers.note(id, view.worker.id, key, text, view.now);
      if (outcome === "gone") return { told: "not_gone", anew: ["head", "boxes"] };
      const { masked } = maskSensitive(text);
      return { told: masked.length > 0 ? "done_notedMasked" : "done_noted", anew: ["note"] };
    }),
  );

  app.post(
    "/conversations/:id/rendre",
    act(async ({ view, id, form }): Promise<Changed> => {
      const to = wayOf(form);
      const outcome = await door.handBack(id, view.worker.id, to, Number(form.get("vu") ?? 0));
      if (outcome === "done") door.deliver(id);
      const done = to === "closed" ? "done_closed" : "done_givenBack";
      const told = ({ done, stale: "not_stale", notYours: "not_yours" } as const)[outcome];
      return { told, anew: ["head", "boxes"] };
    }),
  );

  // where free text is taken no more: an approved text asks the person to write
  app.post(
    "/conversations/:id/prevenir",
    act(async ({ view, id }): Promise<Changed> => {
      const outcome = await door.announce(id, view.worker.id);
      if (outcome === "notYours") return { told: "not_yours", anew: ["head", "boxes"] };
      const told = (
        {
          announced: "done_announced",
          again: "done_announcedAgain",
          already: "not_announcedTwice",
        } as const
      )[outcome];
      return { told, anew: [] };
    }),
  );

  app.post(
    "/conversations/:id/separer",
    act(async ({ view, id, form }): Promise<Changed> => {
      const { structure, worker, now } = view;
      const link = String(form.get("lien") ?? "");
      const wanted = { link, conversation: id, structure: structure.slug, worker: worker.id, now };
      const told =
        (await door.links.undo(wanted)) === "undone" ? "done_unlinked" : "not_unlinkable";
      return { told, anew: ["head"] };
    }),
  );
  return app;
}

function wordsIn(form: FormData): string {
  return String(form.get("texte") ?? "")
    .replaceAll("\r\n", "\n")
    .trim();
}

function faultOf(text: string): Told | null {
  if (text === "") return "not_empty";
  return text.length > longestAnswer ? "not_tooLong" : null;
}

function wayOf(form: FormData): "step" | "menu" | "closed" {
  const way = form.get("vers");
  return way === "step" || way === "closed" ? way : "menu";
}

/**
 * Names one message: the key of the box it was composed in, and its own words. A double press, or a
 * page sent again after a lost answer, is one message; the same box with other words is another.
 */
async function keyOf(form: FormData, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${form.get("cle") ?? ""}\n${text}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
