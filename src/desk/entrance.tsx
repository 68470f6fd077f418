import { type Context, Hono } from "hono";
import type { DeskDoor, Entry } from "./desk-door.ts";
import { LinkPage, SignInPage } from "./entrance-pages.tsx";
import { formOf } from "./form-of.ts";
import { deskWords } from "./words.ts";

/** The ways in: the only pages that answer without a session. */
export function entranceRoutes(door: DeskDoor): Hono {
  const app = new Hono();
  const shown = { say: deskWords(door), assets: door.assets };
  const { say } = shown;

  app.all("/auth/*", (context) => door.authenticate(context.req.raw, door.addressOf(context)));

  app.get("/connexion", async (context) => {
    if (await door.signedIn(context.req.raw)) return context.redirect("/desk", 303);
    const notice =
      context.req.query("avis") === "enregistre" ? done(say("signInPasswordSet")) : undefined;
    return context.html(<SignInPage {...shown} email="" notice={notice} />);
  });
  app.post("/connexion", async (context) => {
    const form = await formOf(context);
    const email = String(form.get("email") ?? "").trim();
    const given = { email, password: String(form.get("password") ?? "") };
    const entry = await door.enterWithPassword(context.req.raw, door.addressOf(context), given);
    if (entry.outcome === "in") return enter(context, entry, "/desk");
    const notice = attention(say(entry.outcome === "limited" ? "signInLimited" : "signInRefused"));
    return context.html(<SignInPage {...shown} email={email} notice={notice} />, statusOf(entry));
  });

  app.get("/connexion/lien", (context) =>
    context.html(<LinkPage {...shown} token={context.req.query("jeton") ?? ""} />),
  );
  app.post("/connexion/lien", async (context) => {
    const form = await formOf(context);
    const token = String(form.get("jeton") ?? "");
    const entry = await door.enterWithLink(context.req.raw, door.addressOf(context), token);
    if (entry.outcome === "in") return enter(context, entry, "/desk/mot-de-passe");
    const notice = attention(say(entry.outcome === "limited" ? "signInLimited" : "linkRefused"));
    return context.html(<SignInPage {...shown} email="" notice={notice} />, statusOf(entry));
  });
  return app;
}

const attention = (words: string) => ({ words, kind: "attention" }) as const;
const done = (words: string) => ({ words, kind: "done" }) as const;

function statusOf({ outcome }: Entry): 401 | 429 {
  return outcome === "limited" ? 429 : 401;
}

function enter(context: Context, entry: Extract<Entry, { outcome: "in" }>, to: string): Response {
  for (const cookie of entry.cookies) context.header("Set-Cookie", cookie, { append: true });
  return context.redirect(to, 303);
}
