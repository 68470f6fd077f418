import { Hono } from "hono";
import type { WorkerId } from "../base/ids.ts";
import type { TeamChanged } from "../store/team-store.ts";
import { type DeskDoor, roles } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { isManager } from "./may.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { type LinkMade, TeamPage, type TeamTold, teamTellings, teamWords } from "./team-page.tsx";

/** The team: seen by managers, changed by administrators, each within their own structure. */
export function teamRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/equipe", async (context) => {
    if (!isManager(context.get("view").worker)) return notThere(context);
    const told = teamTellings.find((one) => one === context.req.query("avis")) ?? null;
    return show(door, context, { told, made: null });
  });

  app.post("/equipe", async (context) => {
    const { worker, structure } = context.get("view");
    if (worker.role !== "admin") return notThere(context);
    const form = await formOf(context);
    const name = String(form.get("nom") ?? "").trim();
    const email = String(form.get("courriel") ?? "").trim();
    const role = roles.find((one) => one === form.get("role"));
    if (name === "" || name.length > 80 || !role) return context.body(null, 400);
    const added = await door.addWorker({ name, email, role, structure: structure.slug });
    if (added.outcome === "exists") return told(context, "not_exists");
    if (added.outcome !== "added" || added.link === null) return told(context, "not_badAddress");
    await door.team.setRole({ ...changing(context), worker: added.id }, role);
    return show(door, context, {
      told: null,
      made: await handed(door, context, { name, email, link: added.link }),
    });
  });

  app.post("/equipe/:id/lien", async (context) => {
    const member = await memberOf(door, context);
    if (!member) return notThere(context);
    const link = await door.newLink(member.email);
    if (link === null) return told(context, "not_gone");
    return show(door, context, {
      told: null,
      made: await handed(door, context, { ...member, link }),
    });
  });

  app.post("/equipe/:id/role", async (context) => {
    if (!(await memberOf(door, context))) return notThere(context);
    const asked = (await formOf(context)).get("role");
    const role = roles.find((one) => one === asked);
    if (!role) return context.body(null, 400);
    return become(context, () => door.team.setRole(changing(context), role), "done_role");
  });

  app.post("/equipe/:id/acces", async (context) => {
    if (!(await memberOf(door, context))) return notThere(context);
    const isOut = (await formOf(context)).get("ouvert") !== "oui";
    const done = isOut ? "done_out" : "done_in";
    return become(context, () => door.team.setDisabled(changing(context), isOut), done);
  });

  app.post("/equipe/:id/sessions", async (context) => {
    if (!(await memberOf(door, context))) return notThere(context);
    return become(context, () => door.team.endSessions(changing(context)), "done_sessions");
  });
  return app;
}

interface Shown {
  readonly told: TeamTold | null;
  readonly made: LinkMade | null;
}

async function show(door: DeskDoor, context: DeskContext, shown: Shown): Promise<Response> {
  const view = context.get("view");
  const { slug } = view.structure;
  const [members, waiting] = await Promise.all([
    door.team.members(slug, view.now),
    door.reads.waiting(slug),
  ]);
  return context.html(
    <Page {...{ view, waiting }} title={teamWords(view)("title")} tab="team" layout="agenda">
      <TeamPage {...{ view, members, ...shown }} />
    </Page>,
  );
}

/** A link is sent where e-mails can be written, else shown to whoever asked. */
async function handed(
  door: DeskDoor,
  context: DeskContext,
  { name, email, link }: Omit<LinkMade, "isMailed">,
): Promise<LinkMade> {
  const view = context.get("view");
  const say = teamWords(view);
  const sent = await door.writeMail?.(email, {
    title: say("mailTitle", { service: view.structure.service }),
    body: say("mailBody"),
    ...{ link, about: "link", stop: null },
  });
  return { name, email, link, isMailed: sent?.outcome === "rung" };
}

function changing(context: DeskContext) {
  const { structure, worker, now } = context.get("view");
  const id = (context.req.param("id") ?? "") as WorkerId;
  return { structure: structure.slug, worker: id, by: worker.id, now };
}

/** Whom an administrator acts upon; null for anybody else, and for somebody of another structure. */
async function memberOf(door: DeskDoor, context: DeskContext) {
  const { structure, worker, now } = context.get("view");
  if (worker.role !== "admin") return null;
  const members = await door.team.members(structure.slug, now);
  return members.find(({ id }) => id === context.req.param("id")) ?? null;
}

async function become(
  context: DeskContext,
  change: () => Promise<TeamChanged>,
  done: TeamTold,
): Promise<Response> {
  // one who shuts themselves out, or gives up their role, could not take it back
  if (context.req.param("id") === context.get("view").worker.id) return told(context, "not_self");
  const outcome = await change();
  return told(context, outcome === "changed" ? done : `not_${outcome}`);
}

function told(context: DeskContext, what: TeamTold): Response {
  return context.redirect(`/desk/equipe?avis=${what}`, 303);
}
