import { Hono } from "hono";
import { after, hour } from "../base/time.ts";
import { bilanCsv } from "../bilan/bilan-csv.ts";
import { bilanJson } from "../bilan/bilan-json.ts";
import { bilanPage } from "../bilan/bilan-page.tsx";
import { bilanXlsx } from "../bilan/bilan-xlsx.ts";
import { openedWords } from "../bilan/opened-words.ts";
import { printed } from "../bilan/printed.ts";
import { situationsBehind } from "../observatory/behind.ts";
import { linesOn } from "../observatory/thresholds.ts";
import { BoardPage } from "./board-page.tsx";
import type { DeskDoor } from "./desk-door.ts";
import { FlowPage, flowName } from "./flow-page.tsx";
import { bilanAddress, bilanAsked, bilanFor, observatoryWords } from "./observatory-asked.ts";
import { ObservatoryPage } from "./observatory-page.tsx";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { SituationList } from "./situation-list.tsx";

/** What the board may look back over. */
const boardDays = [7, 28, 90] as const;
/** Behind one number stand at most so many records on a page. */
const mostListed = 300;

/** The bilan on the desk: read, narrowed, saved, and opened down to its records. */
export function observatoryRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/observatoire", async (context) => {
    const view = context.get("view");
    const asked = bilanAsked(context);
    const words = observatoryWords(view);
    const [waiting, whole, signed] = await Promise.all([
      door.reads.waiting(view.structure.slug),
      asked.isTooLong ? null : printedFor(context),
      door.signedBilans.signed(view.structure.slug),
    ]);
    return context.html(
      <Page
        view={view}
        title={words.say("pageTitle")}
        tab="bilan"
        waiting={waiting}
        layout="agenda"
      >
        <ObservatoryPage view={view} asked={asked} printed={whole} signed={signed} />
      </Page>,
    );
  });

  app.get("/observatoire/:file{bilan\\.(?:html|xlsx|json)}", async (context) => {
    const view = context.get("view");
    const asked = bilanAsked(context);
    if (asked.isTooLong) return notThere(context);
    const words = observatoryWords(view);
    const format = context.req.param("file").slice("bilan.".length);
    const { from, to } = asked.period;
    context.header("Content-Disposition", `attachment; filename="bilan-${from}-${to}.${format}"`);
    context.header("Cache-Control", "private, no-store");
    if (format === "json")
      return context.json(bilanJson(await bilanFor(view, asked), words, asked.toPublish));
    const whole = await printedFor(context);
    if (format === "html") return context.html(bilanPage(whole, words, styleOf(door)));
    const book = await bilanXlsx(whole, words);
    return context.body(new Uint8Array(book), 200, {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    });
  });

  app.get("/observatoire/tableau.csv", async (context) => {
    const view = context.get("view");
    if (bilanAsked(context).isTooLong) return notThere(context);
    const name = `${context.req.query("tableau")}.csv`;
    const files = bilanCsv(await printedFor(context), observatoryWords(view));
    const file = files.find((one) => one.name === name);
    if (!file) return notThere(context);
    context.header("Content-Disposition", `attachment; filename="${file.name}"`);
    return context.body(file.text, 200, { "Content-Type": "text/csv; charset=utf-8" });
  });

  app.get("/tableau", async (context) => {
    const view = context.get("view");
    const days = daysAsked(context.req.query("jours"));
    const { slug } = view.structure;
    const [waiting, board] = await Promise.all([
      door.reads.waiting(slug),
      door.liveBoard(slug, after(view.now, -days * 24 * hour), view.now),
    ]);
    const title = observatoryWords(view).say("board");
    return context.html(
      <Page view={view} title={title} tab="bilan" waiting={waiting} layout="agenda">
        <BoardPage {...{ view, board, days }} />
      </Page>,
    );
  });

  app.get("/parcours/:flow", async (context) => {
    const view = context.get("view");
    const flow = context.req.param("flow");
    const steps = door.drawn(flow);
    if (!steps) return notThere(context);
    const days = daysAsked(context.req.query("jours"));
    const { slug } = view.structure;
    const [waiting, counts] = await Promise.all([
      door.reads.waiting(slug),
      door.stepCounts(slug, flow, after(view.now, -days * 24 * hour), view.now),
    ]);
    const title = observatoryWords(view).say("flowTitle", { flow: flowName(view, flow) });
    return context.html(
      <Page view={view} title={title} tab="bilan" waiting={waiting} layout="agenda">
        <FlowPage {...{ view, flow, steps, counts, days }} />
      </Page>,
    );
  });

  app.get("/observatoire/situations", async (context) => {
    const view = context.get("view");
    const asked = bilanAsked(context);
    const words = observatoryWords(view);
    const [table, figure] = [context.req.query("tableau"), context.req.query("chiffre")];
    const code = context.req.query("code") || null;
    if ((!table && !figure) || asked.isTooLong) return notThere(context);
    const opened = table ? { table, code } : { figure: figure ?? "" };
    const { period, filters } = asked;
    const found = await situationsBehind(
      door.observatory,
      { structure: view.structure.slug, period, filters, lines: linesOn(period.to) },
      opened,
      mostListed,
    );
    if (!found) return notThere(context);
    const what = openedWords(words, opened, linesOn(period.to));
    const title = words.say("situationsOf", { what });
    return context.html(
      <Page
        view={view}
        title={title}
        tab="bilan"
        waiting={await door.reads.waiting(view.structure.slug)}
        layout="agenda"
      >
        <SituationList
          {...{ view, title, situations: found, most: mostListed }}
          back={bilanAddress("/desk/observatoire", asked)}
        />
      </Page>,
    );
  });
  return app;
}

function daysAsked(given: string | undefined): (typeof boardDays)[number] {
  return boardDays.find((one) => one === Number(given)) ?? boardDays[0];
}

async function printedFor(context: DeskContext) {
  const view = context.get("view");
  const asked = bilanAsked(context);
  const report = await bilanFor(view, asked);
  const { service } = view.structure;
  return printed(report, observatoryWords(view), { service, toPublish: asked.toPublish });
}

/** The rules of the bilan, which go with it into a file. */
function styleOf({ assets }: DeskDoor): string {
  return new TextDecoder().decode(assets.find(assets.href("bilan.css"))?.body);
}
