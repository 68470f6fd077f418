import { Hono } from "hono";
import { dateIn } from "../base/time.ts";
import { BilanBody } from "../bilan/bilan-body.tsx";
import { type Printed, printed } from "../bilan/printed.ts";
import { signed } from "../bilan/signed.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { bilanAsked, bilanFor, observatoryWords } from "./observatory-asked.ts";
import { notThere } from "./opened.tsx";
import { Page } from "./page.tsx";
import type { DeskEnv } from "./session-guard.ts";

const longestTyped = 20_000;

/** A bilan is signed once, as it stands, with what the team makes of it; it is then read as it was. */
export function signedBilanRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post("/observatoire/signer", async (context) => {
    const view = context.get("view");
    const asked = bilanAsked(context);
    if (asked.isTooLong) return notThere(context);
    const form = await formOf(context);
    const typed = (name: string) => String(form.get(name) ?? "").slice(0, longestTyped);
    const [analysis, funders] = [typed("analyse"), typed("financeurs")];
    const words = observatoryWords(view);
    const { structure, worker, now } = view;
    const report = await bilanFor(view, asked);
    const { service } = structure;
    const whole = printed(report, words, { service, toPublish: asked.toPublish });
    const day = words.day(dateIn(structure.zone, now));
    const id = door.ids.next();
    await door.signedBilans.sign(
      {
        ...{ id, structure: structure.slug, ...asked.period, by: worker.id },
        printed: JSON.stringify(signed(whole, words, { by: worker.name, day, analysis, funders })),
      },
      now,
    );
    return context.redirect(`/desk/observatoire/signes/${id}`, 303);
  });

  app.get("/observatoire/signes/:id", async (context) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const kept = await door.signedBilans.one(slug, context.req.param("id"));
    if (!kept) return notThere(context);
    const words = observatoryWords(view);
    // written by the address above alone
    const whole = JSON.parse(kept.printed) as Printed;
    return context.html(
      <Page
        {...{ view, title: words.say("signedTitle") }}
        tab="bilan"
        waiting={await door.reads.waiting(slug)}
        layout="agenda"
      >
        <section class="agenda">
          <p class="screen-only">
            <a href="/desk/observatoire">{words.say("backToBilan")}</a>
          </p>
          <BilanBody printed={whole} words={words} />
        </section>
      </Page>,
    );
  });
  return app;
}
