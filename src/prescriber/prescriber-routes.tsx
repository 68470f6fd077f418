import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import type { Diary } from "../appointments/diary.ts";
import { requestKeptFor, requestsADay } from "../appointments/prescriptions.ts";
import { cellsOf, roomResource, workerResource } from "../appointments/resources.ts";
import { type NamedSlot, parseSlotId } from "../appointments/slot-id.ts";
import { canStillTake, freeSlots } from "../appointments/slots.ts";
import type { AppointmentId, Ids } from "../base/ids.ts";
import { after, type Clock, type Instant, minute } from "../base/time.ts";
import type { Assets } from "../look/assets.ts";
import { linkCode, shownCode } from "../person/link-code.ts";
import { slotFactsFor } from "../repertoire/agenda.ts";
import { type Motif, motifsFor } from "../repertoire/motifs.ts";
import { placesOf } from "../repertoire/places.ts";
import { proposalEnd } from "../repertoire/proposable.ts";
import type { Prescriber, PrescriptionRecords } from "../store/prescription-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";
import {
  GonePage,
  type Made,
  type PageWords,
  PartnerPage,
  type Problem,
  sayIn,
} from "./prescriber-page.tsx";

/** What the page of a partner needs of the house. */
export interface PrescriberDoor {
  readonly structures: ReadonlyMap<string, Structure>;
  readonly texts: Texts;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly demonstration: boolean;
  readonly diary: Diary;
  readonly requests: Pick<PrescriptionRecords, "openedBy" | "mayOpen" | "ask" | "requestsOf">;
  readonly publicUrl: string;
  /** Where a request comes from, as the platform sees it. */
  addressOf(context: Context): string;
  /** Draws a text to be scanned; absent where nothing can. */
  qr?(text: string): Promise<string>;
}

/** Of a page of times as many as are read at a glance. */
const timesShown = 12;
const largestForm = 16 * 1024;
/** A first name, a composed one, or initials: no number, no address. */
const nameAlone = /^\p{L}[\p{L}\p{M} .'’-]{0,29}$/u;

/** Who opened a page, and of which structure. */
interface Opened {
  readonly prescriber: Prescriber;
  readonly structure: Structure;
  readonly now: Instant;
}

/**
 * The page of a partner, for whoever has its link: no account, no script. A link that ran out, was cut or
 * was never ours answers the same 404, so that guessing tells nothing.
 */
export function prescriberRoutes(door: PrescriberDoor): Hono {
  const app = new Hono();
  const origin = new URL(door.publicUrl).origin;
  app.use(
    bodyLimit({ maxSize: largestForm }),
    csrf({ origin: (from, { req }) => from === origin || from === new URL(req.url).origin }),
  );
  app.get("/:token", async (context) => {
    const opened = await open(door, context);
    if (opened instanceof Response) return opened;
    const motif = motifIn(opened.structure, context.req.query("motif"));
    return show(door, context, opened, { site: context.req.query("lieu") ?? null, motif });
  });
  app.post("/:token", async (context) => {
    const opened = await open(door, context);
    if (opened instanceof Response) return opened;
    const form = await context.req.formData();
    const site = String(form.get("lieu") ?? "");
    const motif = motifIn(opened.structure, form.get("motif"));
    const slot = parseSlotId(String(form.get("creneau") ?? ""));
    const name = String(form.get("nom") ?? "").trim();
    if (!slot || !nameAlone.test(name))
      return show(door, context, opened, { site, motif, problem: "incomplete" });
    if (!motif) return show(door, context, opened, { site, motif, problem: "taken" });
    const asked = await ask(door, opened, { slot, motif, name });
    if (typeof asked === "string")
      return show(door, context, opened, { site, motif, problem: asked });
    return show(door, context, opened, { site: null, motif, made: asked });
  });
  return app;
}

async function open(door: PrescriberDoor, context: Context): Promise<Opened | Response> {
  context.header("Cache-Control", "private, no-store");
  context.header("X-Robots-Tag", "noindex, nofollow");
  const now = door.clock.now();
  const words = wordsIn(door);
  if (!(await door.requests.mayOpen(door.addressOf(context), now))) {
    context.header("Retry-After", "60");
    return context.text(sayIn(words)("tooManyOpened"), 429);
  }
  const prescriber = await door.requests.openedBy(context.req.param("token") ?? "", now);
  const structure = prescriber ? door.structures.get(prescriber.structure) : undefined;
  if (!prescriber || !structure) return context.html(<GonePage words={words} />, 404);
  return { prescriber, structure, now };
}

/** Keeps the time, if it is still free and the partner may ask; the code is told once. */
async function ask(
  door: PrescriberDoor,
  { prescriber, structure, now }: Opened,
  { slot, motif, name }: Wanted,
): Promise<Made | Problem> {
  const facts = await slotFactsFor({ ...door, structure }, now, { motif });
  if (canStillTake(facts, slot) !== "free") return "taken";
  const end = after(slot.start, motif.durationMinutes * minute);
  const code = linkCode(door.ids.secret());
  const until = proposalEnd(slot.start, now);
  const outcome = await door.requests.ask(
    {
      ...{ prescriber, name, code, mostADay: requestsADay },
      appointment: {
        ...{ id: door.ids.next() as AppointmentId, structure: structure.slug },
        ...{ site: slot.site, worker: slot.worker, motif: motif.id, mode: motif.mode },
        ...{ start: slot.start, end, bookedAt: now },
      },
      resources: [
        workerResource(structure.slug, slot.worker),
        roomResource(structure.slug, slot.site),
      ],
      cells: cellsOf(slot.start, end),
      expiresAt: until,
      keptUntil: after(until, requestKeptFor),
    },
    now,
  );
  if (outcome !== "asked") return outcome;
  const qr = door.qr ? await door.qr(chatOf(door, structure)) : null;
  return { code: shownCode(code), until, qr };
}

interface Wanted {
  readonly slot: NamedSlot;
  readonly motif: Motif;
  readonly name: string;
}

/** The motif a partner names, else the first it may ask for; null where partners may ask for none. */
function motifIn(structure: Structure, named: unknown): Motif | null {
  const open = motifsFor(structure, "partner");
  return open.find(({ id }) => id === named) ?? open[0] ?? null;
}

interface Asked {
  readonly site: string | null;
  readonly motif: Motif | null;
  readonly made?: Made;
  readonly problem?: Problem;
}

async function show(
  door: PrescriberDoor,
  context: Context,
  { prescriber, structure, now }: Opened,
  { site, motif, made = undefined, problem = undefined }: Asked,
) {
  const facts = motif ? await slotFactsFor({ ...door, structure }, now, { motif }) : null;
  const slots = facts ? freeSlots(facts, {}).slots : [];
  const open = new Set(slots.map((slot) => slot.site));
  const here = slots.filter((slot) => slot.site === site).slice(0, timesShown);
  const requests = await door.requests.requestsOf({
    structure: structure.slug,
    prescriber: prescriber.id,
  });
  return context.html(
    <PartnerPage
      words={wordsIn(door)}
      prescriber={prescriber}
      structure={structure}
      demonstration={door.demonstration}
      now={now}
      sites={placesOf(structure).filter(({ id }) => open.has(id))}
      motifs={motifsFor(structure, "partner")}
      chosen={site === null ? null : { site, motif: motif?.id ?? "", slots: here }}
      requests={requests}
      made={made ?? null}
      problem={problem ?? null}
      chat={chatOf(door, structure)}
    />,
    problem ? 409 : 200,
  );
}

function chatOf({ publicUrl }: PrescriberDoor, { slug }: Structure): string {
  return `${publicUrl}/s/${slug}`;
}

function wordsIn({ texts, assets }: PrescriberDoor): PageWords {
  return { assets, speak: (said) => texts.say(said, "fr") };
}
