import { Hono } from "hono";
import { calendarSite } from "../calendar/calendar-site.ts";
import { securityHeaders } from "../look/security-headers.ts";
import type { PageParts } from "../pages.ts";
import { prescriberRoutes } from "../prescriber/prescriber-routes.tsx";
import { sheetRoutes } from "../sheet/sheet-routes.tsx";

/** The sheets of bilans, each behind the secret of its link. */
export function guardedSheets({ house, settings, assets }: PageParts): Hono {
  const app = new Hono();
  app.use(securityHeaders({ secure: settings.publicUrl.startsWith("https:") }));
  const { structures, texts, clock, store } = house;
  app.route("/", sheetRoutes({ structures, texts, assets, clock, sheets: store.sheets }));
  return app;
}

/** The calendars of workers and sites, each behind its secret address. */
export function guardedCalendars({ house, settings, addressOf }: PageParts): Hono {
  const app = new Hono();
  app.use(securityHeaders({ secure: settings.publicUrl.startsWith("https:") }));
  app.use(async (_, next) => {
    await house.placesKnown();
    await next();
  });
  const { structures, texts, clock, store } = house;
  const { publicUrl } = settings;
  const { calendarFeeds: feeds, eventLinks: links, diary, gatherings } = store;
  const own = { structures, texts, clock, publicUrl, addressOf, feeds, links, diary, gatherings };
  app.route("/", calendarSite(own));
  return app;
}

/** The pages of partners, each behind the secret of its link. */
export function guardedPartners({ house, settings, assets, addressOf, qr }: PageParts): Hono {
  const app = new Hono();
  app.use(securityHeaders({ secure: settings.publicUrl.startsWith("https:") }));
  const { structures, texts, clock, ids, demonstration, store } = house;
  app.route(
    "/",
    prescriberRoutes({
      ...{ structures, texts, assets, clock, ids, demonstration, addressOf },
      ...{ diary: store.diary, requests: store.prescriptions, publicUrl: settings.publicUrl },
      ...(qr ? { qr } : {}),
    }),
  );
  return app;
}
