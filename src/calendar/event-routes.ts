import { type Context, Hono } from "hono";
import type { Appointment } from "../appointments/appointment.ts";
import type { Diary } from "../appointments/diary.ts";
import { after, type Clock, hour, type Instant } from "../base/time.ts";
import { eventText } from "../repertoire/appointment-file.ts";
import type { CalendarFeeds } from "../store/calendar-feeds.ts";
import type { EventLinks } from "../store/event-links.ts";
import type { Structure } from "../structure/schema.ts";

/** What the file of one appointment needs of the house. */
export interface EventDoor {
  readonly structures: ReadonlyMap<string, Structure>;
  readonly clock: Clock;
  readonly links: Pick<EventLinks, "read">;
  readonly feeds: Pick<CalendarFeeds, "mayRead">;
  readonly diary: Pick<Diary, "appointment">;
  /** Where a request comes from, as the platform sees it. */
  addressOf(context: Context): string;
}

/** Long after it, nobody adds an appointment to a calendar any more. */
const readFor = 30 * 24 * hour;

/**
 * The calendar file of one appointment, for who has its signed address: where a network takes no such
 * file. It says what is true now: moved or cancelled, it takes the entry out of the calendar.
 */
export function eventRoutes(door: EventDoor): Hono {
  const app = new Hono();
  app.get("/:file{[\\w.-]+\\.ics}", async (context) => {
    context.header("Cache-Control", "private, no-store");
    context.header("X-Robots-Tag", "noindex, nofollow");
    const now = door.clock.now();
    if (!(await door.feeds.mayRead(door.addressOf(context), now))) {
      context.header("Retry-After", "60");
      return context.json({ error: { code: "too_many" } }, 429);
    }
    const id = door.links.read(context.req.param("file").slice(0, -".ics".length));
    const appointment = id === null ? null : await door.diary.appointment(id);
    const structure = appointment ? door.structures.get(appointment.structure) : undefined;
    if (!appointment || !structure || !isShown(appointment, now))
      return context.json({ error: { code: "not_found" } }, 404);
    context.header("Content-Type", "text/calendar; charset=utf-8");
    context.header("Content-Disposition", 'attachment; filename="rdv.ics"');
    return context.body(eventText(structure, { appointment, replaced: null, now }));
  });
  return app;
}

/** Somebody who was erased has no appointment any more; a time that is only proposed is none yet. */
function isShown({ person, status, start }: Appointment, now: Instant): boolean {
  return person !== "erased" && status !== "proposed" && now < after(start, readFor);
}
