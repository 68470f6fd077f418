import { templateFaults, templates, templateText } from "../channels/whatsapp-templates.ts";
import type { Problem } from "../engine/problem.ts";
import { type Locales, sentence } from "../engine/wording.ts";

/** The templates of WhatsApp that the provider or the code that fills them would refuse, in each language. */
export function templateProblems(locales: Locales): readonly Problem[] {
  return Object.keys(locales).flatMap((language) =>
    templates.flatMap((template): Problem[] => {
      const text = templateText(template.name);
      const about = { flow: "whatsapp-templates", text, language };
      const body = sentence(locales, language, text);
      if (body === undefined) return [{ code: "missingText", ...about, detail: "no such text" }];
      const labels = template.buttons.map((key) => sentence(locales, language, key) ?? "");
      return templateFaults(template, body, labels).map((detail) => ({
        ...{ code: "templateRefused", ...about, detail },
      }));
    }),
  );
}
