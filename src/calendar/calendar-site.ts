import { Hono } from "hono";
import { type EventDoor, eventRoutes } from "./event-routes.ts";
import { type CalendarDoor, feedRoutes } from "./feed-routes.ts";

/** All that is read at /calendar: the feeds of the team, and the file of one appointment. */
export function calendarSite(door: CalendarDoor & EventDoor): Hono {
  const app = new Hono();
  app.route("/", feedRoutes(door));
  app.route("/rdv", eventRoutes(door));
  return app;
}
