import { Hono } from "hono";
import { dateIn } from "../base/time.ts";
import type { Lodging } from "../observatory/stays.ts";
import { readLaid } from "../structure/laid-schema.ts";
import { askedFor } from "./asked-for.ts";
import { type Candidate, CommissionSheet } from "./commission-sheet.tsx";
import { dateAsked } from "./date-asked.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { LodgingPage, type LodgingTold, lodgingTellings } from "./lodging-page.tsx";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { situationFor } from "./situation-of.ts";
import { stayIn } from "./stay-form.ts";
import { lodgingWords } from "./stay-lines.tsx";

const address = "/hebergement";
const idPattern = /^[\w-]{1,64}$/;

/** Homes for a while (ALT, Tremplins): dwellings, requests, stays, and the sheet of a commission. */
export function lodgingRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get(address, async (context) => {
    const view = context.get("view");
    const { slug, zone } = view.structure;
    const [lodgings, stays, waiting] = await Promise.all([
      lodgingsOf(door, slug),
      door.stays.open(slug),
      door.reads.waiting(slug),
    ]);
    const asksFor = await askedFor(door, context);
    const told = lodgingTellings.find((one) => one === context.req.query("avis")) ?? null;
    const today = dateIn(zone, view.now);
    return context.html(
      <Page
        {...{ view, waiting }}
        title={lodgingWords(view)("title")}
        tab="lodging"
        layout="agenda"
      >
        <LodgingPage {...{ view, today, lodgings, stays, told, asksFor }} />
      </Page>,
    );
  });

  app.post(address, async (context) => {
    const { structure, worker, now } = context.get("view");
    const form = await formOf(context);
    const id = String(form.get("id") ?? "");
    const read = stayIn(form);
    if (!read || !idPattern.test(id)) return context.body(null, 400);
    if (typeof read === "string") return told(context, read);
    const before = await door.stays.one(id, structure.slug);
    // whose it is does not change, and nobody else's conversation is written into it
    const conversation = before ? before.conversation : read.conversation;
    if (!before && conversation !== null) {
      const own = await door.reads.ownOf(structure.slug, [conversation]);
      if (!own.has(conversation)) return notThere(context);
    }
    const lodgings = await lodgingsOf(door, structure.slug);
    if (read.lodging !== null && !lodgings.some((home) => home.id === read.lodging))
      return told(context, "noHome");
    const situationId =
      before?.situationId ?? (await situationFor(door, context.get("view"), conversation));
    const outcome = await door.stays.keep({
      ...{ ...read, conversation, id, structure: structure.slug, situationId, by: worker.id, now },
    });
    return told(context, outcome);
  });

  app.get(`${address}/commission`, async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const day = dateAsked(view, context.req.query("jour"));
    const [lodgings, stays, waiting] = await Promise.all([
      lodgingsOf(door, slug),
      door.stays.open(slug),
      door.reads.waiting(slug),
    ]);
    const asking = stays.filter((one) => one.state === "commission" && one.commissionOn === day);
    const candidates = await Promise.all(
      asking.map(async (stay): Promise<Candidate> => {
        if (stay.conversation === null) return { stay, known: {} };
        const file = await door.reads.conversation(stay.conversation, slug, view.now);
        await door.noteReading(view.worker.id, slug, stay.conversation);
        return { stay, known: file?.conversation.memory.known ?? {} };
      }),
    );
    return context.html(
      <Page
        {...{ view, waiting }}
        title={lodgingWords(view)("title")}
        tab="lodging"
        layout="agenda"
      >
        <CommissionSheet {...{ view, day, candidates, lodgings, stays }} />
      </Page>,
    );
  });

  app.post(`${address}/logement`, async (context) => {
    const { structure, worker, now } = context.get("view");
    const form = await formOf(context);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    const document = JSON.stringify({
      ...{ kind: text("type"), name: text("nom"), town: text("ville") },
      ...{ places: Number(text("places")), from: text("du"), until: text("au") || null },
      ...{ size: text("taille") || null, landlord: text("bailleur") },
    });
    if (!readLaid("lodging", document)) return told(context, "badHome");
    await door.laidDown.layDown({
      ...{ structure: structure.slug, kind: "lodging", id: door.ids.next(), document },
      ...{ words: null, by: worker.id, now, expiresAt: null },
    });
    return told(context, "home");
  });

  app.post(`${address}/logement/fin`, async (context) => {
    const { structure, worker, now } = context.get("view");
    const form = await formOf(context);
    const id = String(form.get("quoi") ?? "");
    const home = (await lodgingsOf(door, structure.slug)).find((one) => one.id === id);
    if (!home) return notThere(context);
    const { id: _, ...what } = { ...home, until: String(form.get("au") ?? "") || null };
    const document = JSON.stringify(what);
    if (!readLaid("lodging", document)) return told(context, "badHome");
    await door.laidDown.layDown({
      ...{ structure: structure.slug, kind: "lodging", id, document },
      ...{ words: null, by: worker.id, now, expiresAt: null },
    });
    return told(context, "home");
  });

  app.post(`${address}/logement/retirer`, async (context) => {
    const { structure, worker, now } = context.get("view");
    const id = String((await formOf(context)).get("quoi") ?? "");
    // nights are counted of dwellings: one where somebody slept is given a last day, and stays
    if (await door.stays.isUsed(id, structure.slug)) return told(context, "homeUsed");
    const taking = { structure: structure.slug, kind: "lodging" as const, id, by: worker.id, now };
    await door.laidDown.takeAway(taking);
    return told(context, "homeGone");
  });
  return app;
}

/** The dwellings of a structure, in the order of their names. */
async function lodgingsOf(
  { laidDown }: Pick<DeskDoor, "laidDown">,
  structure: string,
): Promise<readonly Lodging[]> {
  const laid = await laidDown.laidDown(structure);
  return laid
    .flatMap(({ kind, id, document }) => {
      const read = kind === "lodging" ? readLaid("lodging", document) : null;
      return read ? [{ ...read, id }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, "fr"));
}

function told(context: DeskContext, what: LodgingTold): Response {
  return context.redirect(`/desk${address}?avis=${what}`, 303);
}
