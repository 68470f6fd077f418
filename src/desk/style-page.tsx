import { Hono } from "hono";
import type { DeskDoor } from "./desk-door.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";
import type { View } from "./words.ts";

/** The colours, by the names of their tokens; what is said of each is in the texts. */
const colours = [
  ...["paper", "surface", "sunken", "ink", "ink-soft", "line", "line-strong"],
  ...["action", "action-hover", "action-soft", "attention", "attention-soft"],
  ...["danger", "danger-hover", "danger-soft", "note"],
] as const;

/** The look of the house on one page: its tokens and its few components. In a demonstration alone. */
export function styleRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/style", async (context) => {
    const view = context.get("view");
    if (!door.demonstration) return notThere(context);
    const waiting = await door.reads.waiting(view.structure.slug);
    const title = view.speak({ key: "reglages:style" });
    return context.html(
      <Page {...{ view, waiting, title }} tab="none" layout="agenda">
        <StylePage view={view} />
      </Page>,
    );
  });
  return app;
}

function StylePage({ view }: { readonly view: View }) {
  const say = (key: string) => view.speak({ key: `reglages:style_${key}` });
  return (
    <section class="agenda style-page">
      <h1>{view.speak({ key: "reglages:style" })}</h1>
      <p>{say("how")}</p>
      <h2>{say("colours")}</h2>
      <ul class="swatches">
        {colours.map((name) => (
          <li>
            <span class={`swatch swatch-${name}`} aria-hidden="true" /> <code>--{name}</code>
          </li>
        ))}
      </ul>
      <h2>{say("text")}</h2>
      <p class="style-title">{say("textTitle")}</p>
      <p>{say("textBody")}</p>
      <p class="soft">{say("textSmall")}</p>
      <h2>{say("buttons")}</h2>
      <p class="style-row">
        <button type="button" class="button-main">
          {say("buttonMain")}
        </button>
        <button type="button">{say("button")}</button>
        <button type="button" class="button-quiet">
          {say("buttonQuiet")}
        </button>
        <button type="button" class="button-danger">
          {say("buttonDanger")}
        </button>
      </p>
      <h2>{say("signs")}</h2>
      <p class="style-row">
        <span class="badge">{say("badge")}</span>
        <span class="badge badge-attention">{say("badgeAttention")}</span>
        <span class="count">3</span> <span class="code">9k2f</span>
      </p>
      <p class="notice">{say("notice")}</p>
      <p class="notice notice-attention">{say("noticeAttention")}</p>
      <p class="notice notice-danger">{say("noticeDanger")}</p>
      <h2>{say("fields")}</h2>
      <form class="new-feed">
        <label for="style-champ">{say("field")}</label>
        <input id="style-champ" />
        <label for="style-liste">{say("list")}</label>
        <select id="style-liste">
          <option>{say("button")}</option>
        </select>
      </form>
      <h2>{say("bubbles")}</h2>
      <p class="bubble">{say("bubble")}</p>
      <div class="empty">
        <p>
          <strong>{say("empty")}</strong>
        </p>
        <p>{say("emptyHow")}</p>
      </div>
    </section>
  );
}
