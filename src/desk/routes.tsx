import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { accountRoutes } from "./account-routes.tsx";
import { actRoutes } from "./acts.tsx";
import { agendaRoutes } from "./agenda-routes.tsx";
import { appointmentRoutes } from "./appointment-routes.tsx";
import { bilansRoutes } from "./bilans-routes.tsx";
import { calendarRoutes } from "./calendars-routes.tsx";
import { cannedRoutes } from "./canned-routes.tsx";
import { channelRoutes } from "./channels-routes.tsx";
import type { DeskDoor } from "./desk-door.ts";
import { dossierRoutes } from "./dossiers-routes.tsx";
import { entranceRoutes } from "./entrance.tsx";
import { factRoutes } from "./fact-routes.ts";
import { fileRoutes } from "./file-routes.ts";
import { filingRoutes } from "./filing-routes.ts";
import { interviewRoutes } from "./interview-routes.ts";
import { languageRoutes } from "./languages-routes.tsx";
import { lodgingRoutes } from "./lodging-routes.tsx";
import { measureRoutes } from "./measure-routes.tsx";
import { misheardRoutes } from "./misheard-routes.tsx";
import { missingRoutes } from "./missing-routes.tsx";
import { observatoryRoutes } from "./observatory-routes.tsx";
import { notThere } from "./opened.tsx";
import { ownCallsRoutes } from "./own-calls-routes.ts";
import { pageRoutes } from "./pages.tsx";
import { paperRoutes } from "./paper-routes.ts";
import { partnerRoutes } from "./partners-routes.tsx";
import { peopleRoutes } from "./people-routes.tsx";
import { posterRoutes } from "./posters-routes.tsx";
import { presenceRoutes } from "./presence-routes.ts";
import { reminderRoutes } from "./reminders-routes.tsx";
import { replayRoutes } from "./replay-routes.tsx";
import { rulesRoutes } from "./rules-routes.tsx";
import { secondFactorRoutes } from "./second-factor-routes.tsx";
import { type DeskEnv, sessionGuard } from "./session-guard.ts";
import { settingKeysRoutes } from "./settings-keys.tsx";
import { settingRoutes } from "./settings-routes.tsx";
import { settingWordsRoutes } from "./settings-words-routes.tsx";
import { sheetsRoutes } from "./sheets-routes.tsx";
import { signedBilanRoutes } from "./signed-bilans-routes.tsx";
import { situationRoutes } from "./situations-routes.tsx";
import { deskStream } from "./stream.ts";
import { styleRoutes } from "./style-page.tsx";
import { supplyRoutes } from "./supply-routes.tsx";
import { teamRoutes } from "./team-routes.tsx";
import { waitingRoutes } from "./waiting-routes.tsx";
import { workshopRoutes } from "./workshops-routes.tsx";

/** The desk, to be mounted at /desk. `closeStreams` ends what is told live, before the process stops. */
export function deskRoutes(door: DeskDoor): {
  readonly app: Hono<DeskEnv>;
  readonly closeStreams: () => void;
} {
  const app = new Hono<DeskEnv>();
  const stream = deskStream(door);
  const origin = new URL(door.publicUrl).origin;

  // a form posted from another site is refused, whatever cookies go with it
  app.use(
    csrf({
      origin: (from, context) => from === origin || from === new URL(context.req.url).origin,
    }),
  );
  app.route("/", entranceRoutes(door));
  app.use(sessionGuard(door));
  app.get("/stream", (context) => stream.answer(context));
  app.route("/", pageRoutes(door));
  app.route("/", fileRoutes(door));
  app.route("/", actRoutes(door));
  app.route("/", filingRoutes(door));
  app.route("/", cannedRoutes(door));
  app.route("/", paperRoutes(door));
  app.route("/", factRoutes(door));
  app.route("/", agendaRoutes(door));
  app.route("/", peopleRoutes(door));
  app.route("/", teamRoutes(door));
  app.route("/", presenceRoutes(door));
  app.route("/", interviewRoutes(door));
  app.route("/", replayRoutes(door));
  app.route("/", settingRoutes(door));
  app.route("/", settingWordsRoutes(door));
  app.route("/", settingKeysRoutes(door));
  app.route("/", styleRoutes(door));
  app.route("/", dossierRoutes(door));
  app.route("/", lodgingRoutes(door));
  app.route("/", measureRoutes(door));
  app.route("/", missingRoutes(door));
  app.route("/", calendarRoutes(door));
  app.route("/", supplyRoutes(door));
  app.route("/", workshopRoutes(door));
  app.route("/", waitingRoutes(door));
  app.route("/", reminderRoutes(door));
  app.route("/", appointmentRoutes(door));
  app.route("/", sheetsRoutes(door));
  app.route("/", partnerRoutes(door));
  app.route("/", channelRoutes(door));
  app.route("/", rulesRoutes(door));
  app.route("/", languageRoutes(door));
  app.route("/", misheardRoutes(door));
  app.route("/", bilansRoutes(door));
  app.route("/", observatoryRoutes(door));
  app.route("/", signedBilanRoutes(door));
  app.route("/", situationRoutes(door));
  app.route("/", posterRoutes(door));
  app.route("/", accountRoutes(door));
  app.route("/", ownCallsRoutes(door));
  app.route("/", secondFactorRoutes(door));
  app.all("*", notThere);
  return { app, closeStreams: stream.close };
}
