import { Hono } from "hono";
import type { LinkKind } from "../store/private-links.ts";
import type { DeskDoor } from "./desk-door.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import { SettingsFrame, settingWords } from "./settings-page.tsx";
import type { View } from "./words.ts";

const linkKinds: readonly LinkKind[] = ["calendars", "partners", "sheets", "sessions"];

/** The keys that lie around: links and browsers that open without a password, cut all at once. */
export function settingKeysRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get("/reglages/cles", async (context) => {
    const view = context.get("view");
    const { structure, worker, now } = view;
    if (worker.role !== "admin") return notThere(context);
    const [counts, waiting] = await Promise.all([
      door.privateLinks.openLinks(structure.slug, worker.id, now),
      door.reads.waiting(structure.slug),
    ]);
    const title = settingWords(view)("title");
    return context.html(
      <Page {...{ view, waiting, title }} tab="settings" layout="agenda">
        <KeysPage {...{ view, counts, isCut: context.req.query("avis") === "coupe" }} />
      </Page>,
    );
  });

  for (const kind of linkKinds)
    app.post(`/reglages/cles/${kind}`, (context) => cut(door, context, kind));
  return app;
}

async function cut(door: DeskDoor, context: DeskContext, kind: LinkKind): Promise<Response> {
  const { structure, worker, now } = context.get("view");
  if (worker.role !== "admin") return notThere(context);
  await door.privateLinks.cutAll({ structure: structure.slug, kind, by: worker.id, now });
  return context.redirect("/desk/reglages/cles?avis=coupe", 303);
}

interface KeysShown {
  readonly view: View;
  readonly counts: Readonly<Record<LinkKind, number>>;
  readonly isCut: boolean;
}

function KeysPage({ view, counts, isCut }: KeysShown) {
  const say = settingWords(view);
  return (
    <SettingsFrame view={view} current="cles">
      <p>{say("keysHow")}</p>
      {isCut ? (
        <p class="notice" role="status">
          {say("keysCut")}
        </p>
      ) : null}
      <ul class="feeds">
        {linkKinds.map((kind) => (
          <li>
            <p>
              <strong>{say(`keys_${kind}`)}</strong> : {counts[kind]}
            </p>
            <p class="soft">{say(`keysHow_${kind}`)}</p>
            {counts[kind] > 0 ? (
              <form method="post" action={`/desk/reglages/cles/${kind}`}>
                <button type="submit" class="button-danger">
                  {say("keysCutAll")}
                  <span class="visually-hidden"> {say(`keys_${kind}`)}</span>
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      <p class="soft">{say("keysSecret")}</p>
    </SettingsFrame>
  );
}
