import { Hono } from "hono";
import { saidMoment } from "../base/said.ts";
import type { Clock } from "../base/time.ts";
import type { Assets } from "../look/assets.ts";
import type { SheetRecords } from "../store/sheet-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";
import { GonePage, type PageWords, SheetPage } from "./sheet-page.tsx";

/** What the page of a sheet needs of the house. */
export interface SheetDoor {
  /** The first one speaks where no sheet says whose it is. */
  readonly structures: ReadonlyMap<string, Structure>;
  readonly texts: Texts;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly sheets: Pick<SheetRecords, "openedBy">;
}

/**
 * The sheet of a bilan, to be read and printed by whoever has its link: no session, no script. A link that
 * ran out, was closed or was never ours answers the same 404, so that guessing tells nothing.
 */
export function sheetRoutes(door: SheetDoor): Hono {
  const app = new Hono();
  app.get("/:token", async (context) => {
    context.header("Cache-Control", "private, no-store");
    context.header("X-Robots-Tag", "noindex, nofollow");
    const opened = await door.sheets.openedBy(context.req.param("token"), door.clock.now());
    const structure = opened ? door.structures.get(opened.sheet.structure) : undefined;
    if (!opened || !structure) {
      const [first] = door.structures.values();
      if (!first) return context.notFound();
      return context.html(
        <GonePage words={wordsIn(door, first, "fr")} assets={door.assets} />,
        404,
      );
    }
    const words = wordsIn(door, structure, opened.sheet.language);
    const { sheet, until } = opened;
    return context.html(
      <SheetPage
        words={words}
        assets={door.assets}
        structure={structure}
        sheet={sheet}
        until={until}
      />,
    );
  });
  return app;
}

function wordsIn({ texts }: SheetDoor, { slug, zone }: Structure, language: string): PageWords {
  const voice = texts.of(slug);
  return {
    language,
    speak: (said) => voice.say(said, language),
    day: (at) => voice.say(saidMoment(at, zone, "day"), language),
  };
}
