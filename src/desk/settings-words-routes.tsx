import { Hono } from "hono";
import type { Child } from "hono/jsx";
import { isOffered, type Language } from "../../locales/index.ts";
import type { DeskDoor } from "./desk-door.ts";
import { findSentences, sentenceOf } from "./find-sentences.ts";
import { formOf } from "./form-of.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import { saveSection, versionOf } from "./save-section.ts";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { AnswersPage } from "./settings-answers.tsx";
import { textOf } from "./settings-forms.ts";
import { nothingTold, type Outcome, settingWords } from "./settings-page.tsx";
import { statusOf, toldOf } from "./settings-routes.tsx";
import { SentencePage, SentencesPage } from "./settings-sentences.tsx";
import type { View } from "./words.ts";

/** What the association says its own way: sentences of the assistant, and ready answers of the team. */
export function settingWordsRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get("/reglages/phrases", async (context) => {
    const view = context.get("view");
    if (view.worker.role !== "admin") return notThere(context);
    const language = languageIn(context);
    const words = context.req.query("mots") ?? "";
    const found = findSentences(view.structure, language, words);
    return page(door, context, <SentencesPage {...{ view, language, words, found }} />);
  });

  app.get("/reglages/phrase", (context) => sentence(door, context, nothingTold, null));
  app.post("/reglages/phrase", async (context) => {
    const view = context.get("view");
    const { structure, worker } = view;
    const language = languageIn(context);
    const key = context.req.query("cle") ?? "";
    if (worker.role !== "admin" || !sentenceOf(structure, language, key)) return notThere(context);
    const form = await formOf(context);
    const text = textOf(form, "phrase").replaceAll("\r\n", "\n");
    const act = textOf(form, "faire");
    if (act === "voir") return sentence(door, context, nothingTold, text);
    const own = { ...structure.texts?.[language] };
    if (act === "revenir" || text === "") delete own[key];
    else own[key] = text;
    const value = { ...structure.texts, [language]: own };
    const saved = await saveSection(door, view, {
      ...{ section: "texts", value: withoutEmpty(value), seen: textOf(form, "vu") },
    });
    const isLost = saved.outcome === "stale" || saved.outcome === "refused";
    return sentence(door, context, toldOf(saved), isLost ? text : null);
  });

  app.get("/reglages/reponses", (context) => answers(door, context, nothingTold, null));
  app.post("/reglages/reponses", async (context) => {
    const view = context.get("view");
    const { structure, worker } = view;
    if (worker.role !== "admin") return notThere(context);
    const form = await formOf(context);
    const id = textOf(form, "laquelle");
    const before = structure.cannedAnswers ?? [];
    const others = before.filter((one) => one.id !== id);
    const answer = {
      id: id || `r-${door.ids.next()}`,
      title: textOf(form, "titre"),
      text: textsIn(view, form),
    };
    const isGone = textOf(form, "faire") === "retirer";
    const kept =
      id === "" ? [...others, answer] : before.map((one) => (one.id === id ? answer : one));
    const value = isGone ? others : kept;
    const saved = await saveSection(door, view, {
      ...{
        section: "cannedAnswers",
        value: value.length > 0 ? value : null,
        seen: textOf(form, "vu"),
      },
    });
    const isLost = saved.outcome === "stale" || saved.outcome === "refused";
    return answers(door, context, toldOf(saved), isLost && !isGone ? { ...answer, id } : null);
  });
  return app;
}

async function page(
  door: DeskDoor,
  context: DeskContext,
  shown: Child,
  status: 200 | 409 | 422 = 200,
) {
  const view = context.get("view");
  const waiting = await door.reads.waiting(view.structure.slug);
  return context.html(
    <Page {...{ view, waiting }} title={settingWords(view)("title")} tab="settings" layout="agenda">
      {shown}
    </Page>,
    status,
  );
}

async function sentence(
  door: DeskDoor,
  context: DeskContext,
  outcome: Outcome,
  typed: string | null,
): Promise<Response> {
  const view = context.get("view");
  const language = languageIn(context);
  const found = sentenceOf(view.structure, language, context.req.query("cle") ?? "");
  if (view.worker.role !== "admin" || !found) return notThere(context);
  const seen = versionOf(await door.laidDown.laidDown(view.structure.slug), "texts");
  const text = typed ?? found.own ?? found.common;
  const shown = { view, language, sentence: found, text, isPreview: typed !== null, seen };
  return page(door, context, <SentencePage {...shown} {...outcome} />, statusOf(outcome));
}

async function answers(
  door: DeskDoor,
  context: DeskContext,
  outcome: Outcome,
  typed: Parameters<typeof AnswersPage>[0]["typed"],
): Promise<Response> {
  const view = context.get("view");
  if (view.worker.role !== "admin") return notThere(context);
  const seen = versionOf(await door.laidDown.laidDown(view.structure.slug), "cannedAnswers");
  const shown = <AnswersPage {...{ view, seen, typed, ...outcome }} />;
  return page(door, context, shown, statusOf(outcome));
}

function languageIn(context: DeskContext): Language {
  const { languages } = context.get("view").structure;
  const asked = context.req.query("langue") ?? "fr";
  return languages.includes(asked) && isOffered(asked) ? asked : "fr";
}

/** What was typed in each language; those left empty are not said. */
function textsIn({ structure }: View, form: FormData): Record<string, string> {
  const typed = structure.languages.map((language) => [
    language,
    textOf(form, `texte-${language}`).replaceAll("\r\n", "\n"),
  ]);
  return Object.fromEntries(typed.filter(([, text]) => text !== ""));
}

/** Languages in which nothing is said otherwise are not there; nothing at all is nothing. */
function withoutEmpty(texts: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const kept = Object.entries(texts).filter(([, own]) => Object.keys(own).length > 0);
  return kept.length > 0 ? Object.fromEntries(kept) : null;
}
