import { Hono } from "hono";
import type { LaidDown } from "../appointments/laid-down.ts";
import { fileOf, sectionsIn } from "../repertoire/edited-sections.ts";
import type { Structure } from "../structure/schema.ts";
import { type EditableSection, isEditable, withSections } from "../structure/sections.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import { type Saved, saveSection, versionOf } from "./save-section.ts";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { FilePage } from "./settings-file.tsx";
import { type SettingForm, settingForms, textOf } from "./settings-forms.ts";
import { nothingTold, type Outcome, SettingsPage, settingWords } from "./settings-page.tsx";
import type { View } from "./words.ts";

/** How the association is reached and when, and its file part by part: for administrators alone. */
export function settingRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/reglages", (context) => house(door, context, nothingTold));

  for (const name of Object.keys(settingForms) as SettingForm[]) {
    app.post(`/reglages/${name}`, async (context) => {
      const view = context.get("view");
      if (view.worker.role !== "admin") return notThere(context);
      const form = await formOf(context);
      const asked = settingForms[name](view.structure, form);
      const seen = form.has("vu") ? textOf(form, "vu") : null;
      const saved = await saveSection(door, view, { ...asked, seen });
      return house(door, context, toldOf(saved));
    });
  }

  app.get("/reglages/fichier", (context) => file(door, context, nothingTold, null));
  app.post("/reglages/fichier", async (context) => {
    const view = context.get("view");
    if (view.worker.role !== "admin") return notThere(context);
    const section = sectionIn(context);
    const form = await formOf(context);
    const json = textOf(form, "json");
    const value = form.has("fichier") ? (fileOf(view.structure)[section] ?? null) : read(json);
    if (value === unread) {
      const problems = [{ path: section, message: "is not JSON" }];
      return file(door, context, { told: "refused", problems }, json);
    }
    const seen = textOf(form, "vu");
    const saved = await saveSection(door, view, { section, value, seen });
    const isLost = saved.outcome === "stale" || saved.outcome === "refused";
    return file(door, context, toldOf(saved), isLost ? json : null);
  });
  return app;
}

/** What a page tells of what became of it. */
export function toldOf(saved: Saved): Outcome {
  return { told: saved.outcome, problems: saved.outcome === "refused" ? saved.problems : [] };
}

/** The status that goes with it: a script, and a reader of logs, tell a refusal from a success. */
export function statusOf({ told }: Outcome): 200 | 409 | 422 {
  if (told === "refused") return 422;
  return told === "stale" ? 409 : 200;
}

async function house(door: DeskDoor, context: DeskContext, outcome: Outcome): Promise<Response> {
  const view = context.get("view");
  const { slug } = view.structure;
  if (view.worker.role !== "admin") return notThere(context);
  const [laid, waiting] = await Promise.all([
    door.laidDown.laidDown(slug),
    door.reads.waiting(slug),
  ]);
  const versions = {
    contact: versionOf(laid, "contact"),
    officeHours: versionOf(laid, "officeHours"),
  };
  return context.html(
    <Page {...{ view, waiting }} title={settingWords(view)("title")} tab="settings" layout="agenda">
      <SettingsPage {...{ view, versions, ...outcome }} />
    </Page>,
    statusOf(outcome),
  );
}

async function file(
  door: DeskDoor,
  context: DeskContext,
  outcome: Outcome,
  typed: string | null,
): Promise<Response> {
  const view = context.get("view");
  const { slug } = view.structure;
  if (view.worker.role !== "admin") return notThere(context);
  const section = sectionIn(context);
  const [laid, waiting] = await Promise.all([
    door.laidDown.laidDown(slug),
    door.reads.waiting(slug),
  ]);
  const seen = versionOf(laid, section);
  const text = typed ?? JSON.stringify(standing(view, laid)[section] ?? null, null, 2);
  return context.html(
    <Page {...{ view, waiting }} title={settingWords(view)("title")} tab="settings" layout="agenda">
      <FilePage {...{ view, section, text, seen, isOwn: seen !== "", ...outcome }} />
    </Page>,
    statusOf(outcome),
  );
}

function sectionIn(context: DeskContext): EditableSection {
  const asked = context.req.query("partie") ?? "";
  return isEditable(asked) ? asked : "motifs";
}

/** The file with what was written anew, without the places of a while. */
function standing({ structure }: View, laid: readonly LaidDown[]): Structure {
  const reading = withSections(fileOf(structure), sectionsIn(laid));
  return reading.outcome === "read" ? reading.structure : structure;
}

const unread = Symbol("not JSON");

function read(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return unread;
  }
}
