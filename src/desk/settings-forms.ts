import type { Structure } from "../structure/schema.ts";
import type { EditableSection } from "../structure/sections.ts";

/** What a form of the settings asks for: a part of the file, and what it is to say. */
export interface SettingAsked {
  readonly section: EditableSection;
  readonly value: unknown;
}

/** Ranges of one day of office hours. */
export const rangesADay = 2;

/** What each form of the page of settings means. */
export const settingForms = {
  contact({ contact }: Structure, form: FormData): SettingAsked {
    const told = (name: string) => textOf(form, name) || null;
    const value = {
      ...{ ...contact, phone: told("telephone") },
      ...{ email: told("courriel"), website: told("site") },
    };
    return { section: "contact", value };
  },

  horaires(_: Structure, form: FormData): SettingAsked {
    const value = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      Array.from({ length: rangesADay }, (_none, place) => ({
        weekday,
        from: textOf(form, `de-${weekday}-${place}`),
        to: textOf(form, `a-${weekday}-${place}`),
      })).filter(({ from, to }) => from !== "" || to !== ""),
    );
    return { section: "officeHours", value };
  },

  fermeture({ closures }: Structure, form: FormData): SettingAsked {
    const from = textOf(form, "du");
    const closure = { from, to: textOf(form, "au") || from, reason: textOf(form, "motif") };
    const value = [...closures, closure].sort((one, other) => (one.from < other.from ? -1 : 1));
    return { section: "closures", value };
  },

  "fermeture-retirer"({ closures }: Structure, form: FormData): SettingAsked {
    const gone = textOf(form, "laquelle");
    const value = closures.filter((one) => closureId(one) !== gone);
    return { section: "closures", value };
  },
} as const;
export type SettingForm = keyof typeof settingForms;

/** A closure by its days and its reason. */
export function closureId({ from, to, reason }: Structure["closures"][number]): string {
  return `${from} ${to} ${reason}`;
}

/** What was typed in a field, without the blanks around it. */
export function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? "").trim();
}
