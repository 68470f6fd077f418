import type { Instant } from "../base/time.ts";
import type { DeskDoor } from "./desk-door.ts";
import type { Lists } from "./queue.tsx";
import { filterIn } from "./queue-filter.ts";
import type { View } from "./words.ts";

const pageSize = 30;
/** After everything that has happened. */
const fromNow = Number.MAX_SAFE_INTEGER as Instant;

/** Reads the list a page asks for: the queue, or a page of those the bot holds. */
export function queueReader({ reads }: Pick<DeskDoor, "reads">) {
  return async (view: View, query: Readonly<Record<string, string>>): Promise<Lists> => {
    const structure = view.structure.slug;
    const filter = filterIn(query);
    const waiting = await reads.waiting(structure);
    if (query["onglet"] !== "robot") {
      return { view, tab: "file", rows: await reads.queue(structure), waiting, filter };
    }
    const before = Number(query["avant"]);
    const isPage = Number.isSafeInteger(before) && before > 0;
    const found = await reads.withBot(
      structure,
      isPage ? (before as Instant) : fromNow,
      pageSize + 1,
    );
    const rows = found.slice(0, pageSize);
    const last = found.length > pageSize ? rows.at(-1) : undefined;
    const older = last ? `/desk?onglet=robot&avant=${last.lastActivityAt}` : undefined;
    return { view, tab: "robot", rows, waiting, older, newest: isPage, filter };
  };
}
