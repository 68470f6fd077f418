import { expect, test } from "vitest";
import { locales, offeredLanguages, tones } from "../../locales/index.ts";
import type { Said } from "../../src/base/message.ts";
import {
  templateFaults,
  templateForm,
  templateNamed,
  templates,
} from "../../src/channels/whatsapp-templates.ts";
import { templateProblems } from "../../src/commands/template-problems.ts";
import { openTexts } from "../../src/texts.ts";

const texts = openTexts({ strict: true, structures: new Map([["vous", { tone: "vous" }]]) });
const offered = Object.fromEntries(
  offeredLanguages.map((language) => [language, locales[language]]),
);
const when: Readonly<Record<string, Said>> = { when: { key: "web:title" } };

test("each template we call has its words in each language, and none would be refused", () => {
  expect(templates.map(({ name }) => name)).toEqual([
    ...["reminder", "worker_answered", "waiting_list_offer", "outcome_question"],
    ...[
      "still_there_question",
      "missed_appointment",
      "opinion_question",
      "freed_time",
      "still_waiting",
    ],
  ]);
  expect(templateProblems({ ...offered, ...tones })).toEqual([]);
});

test.each([
  ["On se voit {{when}} ?", when, [], []],
  ["{{when}}, on se voit.", when, [], ["begins or ends with a variable"]],
  ["On se voit {{when}}", when, [], ["begins or ends with a variable"]],
  ["On se voit bientôt.", when, [], ["{{when}} is not shown"]],
  ["À {{place}} le {{when}} !", when, [], ["nobody fills {{place}}"]],
  ["é".repeat(1024), {}, [], []],
  ["é".repeat(1025), {}, [], ["1025 characters, 1024 at most"]],
  ["Bonjour.", {}, ["é".repeat(25)], []],
  [
    "Bonjour.",
    {},
    ["é".repeat(26)],
    [`the button "${"é".repeat(26)}" has more than 25 characters`],
  ],
])("the provider on %j", (text, variables, labels, faults) => {
  expect(templateFaults({ variables }, text, labels)).toEqual(faults);
});

test("a language without a template's words is named", () => {
  const { reminder: _, ...others } = locales.en["whatsapp-templates"];
  const broken = { ...offered, en: { ...locales.en, "whatsapp-templates": others } };
  expect(templateProblems(broken)).toEqual([
    {
      ...{ code: "missingText", flow: "whatsapp-templates", text: "whatsapp-templates:reminder" },
      ...{ language: "en", detail: "no such text" },
    },
  ]);
});

test("the reminder as the provider's form takes it: an hour with an example, three buttons, no place", () => {
  const form = (slug: string) =>
    templateForm(templateNamed("reminder"), "fr", (said) => texts.of(slug).say(said, "fr"));
  expect(form("tu")).toEqual({
    ...{ name: "reminder", language: "fr", category: "UTILITY", parameter_format: "NAMED" },
    components: [
      {
        type: "BODY",
        text: "Bonjour, petit rappel : {{when}}. Tu viens ?",
        example: {
          body_text_named_params: [{ param_name: "when", example: "mardi 24 novembre à 14 h 30" }],
        },
      },
      {
        type: "BUTTONS",
        buttons: ["Je viens", "Changer", "Annuler"].map((text) => ({ type: "QUICK_REPLY", text })),
      },
    ],
  });
  expect(form("vous").components[0]?.["text"]).toBe(
    "Bonjour, petit rappel : {{when}}. Vous venez ?",
  );
});
