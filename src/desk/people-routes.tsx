import { Hono } from "hono";
import type { ConversationId } from "../base/ids.ts";
import type { PersonPageFile } from "../store/people-store.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { isManager } from "./may.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import {
  PeoplePage,
  PersonPage,
  type PersonTold,
  peopleWords,
  personTellings,
} from "./people-page.tsx";
import { readableFile } from "./readable-file.ts";
import type { DeskContext, DeskEnv } from "./session-guard.ts";

const mostListed = 50;

/** People: found by their first name, one page each, made one of two, given or erased at their wish. */
export function peopleRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const fileOf = async (context: DeskContext): Promise<PersonPageFile | null> => {
    const { structure, worker } = context.get("view");
    const file = await door.people.person(context.req.param("id") ?? "", structure.slug);
    // a page of somebody is a reading of their file
    for (const { id } of file?.conversations ?? [])
      await door.noteReading(worker.id, structure.slug, id);
    return file;
  };

  app.get("/personnes", async (context) => {
    const view = context.get("view");
    const asked = (context.req.query("q") ?? "").slice(0, 60);
    const { slug } = view.structure;
    const [people, waiting] = await Promise.all([
      door.people.people(slug, asked, mostListed),
      door.reads.waiting(slug),
    ]);
    return context.html(
      <Page {...{ view, waiting }} title={peopleWords(view)("title")} tab="people" layout="agenda">
        <PeoplePage {...{ view, asked, people, told: toldIn(context) }} />
      </Page>,
    );
  });

  app.get("/personnes/:id", async (context) => {
    const view = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const waiting = await door.reads.waiting(view.structure.slug);
    return context.html(
      <Page {...{ view, waiting }} title={peopleWords(view)("title")} tab="people" layout="agenda">
        <PersonPage {...{ view, file, told: toldIn(context) }} />
      </Page>,
    );
  });

  app.get("/personnes/:id/export", async (context) => {
    const { structure, worker, now } = context.get("view");
    const file = await fileOf(context);
    const whole = file ? await door.wholeFile(file.person) : null;
    if (!file || !whole) return notThere(context);
    await door.noteExport(worker.id, structure.slug, conversationOf(file), now);
    context.header("Content-Disposition", "attachment; filename=dossier.txt");
    return context.text(readableFile(whole, { texts: door.texts, structure }));
  });

  app.post("/personnes/:id/reunir", async (context) => {
    const { structure } = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    const wanted = String((await formOf(context)).get("autre") ?? "");
    const other = await door.people.person(wanted, structure.slug);
    if (!other) return told(context, file.person, "gone");
    const outcome = await door.joinPeople({
      ...{ structure: structure.slug, kept: conversationOf(file), joined: conversationOf(other) },
    });
    return told(context, file.person, outcome);
  });

  app.post("/personnes/:id/effacer", async (context) => {
    const { worker } = context.get("view");
    const file = await fileOf(context);
    if (!file) return notThere(context);
    if (!isManager(worker)) return told(context, file.person, "notAllowed");
    const conversation = conversationOf(file);
    const outcome = await door.eraseFor(conversation);
    if (outcome !== "erased") return told(context, file.person, outcome);
    door.deliver(conversation);
    return context.redirect("/desk/personnes?avis=erased", 303);
  });
  return app;
}

/** Where they last wrote. */
function conversationOf({ conversations }: PersonPageFile): ConversationId {
  const [last] = conversations;
  if (!last) throw new Error("a person without a conversation is nobody");
  return last.id;
}

function told(context: DeskContext, person: string, what: PersonTold): Response {
  return context.redirect(`/desk/personnes/${person}?avis=${what}`, 303);
}

function toldIn(context: DeskContext): PersonTold | null {
  return personTellings.find((one) => one === context.req.query("avis")) ?? null;
}
