import { Hono } from "hono";
import { slugOf } from "../observatory/dictionary.ts";
import { placesOf } from "../repertoire/places.ts";
import type { DeskDoor } from "./desk-door.ts";
import { observatoryWords } from "./observatory-asked.ts";
import { Page } from "./page.tsx";
import { type Code, PostersPage } from "./posters-page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import type { View } from "./words.ts";

const mostLanguages = 4;

/** Posters whose code says where a person comes from: made here, printed, hung at a partner's. */
export function posterRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/affiches", async (context) => {
    const view = context.get("view");
    const source = sourceAsked(context);
    const codes = source === null ? [] : await codesFor(door, view, source, context);
    const title = observatoryWords(view).say("posters");
    const waiting = await door.reads.waiting(view.structure.slug);
    return context.html(
      <Page {...{ view, title, waiting }} tab="bilan" layout="agenda">
        <PostersPage
          {...{ view, source, codes, languages: languagesAsked(context) }}
          telegram={botAsked(context)}
          whatsapp={numberAsked(context)}
        />
      </Page>,
    );
  });
  return app;
}

/** A place of the structure's file, or a word of the team's, as links carry it. */
function sourceAsked(context: DeskContext): string | null {
  const { structure } = context.get("view");
  const place = placesOf(structure).find(({ id }) => id === context.req.query("lieu"));
  if (place) return place.id;
  const word = slugOf(context.req.query("ailleurs") ?? "").replaceAll("_", "-");
  return word === "" ? null : word.slice(0, 40);
}

function languagesAsked(context: DeskContext): readonly string[] {
  const { structure } = context.get("view");
  const asked = structure.languages.filter((one) => context.req.queries("langue")?.includes(one));
  return (asked.length > 0 ? asked : structure.languages.slice(0, 1)).slice(0, mostLanguages);
}

function botAsked(context: DeskContext): string | null {
  return /^@?(\w{5,32})$/.exec(context.req.query("telegram")?.trim() ?? "")?.[1] ?? null;
}

function numberAsked(context: DeskContext): string | null {
  const digits = (context.req.query("whatsapp") ?? "").replace(/[^\d]/g, "");
  return /^\d{8,15}$/.test(digits) ? digits : null;
}

/** One code for each network, with the link it stands for; nothing where nothing draws codes. */
async function codesFor(
  door: DeskDoor,
  view: View,
  source: string,
  context: DeskContext,
): Promise<readonly Code[]> {
  const { structure } = view;
  const [first] = door.structures.keys();
  const base = structure.slug === first ? "/" : `/s/${structure.slug}`;
  const bot = botAsked(context);
  const number = numberAsked(context);
  const hello = encodeURIComponent(`Bonjour Trousseau (${source})`);
  const links: readonly Omit<Code, "drawn">[] = [
    { network: "web", address: `${new URL(base, door.publicUrl)}?s=${source}` },
    ...(bot
      ? [{ network: "telegram" as const, address: `https://t.me/${bot}?start=${source}` }]
      : []),
    ...(number
      ? [{ network: "whatsapp" as const, address: `https://wa.me/${number}?text=${hello}` }]
      : []),
  ];
  return Promise.all(
    links.map(async (link) => ({ ...link, drawn: (await door.qr?.(link.address)) ?? null })),
  );
}
