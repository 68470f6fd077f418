import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Assets } from "../look/assets.ts";
import { BaseSheet } from "../look/base-sheet.tsx";
import { Sign } from "../look/sign.tsx";
import { Shortcuts } from "./help.tsx";
import { Navigation, type Tab } from "./navigation.tsx";
import type { View } from "./words.ts";

/** No inline style, no evaluated script: what the pages' security policy allows. */
const htmxConfig = JSON.stringify({
  includeIndicatorStyles: false,
  allowEval: false,
  allowScriptTags: false,
  historyCacheSize: 0,
  scrollIntoViewOnBoost: false,
});

interface Sheet {
  readonly title: string;
  readonly assets: Assets;
  readonly bodyClass: string;
  readonly live?: string;
  readonly children?: Child;
}

/** A whole document: head, then what is given. */
export function Html({ title, assets, bodyClass, live, children }: Sheet) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <meta name="htmx-config" content={htmxConfig} />
          <title>{title}</title>
          <link rel="icon" href={assets.href("favicon.svg")} type="image/svg+xml" />
          {live ? (
            <link rel="manifest" href="/desk/manifest.webmanifest" crossorigin="use-credentials" />
          ) : null}
          <BaseSheet assets={assets} />
          <link rel="stylesheet" href={assets.href("desk.css")} />
          <link rel="stylesheet" href={assets.href("agenda.css")} />
          <link rel="stylesheet" href={assets.href("bilan.css")} />
          <script src={assets.href("htmx.js")} defer />
          <script src={assets.href("htmx-sse.js")} defer />
          <script src={assets.href("desk.js")} defer />
          <script type="module" src={assets.href("bell.js")} />
        </head>
        <body class={bodyClass} {...(live ? { "hx-ext": "sse", "sse-connect": live } : {})}>
          {children}
        </body>
      </html>
    </>
  );
}

interface Framed {
  readonly view: View;
  readonly title: string;
  readonly tab: Tab;
  readonly waiting: number;
  /** The conversation looked at, told about live. */
  readonly conversation?: string;
  readonly layout: string;
  readonly children?: Child;
}

/** A page for somebody signed in: head, navigation, content. */
export function Page({ view, title, tab, waiting, conversation, layout, children }: Framed) {
  const { say, door } = view;
  const named = `${title} · Trousseau`;
  const live = `/desk/stream${conversation ? `?conversation=${conversation}` : ""}`;
  return (
    <Html
      title={waiting > 0 ? say("titleWaiting", { count: waiting, title: named }) : named}
      assets={door.assets}
      bodyClass={`desk desk-${layout}`}
      live={live}
    >
      <a class="skip-link visually-hidden" href="#contenu">
        {say("skip")}
      </a>
      <Head view={view} tab={tab} />
      <main id="contenu" class={`layout layout-${layout}`} tabindex={-1}>
        {layout === "agenda" ? null : <h1 class="visually-hidden">{title}</h1>}
        {children}
      </main>
      <p id="annonce" class="visually-hidden" role="status" data-new={say("newMessage")} />
      <Shortcuts say={say} />
    </Html>
  );
}

/** Said on every page: messages that do not leave are everybody's affair. */
function Incidents({ view }: { readonly view: View }) {
  const { incidents, say, moment } = view;
  if (incidents.length === 0) return null;
  return (
    <section class="incidents" aria-label={say("incident_title")}>
      {incidents.map(({ channel, since }) => (
        <p class="notice notice-danger">
          {say("incident", {
            channel: say(
              channel === "whatsapp-web" ? "channels_whatsappWeb" : `channel_${channel}`,
            ),
            since: moment(since, "short"),
          })}
        </p>
      ))}
    </section>
  );
}

function Head({ view, tab }: { readonly view: View; readonly tab: Tab }) {
  const { say, worker, structure, door } = view;
  return (
    <header class="head">
      <a class="brand" href="/desk">
        <Sign />
        <span>{structure.service}</span>
      </a>
      <Navigation view={view} tab={tab} />
      {door.demonstration ? <p class="badge badge-attention">{say("demonstrationShort")}</p> : null}
      <form class="who" method="post" action="/desk/deconnexion">
        <a href="/desk/mot-de-passe" title={say("passwordTitle")}>
          {worker.name}
        </a>
        <button type="submit" class="button-quiet">
          {say("signOut")}
        </button>
      </form>
      <Incidents view={view} />
    </header>
  );
}
