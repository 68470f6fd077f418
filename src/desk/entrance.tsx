import { type Context, Hono } from "hono";
import { minute } from "../base/time.ts";
import type { Entry } from "./at-the-door.ts";
import type { DeskDoor } from "./desk-door.ts";
import { CodePage, ForgottenPage, LinkPage, SignInPage } from "./entrance-pages.tsx";
import { formOf } from "./form-of.ts";
import { deskWords } from "./words.ts";

/** The ways in: the only pages that answer without a session. */
export function entranceRoutes(door: DeskDoor): Hono {
  const app = new Hono();
  const shown = { say: deskWords(door), assets: door.assets };
  const { say } = shown;
  const canMail = door.writeMail !== undefined;

  app.all("/auth/*", (context) => door.authenticate(context.req.raw, door.addressOf(context)));

  app.get("/connexion", async (context) => {
    if (await door.signedIn(context.req.raw)) return context.redirect("/desk", 303);
    const notice =
      context.req.query("avis") === "enregistre" ? done(say("signInPasswordSet")) : undefined;
    return context.html(<SignInPage {...shown} {...{ email: "", canMail, notice }} />);
  });
  app.post("/connexion", async (context) => {
    const form = await formOf(context);
    const email = String(form.get("email") ?? "").trim();
    const given = { email, password: String(form.get("password") ?? "") };
    const entry = await door.enterWithPassword(context.req.raw, door.addressOf(context), given);
    if (entry.outcome === "in") return enter(context, entry, "/desk");
    if (entry.outcome === "second") return enter(context, entry, "/desk/connexion/code");
    const notice = attention(say(entry.outcome === "limited" ? "signInLimited" : "signInRefused"));
    return context.html(<SignInPage {...shown} {...{ email, canMail, notice }} />, statusOf(entry));
  });

  app.get("/connexion/code", (context) => context.html(<CodePage {...shown} />));
  app.post("/connexion/code", async (context) => {
    const code = String((await formOf(context)).get("code") ?? "");
    const entry = await door.enterWithCode(context.req.raw, door.addressOf(context), code);
    if (entry.outcome === "in") return enter(context, entry, "/desk");
    const notice = attention(say(entry.outcome === "limited" ? "signInLimited" : "codeRefused"));
    return context.html(<CodePage {...shown} notice={notice} />, statusOf(entry));
  });

  app.get("/connexion/oubli", (context) =>
    canMail ? context.html(<ForgottenPage {...shown} />) : context.redirect("/desk/connexion", 303),
  );
  app.post("/connexion/oubli", async (context) => {
    if (!canMail) return context.body(null, 404);
    const email = String((await formOf(context)).get("email") ?? "").trim();
    if (await mayBeMailed(door, door.addressOf(context), email)) await mailLink(door, email);
    // the same for who is known and who is not
    return context.html(<ForgottenPage {...shown} notice={done(say("forgottenSent"))} />);
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
    return context.html(
      <SignInPage {...shown} {...{ email: "", canMail, notice }} />,
      statusOf(entry),
    );
  });
  return app;
}

const anHour = 60 * minute;
/** From one place, and to one address: nobody's box is filled from here. */
const mostAsked = { fromOne: 10, toOne: 3 };

async function mayBeMailed(door: DeskDoor, from: string, email: string): Promise<boolean> {
  const now = door.clock.now();
  const { fromOne, toOne } = mostAsked;
  const isCalm = await door.team.mayAsk(`mail from ${from}`, now, fromOne, anHour);
  return isCalm && door.team.mayAsk(`mail to ${email.toLowerCase()}`, now, toOne, anHour);
}

async function mailLink(door: DeskDoor, email: string): Promise<void> {
  // a letter box is no phone: who has a second code is given a link by somebody of the team
  const link = (await door.asksForCode(email)) ? null : await door.newLink(email);
  const say = deskWords(door);
  if (link === null) return;
  await door.writeMail?.(email, {
    ...{ title: say("mailSignIn"), body: say("mailSignInBody"), link },
    ...{ about: "link", stop: null },
  });
}

const attention = (words: string) => ({ words, kind: "attention" }) as const;
const done = (words: string) => ({ words, kind: "done" }) as const;

function statusOf({ outcome }: Entry): 401 | 429 {
  return outcome === "limited" ? 429 : 401;
}

function enter(
  context: Context,
  entry: Extract<Entry, { outcome: "in" | "second" }>,
  to: string,
): Response {
  for (const cookie of entry.cookies) context.header("Set-Cookie", cookie, { append: true });
  return context.redirect(to, 303);
}
