import type { Child } from "hono/jsx";
import { saidDay } from "../base/said.ts";
import type { Problem } from "../structure/cross-check.ts";
import { closureId, rangesADay } from "./settings-forms.ts";
import { weekdayNames } from "./supply-inputs.tsx";
import type { View } from "./words.ts";

/** What became of what was asked. */
const settingTellings = ["kept", "backToFile", "stale", "refused"] as const;
export type SettingTold = (typeof settingTellings)[number];

export function settingWords(view: View) {
  return (key: string, values = {}) => view.speak({ key: `reglages:${key}`, values });
}

/** What a page of settings is told of what was just asked. */
export interface Outcome {
  readonly told: SettingTold | null;
  readonly problems: readonly Problem[];
}

export const nothingTold: Outcome = { told: null, problems: [] };

/** What became of it, in words; each problem with the place where it is. */
export function Told({ view, told, problems }: Outcome & { readonly view: View }) {
  const say = settingWords(view);
  if (told === null) return null;
  const isGood = told === "kept" || told === "backToFile";
  return (
    <div class={isGood ? "notice" : "notice notice-attention"} role={isGood ? "status" : "alert"}>
      <p>{say(`told_${told}`)}</p>
      {problems.length > 0 ? (
        <ul>
          {problems.map(({ path, message }) => (
            <li>
              <code>{path}</code> <span lang="en">{message}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The way between the pages of settings. */
export function SettingsFrame({
  view,
  current,
  children,
}: {
  readonly view: View;
  readonly current: "" | "phrases" | "reponses" | "fichier" | "cles";
  readonly children?: Child;
}) {
  const say = settingWords(view);
  const pages = ["", "phrases", "reponses", "fichier", "cles"] as const;
  return (
    <section class="agenda settings">
      <h1>{say("title")}</h1>
      <nav class="settings-pages" aria-label={say("pages")}>
        {pages.map((page) => (
          <a
            href={`/desk/reglages${page ? `/${page}` : ""}`}
            aria-current={page === current ? "page" : undefined}
          >
            {say(`page_${page || "house"}`)}
          </a>
        ))}
      </nav>
      {children}
    </section>
  );
}

interface HouseShown extends Outcome {
  readonly view: View;
  /** The writings that are shown, by part. */
  readonly versions: { readonly contact: string; readonly officeHours: string };
}

/** How the association is reached, when somebody is there, and when it is closed. */
export function SettingsPage({ view, versions, ...outcome }: HouseShown) {
  return (
    <SettingsFrame view={view} current="">
      <p>{settingWords(view)("how")}</p>
      <Told view={view} {...outcome} />
      <Contact view={view} seen={versions.contact} />
      <OfficeHours view={view} seen={versions.officeHours} />
      <Closures view={view} />
    </SettingsFrame>
  );
}

function Contact({ view, seen }: { readonly view: View; readonly seen: string }) {
  const say = settingWords(view);
  const { phone, email, website } = view.structure.contact;
  return (
    <form class="new-feed" method="post" action="/desk/reglages/contact">
      <h2>{say("contact")}</h2>
      <input type="hidden" name="vu" value={seen} />
      <label for="telephone">{say("phone")}</label>
      <input id="telephone" name="telephone" type="tel" value={phone ?? ""} autocomplete="off" />
      <label for="courriel">{say("email")}</label>
      <input id="courriel" name="courriel" type="email" value={email ?? ""} autocomplete="off" />
      <label for="site">{say("website")}</label>
      <input id="site" name="site" value={website ?? ""} autocomplete="off" />
      <button type="submit">{say("keep")}</button>
    </form>
  );
}

function OfficeHours({ view, seen }: { readonly view: View; readonly seen: string }) {
  const say = settingWords(view);
  const { officeHours } = view.structure;
  const places = Array.from({ length: rangesADay }, (_, place) => place);
  return (
    <form class="new-feed hours-form" method="post" action="/desk/reglages/horaires">
      <h2>{say("hours")}</h2>
      <p class="soft">{say("hoursHow")}</p>
      <input type="hidden" name="vu" value={seen} />
      {weekdayNames(view).map((name, index) => {
        const weekday = index + 1;
        const ranges = officeHours.filter((one) => one.weekday === weekday);
        return (
          <fieldset class="hours-of-day">
            <legend>{name}</legend>
            {places.map((place) => (
              <span class="hours-range">
                <Hour
                  name={`de-${weekday}-${place}`}
                  words={say(`from_${place}`, { day: name })}
                  value={ranges[place]?.from ?? ""}
                />
                <Hour
                  name={`a-${weekday}-${place}`}
                  words={say(`to_${place}`, { day: name })}
                  value={ranges[place]?.to ?? ""}
                />
              </span>
            ))}
          </fieldset>
        );
      })}
      <button type="submit">{say("keep")}</button>
    </form>
  );
}

interface HourProps {
  readonly name: string;
  readonly words: string;
  readonly value: string;
}

function Hour({ name, words, value }: HourProps) {
  return <input type="time" name={name} aria-label={words} value={value} step="300" />;
}

function Closures({ view }: { readonly view: View }) {
  const say = settingWords(view);
  const { closures } = view.structure;
  const day = (date: (typeof closures)[number]["from"]) => view.speak(saidDay(date));
  return (
    <section aria-labelledby="fermetures">
      <h2 id="fermetures">{say("closures")}</h2>
      <p class="soft">{say("closuresHow")}</p>
      {closures.length === 0 ? <p>{say("closuresNone")}</p> : null}
      <ul class="feeds">
        {closures.map((closure) => (
          <li>
            <form method="post" action="/desk/reglages/fermeture-retirer">
              <p>
                {say("closureOf", {
                  ...{ from: day(closure.from), to: day(closure.to), reason: closure.reason },
                })}
              </p>
              <input type="hidden" name="laquelle" value={closureId(closure)} />
              <button type="submit" class="button-quiet">
                {say("remove")}
                <span class="visually-hidden"> {day(closure.from)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form class="new-feed" method="post" action="/desk/reglages/fermeture">
        <label for="du">{say("closureFrom")}</label>
        <input id="du" name="du" type="date" required />
        <label for="au">{say("closureTo")}</label>
        <input id="au" name="au" type="date" />
        <label for="motif">{say("closureReason")}</label>
        <input id="motif" name="motif" maxlength={80} required />
        <button type="submit">{say("closureAdd")}</button>
      </form>
    </section>
  );
}
