import { Hono } from "hono";
import { dateIn } from "../base/time.ts";
import { type Agreement, actKinds } from "../observatory/measures.ts";
import { readLaid } from "../structure/laid-schema.ts";
import { askedFor } from "./asked-for.ts";
import { dayTyped } from "./day-typed.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { measureIn } from "./measure-form.ts";
import { areasOf, type MeasureTold, measureTellings, measureWords } from "./measure-words.ts";
import { MeasuresPage } from "./measures-page.tsx";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { situationFor } from "./situation-of.ts";

const address = "/accompagnements";
const idPattern = /^[\w-]{1,64}$/;

/** Accompaniments that a funder pays: who is followed, what was noted of which day, and the agreements. */
export function measureRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get(address, async (context) => {
    const view = context.get("view");
    const { slug, zone } = view.structure;
    const [agreements, measures, waiting, asksFor] = await Promise.all([
      agreementsOf(door, slug),
      door.measures.open(slug),
      door.reads.waiting(slug),
      askedFor(door, context),
    ]);
    const told = measureTellings.find((one) => one === context.req.query("avis")) ?? null;
    const today = dateIn(zone, view.now);
    return context.html(
      <Page
        {...{ view, waiting }}
        title={measureWords(view)("title")}
        tab="measures"
        layout="agenda"
      >
        <MeasuresPage {...{ view, today, agreements, measures, told, asksFor }} />
      </Page>,
    );
  });

  app.post(address, async (context) => {
    const view = context.get("view");
    const { structure, worker, now } = view;
    const form = await formOf(context);
    const id = String(form.get("id") ?? "");
    const read = measureIn(
      form,
      areasOf(structure).map(([code]) => code),
    );
    if (!read || !idPattern.test(id)) return context.body(null, 400);
    if (typeof read === "string") return told(context, read);
    const before = await door.measures.one(id, structure.slug);
    // whose it is does not change, and nobody else's conversation is written into it
    const conversation = before ? before.conversation : read.conversation;
    if (!before && conversation !== null) {
      const own = await door.reads.ownOf(structure.slug, [conversation]);
      if (!own.has(conversation)) return notThere(context);
    }
    const situationId = before?.situationId ?? (await situationFor(door, view, conversation));
    const outcome = await door.measures.keep({
      ...{ ...read, conversation, id, structure: structure.slug, situationId, by: worker.id, now },
    });
    return told(context, outcome);
  });

  app.post(`${address}/note`, async (context) => {
    const { structure } = context.get("view");
    const form = await formOf(context);
    const what = actKinds.find((one) => one === form.get("quoi"));
    const [id, act] = [String(form.get("id") ?? ""), String(form.get("acte") ?? "")];
    const on = dayTyped(form, "jour");
    if (on === "badDate" || on === null) return told(context, "badDate");
    if (!(await door.measures.one(id, structure.slug))) return notThere(context);
    if (!what || !idPattern.test(act)) return context.body(null, 400);
    const outcome = await door.measures.note(id, structure.slug, { id: act, on, what });
    return told(context, outcome);
  });

  app.post(`${address}/denote`, async (context) => {
    const { structure } = context.get("view");
    const form = await formOf(context);
    const id = String(form.get("id") ?? "");
    if (!(await door.measures.one(id, structure.slug))) return notThere(context);
    await door.measures.unnote(id, structure.slug, String(form.get("acte") ?? ""));
    return told(context, "unnoted");
  });

  app.post(`${address}/convention`, async (context) => {
    const { structure, worker, now } = context.get("view");
    const form = await formOf(context);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const document = JSON.stringify({
      ...{ kind: text("type"), area: text("territoire") || null, points: Number(text("points")) },
      ...{ from: text("du"), to: text("au") },
    });
    if (!readLaid("agreement", document)) return told(context, "badAgreement");
    await door.laidDown.layDown({
      ...{ structure: structure.slug, kind: "agreement", id: door.ids.next(), document },
      ...{ words: null, by: worker.id, now, expiresAt: null },
    });
    return told(context, "agreement");
  });

  app.post(`${address}/convention/retirer`, async (context) => {
    const { structure, worker, now } = context.get("view");
    const id = String((await formOf(context)).get("quoi") ?? "");
    const taking = { structure: structure.slug, kind: "agreement" as const, id };
    await door.laidDown.takeAway({ ...taking, by: worker.id, now });
    return told(context, "agreementGone");
  });
  return app;
}

/** What funders agreed to pay, the latest first. */
async function agreementsOf(
  { laidDown }: Pick<DeskDoor, "laidDown">,
  structure: string,
): Promise<readonly Agreement[]> {
  const laid = await laidDown.laidDown(structure);
  return laid
    .flatMap(({ kind, id, document }) => {
      const read = kind === "agreement" ? readLaid("agreement", document) : null;
      return read ? [{ ...read, id }] : [];
    })
    .sort((one, other) => (one.from < other.from ? 1 : -1));
}

function told(context: DeskContext, what: MeasureTold): Response {
  return context.redirect(`/desk${address}?avis=${what}`, 303);
}
