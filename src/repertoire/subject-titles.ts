import { locales } from "../../locales/index.ts";
import type { Said } from "../base/message.ts";

/** The flows that are subjects a young person may bring, as `locales/fr/subjects.json` lists them. */
export const subjectFlows: readonly string[] = Object.keys(locales.fr.subjects);

/** What a subject is called, as the row of a list; what is no subject is called as in the menu. */
export function subjectTitle(flow: string): Said {
  return { key: subjectFlows.includes(flow) ? `subjects:${flow}.title` : `menu:title_${flow}` };
}

/** Whether a flow is something that somebody asks about, and has a name for it. */
export function hasTitle(flow: string): boolean {
  return subjectFlows.includes(flow) || `title_${flow}` in locales.fr.menu;
}

/** A subject as the end of "Tu veux …"; null for a flow that the menu names itself. */
export function subjectTopic(flow: string): Said | null {
  if (!subjectFlows.includes(flow) || `topic_${flow}` in locales.fr.menu) return null;
  return { key: "everywhere:aboutSubject", values: { title: subjectTitle(flow) } };
}
