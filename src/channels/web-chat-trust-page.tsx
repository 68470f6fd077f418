import { html } from "hono/html";
import type { Child } from "hono/jsx";
import { directionOf } from "../base/direction.ts";
import type { Assets } from "../look/assets.ts";
import { Sign } from "../look/sign.tsx";
import type { Structure } from "../structure/schema.ts";
import type { Texts } from "../texts.ts";

/** What the page of trust shows. */
export interface TrustView {
  readonly structure: Structure;
  readonly texts: Texts;
  readonly assets: Assets;
  readonly language: string;
  /** "" or "/s/<slug>". */
  readonly base: string;
  /** How many days files are kept. */
  readonly mediaDays: number;
}

const parts = [
  { name: "kept", lines: 5 },
  { name: "never", lines: 3 },
  { name: "why", lines: 2 },
  { name: "long", lines: 5 },
  { name: "who", lines: 4 },
  { name: "danger", lines: 1 },
  { name: "rights", lines: 4 },
] as const;

/**
 * What is kept, why, how long, who sees it, how to erase it: with the periods that are in force, so that the
 * page cannot say another number than the purge.
 */
export function trustPage(view: TrustView) {
  const { structure, assets, language, base } = view;
  const say = sayer(view);
  const title = say("title");
  return html`<!doctype html>${(
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${structure.service}`}</title>
        <link rel="icon" href={assets.href("favicon.svg")} type="image/svg+xml" />
        <link rel="stylesheet" href={assets.href("base.css")} />
        <link rel="stylesheet" href={assets.href("sheet.css")} />
      </head>
      <body>
        <main class="bilan-sheet">
          <p class="name">
            <Sign />
          </p>
          <h1>{title}</h1>
          <p>{say("intro")}</p>
          {parts.map(({ name, lines }) => (
            <section>
              <h2>{say(name)}</h2>
              <ul>
                {Array.from({ length: lines }, (_, place) => `${name}_${place + 1}`)
                  .filter((key) => key !== "rights_3" || structure.contact.email !== null)
                  .map((key) => (
                    <li>{say(key)}</li>
                  ))}
              </ul>
            </section>
          ))}
          <p>
            <a href={base || "/"}>{say("back")}</a>
          </p>
          <Languages view={view} label={say("languages")} />
        </main>
      </body>
    </html>
  )}`;
}

function sayer({ texts, structure, language, mediaDays }: TrustView) {
  const voice = texts.of(structure.slug);
  const { retention, contact, service, name } = structure;
  const values = {
    ...{ service, association: name, email: contact.email ?? "", days: mediaDays },
    messages: retention.messageTextsMonths,
    conversations: retention.conversationsMonthsAfterLastContact,
    appointments: retention.appointmentsMonths,
  };
  return (key: string) => voice.say({ key: `confiance:${key}`, values }, language);
}

function Languages({ view, label }: { readonly view: TrustView; readonly label: Child }) {
  const { structure, texts, language, base } = view;
  if (structure.languages.length < 2) return null;
  return (
    <nav aria-label={String(label)}>
      <ul class="languages">
        {structure.languages.map((one) => (
          <li>
            <a
              href={`${base}/confiance?langue=${one}`}
              lang={one}
              hreflang={one}
              {...(one === language ? { "aria-current": "true" } : {})}
            >
              {texts.say({ key: "confiance:language" }, one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
