import { Hono } from "hono";
import { Boxes } from "./boxes.tsx";
import { draftWith } from "./canned-box.tsx";
import { ConversationPage } from "./conversation-page.tsx";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { notThere, opened } from "./opened.tsx";
import { queueReader } from "./queue-reader.ts";
import type { DeskEnv } from "./session-guard.ts";

/** Puts a ready answer in the box, after what was already written there; nothing is sent or kept. */
export function cannedRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { fileOf, entriesOf } = opened(door);
  const listsOf = queueReader(door);
  app.post("/conversations/:id/modele", async (context) => {
    const view = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const draft = draftWith({ view, file }, await formOf(context));
    if (context.req.header("HX-Request")) {
      return context.html(<Boxes view={view} file={file} draft={draft} />);
    }
    const [lists, entries] = await Promise.all([listsOf(view, {}), entriesOf(file)]);
    return context.html(
      <ConversationPage
        view={view}
        file={file}
        entries={entries}
        lists={lists}
        told={null}
        draft={draft}
      />,
    );
  });
  return app;
}
