import type { Child } from "hono/jsx";
import { directionOf } from "../base/direction.ts";
import type { Assets } from "../look/assets.ts";
import { PaperPage } from "../look/paper-page.tsx";
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
  /** How many days the texts of a conversation that led to nothing are kept. */
  readonly unfollowedDays: number;
}

const parts = [
  { name: "kept", lines: 6 },
  { name: "never", lines: 3 },
  { name: "why", lines: 2 },
  { name: "long", lines: 6 },
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
  return (
    <PaperPage
      {...{ language, assets, title }}
      direction={directionOf(language)}
      windowTitle={`${title} · ${structure.service}`}
      isSecret={false}
    >
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
    </PaperPage>
  );
}

function sayer({ texts, structure, language, mediaDays, unfollowedDays }: TrustView) {
  const voice = texts.of(structure.slug);
  const { retention, contact, service, name } = structure;
  const values = {
    ...{ service, association: name, email: contact.email ?? "", days: mediaDays },
    messages: retention.messageTextsMonths,
    unfollowed: unfollowedDays,
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
