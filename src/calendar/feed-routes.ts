import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import { after, type Clock, hour } from "../base/time.ts";
import type { CalendarFeeds } from "../store/calendar-feeds.ts";
import type { GatheringRecords } from "../store/gathering-store.ts";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";
import { feedText } from "./feed-text.ts";

/** What the calendars need of the house. */
export interface CalendarDoor {
  readonly structures: ReadonlyMap<string, Structure>;
  readonly texts: Texts;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly feeds: Pick<CalendarFeeds, "openFeed" | "mayRead" | "appointmentsOf">;
  readonly gatherings: Pick<GatheringRecords, "between">;
  /** Where a request comes from, as the platform sees it. */
  addressOf(context: Context): string;
}

const day = 24 * hour;
/** What was stays a month, for whoever looks back; what comes is as far as an appointment can be booked. */
const window = { past: 31 * day, future: 180 * day };

/**
 * The calendar of a worker or a site, for whoever has its secret address. One that was revoked, was read
 * by nobody for a year, or was never ours answers the same 404: guessing tells nothing.
 */
export function feedRoutes(door: CalendarDoor): Hono {
  const app = new Hono();
  app.use(etag());
  app.get("/:file{[A-Za-z0-9_-]+\\.ics}", async (context) => {
    context.header("Cache-Control", "private, no-cache");
    context.header("X-Robots-Tag", "noindex, nofollow");
    const now = door.clock.now();
    if (!(await door.feeds.mayRead(door.addressOf(context), now))) {
      context.header("Retry-After", "60");
      return context.json({ error: { code: "too_many" } }, 429);
    }
    const token = context.req.param("file").slice(0, -".ics".length);
    const feed = await door.feeds.openFeed(token, now);
    const structure = feed ? door.structures.get(feed.structure) : undefined;
    if (!feed || !structure) return context.json({ error: { code: "not_found" } }, 404);
    const [from, until] = [after(now, -window.past), after(now, window.future)];
    const [appointments, gatherings] = await Promise.all([
      door.feeds.appointmentsOf(feed, from, until),
      door.gatherings.between(feed.structure, from, until),
    ]);
    const voice = door.texts.of(structure.slug);
    const { publicUrl } = door;
    const speak = (said: Parameters<typeof voice.say>[0]) => voice.say(said, "fr");
    context.header("Content-Type", "text/calendar; charset=utf-8");
    context.header("Content-Disposition", 'inline; filename="agenda.ics"');
    return context.body(feedText({ structure, feed, publicUrl, speak }, appointments, gatherings));
  });
  return app;
}
