import { Hono } from "hono";
import { raw } from "hono/html";
import type { SecondFactorBegun } from "./at-the-door.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { Page } from "./page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";
import type { View } from "./words.ts";

const address = "/double";

/** A worker turns their own second factor on and off. */
export function secondFactorRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const typed = async (context: DeskContext, name: string) =>
    String((await formOf(context)).get(name) ?? "");

  app.get(address, (context) => {
    const asked = context.req.query("avis");
    const told = (["doubleDone", "doubleEnded", "doubleWrong"] as const).find(
      (one) => one === asked,
    );
    return show(door, context, { told: told ?? null });
  });
  app.post(address, async (context) => {
    const begun = await door.beginSecondFactor(context.req.raw, await typed(context, "mot"));
    if (!begun) return told(context, "doubleWrong");
    const drawn = (await door.qr?.(begun.address)) ?? null;
    // shown once, and kept by no browser
    context.header("Cache-Control", "no-store");
    return show(door, context, { told: null, begun: { ...begun, drawn } });
  });
  app.post(`${address}/verifier`, async (context) => {
    const cookies = await door.confirmSecondFactor(context.req.raw, await typed(context, "code"));
    return cookies ? told(context, "doubleDone", cookies) : told(context, "doubleWrong");
  });
  app.post(`${address}/arreter`, async (context) => {
    const cookies = await door.endSecondFactor(context.req.raw, await typed(context, "mot"));
    return cookies ? told(context, "doubleEnded", cookies) : told(context, "doubleWrong");
  });
  return app;
}

interface Shown {
  readonly told: string | null;
  readonly begun?: SecondFactorBegun & { readonly drawn: string | null };
}

async function show(door: DeskDoor, context: DeskContext, { told: what, begun }: Shown) {
  const view = context.get("view");
  const { say, worker } = view;
  const waiting = await door.reads.waiting(view.structure.slug);
  return context.html(
    <Page {...{ view, waiting }} title={say("doubleTitle")} tab="help" layout="agenda">
      <section class="agenda">
        <h1>{say("doubleTitle")}</h1>
        <p>{say("doubleHow")}</p>
        {what ? (
          <p class={what === "doubleWrong" ? "notice notice-attention" : "notice"} role="status">
            {say(what)}
          </p>
        ) : null}
        {begun ? <Begun view={view} begun={begun} /> : null}
        {begun ? null : <p>{say(worker.hasSecondFactor ? "doubleOn" : "doubleOff")}</p>}
        {begun ? null : <WithPassword view={view} />}
      </section>
    </Page>,
  );
}

function WithPassword({ view }: { readonly view: View }) {
  const { say, worker } = view;
  const isOn = worker.hasSecondFactor;
  return (
    <form class="new-feed" method="post" action={isOn ? "/desk/double/arreter" : "/desk/double"}>
      <label for="mot">{say("doublePassword")}</label>
      <input id="mot" name="mot" type="password" autocomplete="current-password" required />
      <button type="submit">{say(isOn ? "doubleEnd" : "doubleBegin")}</button>
    </form>
  );
}

interface BegunProps {
  readonly view: View;
  readonly begun: NonNullable<Shown["begun"]>;
}

function Begun({ view, begun }: BegunProps) {
  const { say } = view;
  const key = new URL(begun.address).searchParams.get("secret") ?? "";
  return (
    <>
      <p>{say("doubleScan")}</p>
      {begun.drawn ? <div class="scan">{raw(begun.drawn)}</div> : null}
      <p>
        <code>{key}</code>
      </p>
      <p>{say("doubleCodes")}</p>
      <ul class="columns">
        {begun.codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <form class="new-feed" method="post" action="/desk/double/verifier">
        <label for="code">{say("doubleConfirm")}</label>
        <input id="code" name="code" autocomplete="one-time-code" inputmode="numeric" required />
        <button type="submit" class="button-main">
          {say("doubleConfirmNow")}
        </button>
      </form>
    </>
  );
}

function told(context: DeskContext, what: string, cookies: readonly string[] = []): Response {
  for (const cookie of cookies) context.header("Set-Cookie", cookie, { append: true });
  return context.redirect(`/desk/double?avis=${what}`, 303);
}
