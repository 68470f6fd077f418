import type { Said, TemplateCall } from "../base/message.ts";
import { saidMoment } from "../base/said.ts";
import { placeholdersOf } from "../base/sentences.ts";
import { instant } from "../base/time.ts";

/** What each template shows, as the code that calls it fills it. */
export interface TemplateValues {
  readonly reminder: { readonly when: string };
  readonly worker_answered: Readonly<Record<never, string>>;
  readonly waiting_list_offer: { readonly when: string };
  readonly outcome_question: Readonly<Record<never, string>>;
  readonly still_there_question: Readonly<Record<never, string>>;
  readonly missed_appointment: Readonly<Record<never, string>>;
  readonly opinion_question: Readonly<Record<never, string>>;
  readonly freed_time: { readonly when: string; readonly until: string };
  readonly still_waiting: Readonly<Record<never, string>>;
}

export type TemplateName = keyof TemplateValues;

/** An approved text of WhatsApp: its words are in `whatsapp-templates.json`, under its name. */
export interface Template {
  readonly name: TemplateName;
  /** Nothing we send outside a conversation advertises anything. */
  readonly category: "UTILITY";
  /** What its text shows, each with an example for whoever approves it. */
  readonly variables: Readonly<Record<string, Said>>;
  /** Texts of its buttons: pressing one is pressing the option of the same place in the reply it stands for. */
  readonly buttons: readonly string[];
}

const when = saidMoment(instant("2026-11-24T13:30:00Z"), "Europe/Paris");
const until = saidMoment(instant("2026-11-23T09:30:00Z"), "Europe/Paris", "time");

const described: {
  readonly [Name in TemplateName]: {
    readonly variables: Readonly<Record<keyof TemplateValues[Name], Said>>;
    readonly buttons: readonly string[];
  };
} = {
  // the phone may be in other hands: an hour, and a way to answer
  reminder: { variables: { when }, buttons: ["rappel:come", "rappel:change", "rappel:cancel"] },
  worker_answered: { variables: {}, buttons: [] },
  waiting_list_offer: {
    variables: { when },
    buttons: ["proposition:accept", "proposition:another", "proposition:talk"],
  },
  // a search for a home is told to nobody who holds the phone: how it goes, and three ways to answer
  outcome_question: { variables: {}, buttons: ["suivi:found", "suivi:notYet", "suivi:noMore"] },
  still_there_question: {
    variables: {},
    buttons: ["suivi:still", "suivi:left", "suivi:noMore"],
  },
  missed_appointment: { variables: {}, buttons: ["manque:book", "manque:talk", "manque:no"] },
  opinion_question: { variables: {}, buttons: ["avis:good", "avis:soso", "avis:bad"] },
  freed_time: {
    variables: { when, until },
    buttons: ["place-libre:take", "place-libre:notNow"],
  },
  still_waiting: {
    variables: {},
    buttons: ["place-libre:yes", "place-libre:no", "place-libre:talk"],
  },
};

/** Every template, in the order in which they are shown to whoever approves them. */
export const templates: readonly Template[] = (Object.keys(described) as TemplateName[]).map(
  templateNamed,
);

/** The template of that name. */
export function templateNamed(name: TemplateName): Template {
  return { name, category: "UTILITY", ...described[name] };
}

/** A template filled, to be sent in place of a text. */
export function templateCall<Name extends TemplateName>(
  name: Name,
  language: string,
  values: TemplateValues[Name],
): TemplateCall {
  return { name, language, values: { ...values } };
}

/** What stands for a reminder where free text may not be sent. */
export function reminderTemplate(when: string, language: string): TemplateCall {
  return templateCall("reminder", language, { when });
}

/** What stands for what is written after an appointment, by its step and by where the flow asks it. */
export function afterTemplate(
  step: string,
  language: string,
  at: { readonly step: string } | null,
): TemplateCall {
  if (step === "missed") return templateCall("missed_appointment", language, {});
  if (step === "opinion") return templateCall("opinion_question", language, {});
  const isHoused = at?.step === "stillThere";
  return templateCall(isHoused ? "still_there_question" : "outcome_question", language, {});
}

/** What stands for a freed time that is kept for somebody. */
export function freedTimeTemplate(when: string, until: string, language: string): TemplateCall {
  return templateCall("freed_time", language, { when, until });
}

/** What stands for news that are read in the conversation: that somebody wrote. */
export function newsTemplate(language: string): TemplateCall {
  return templateCall("worker_answered", language, {});
}

/** What stands for the question to who has waited for weeks. */
export function stillWaitingTemplate(language: string): TemplateCall {
  return templateCall("still_waiting", language, {});
}

/** Where the text of a template, or of a button of it, is found. */
export function templateText(name: TemplateName): string {
  return `whatsapp-templates:${name}`;
}

/** A template as the `message_templates` endpoint of the provider takes it. */
export interface TemplateForm {
  readonly name: string;
  readonly language: string;
  readonly category: string;
  readonly parameter_format: "NAMED";
  readonly components: readonly Readonly<Record<string, unknown>>[];
}

/** The form that asks for a template's approval in one language, as `say` speaks it. */
export function templateForm(
  { name, category, variables, buttons }: Template,
  language: string,
  say: (said: Said) => string,
): TemplateForm {
  const placeholders = Object.fromEntries(
    Object.keys(variables).map((variable) => [variable, `{{${variable}}}`]),
  );
  const examples = Object.entries(variables).map(([variable, example]) => ({
    param_name: variable,
    example: say(example),
  }));
  const body = {
    type: "BODY",
    text: say({ key: templateText(name), values: placeholders }),
    ...(examples.length > 0 ? { example: { body_text_named_params: examples } } : {}),
  };
  const pressed = buttons.map((key) => ({ type: "QUICK_REPLY", text: say({ key }) }));
  return {
    ...{ name, language, category, parameter_format: "NAMED" },
    components: [body, ...(pressed.length > 0 ? [{ type: "BUTTONS", buttons: pressed }] : [])],
  };
}

/** What the provider takes at most, in characters. */
const longest = { text: 1024, button: 25 } as const;

/**
 * Why the provider, or the code that fills it, would refuse a template with this text and these labels of
 * its buttons; nothing when neither would.
 */
export function templateFaults(
  { variables }: Pick<Template, "variables">,
  text: string,
  labels: readonly string[],
): readonly string[] {
  const shown = placeholdersOf(text);
  const filled = Object.keys(variables);
  return [
    ...shown.filter((one) => !filled.includes(one)).map((one) => `nobody fills {{${one}}}`),
    ...filled.filter((one) => !shown.includes(one)).map((one) => `{{${one}}} is not shown`),
    ...(/^\s*\{\{|\}\}\s*$/.test(text) ? ["begins or ends with a variable"] : []),
    ...(text.length > longest.text ? [`${text.length} characters, ${longest.text} at most`] : []),
    ...labels
      .filter((label) => label.length > longest.button)
      .map((label) => `the button "${label}" has more than ${longest.button} characters`),
  ];
}
