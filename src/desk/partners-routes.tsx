import { Hono } from "hono";
import { partnerKinds, partnerLinkLasts } from "../appointments/prescriptions.ts";
import { after } from "../base/time.ts";
import type { DeskDoor } from "./desk-door.ts";
import { formOf } from "./form-of.ts";
import { Page } from "./page.tsx";
import {
  PartnersPage,
  type PartnersShown,
  partnerTellings,
  partnerWords,
} from "./partners-page.tsx";
import type { DeskContext, DeskEnv } from "./session-guard.ts";

/** The links of partners, and what they asked for. */
export function partnerRoutes(door: DeskDoor): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const { prescriptions } = door;
  const page = async (context: DeskContext, shown: Pick<PartnersShown, "made" | "told">) => {
    const view = context.get("view");
    const { slug } = view.structure;
    const [prescribers, requests, waiting] = await Promise.all([
      prescriptions.prescribersOf(slug, view.now),
      prescriptions.requestsOf({ structure: slug }),
      door.reads.waiting(slug),
    ]);
    const title = partnerWords(view)("deskTitle");
    return context.html(
      <Page view={view} title={title} tab="agenda" waiting={waiting} layout="agenda">
        <PartnersPage view={view} prescribers={prescribers} requests={requests} {...shown} />
      </Page>,
    );
  };

  app.get("/partenaires", (context) => {
    const asked = context.req.query("avis");
    return page(context, {
      made: null,
      told: partnerTellings.find((one) => one === asked) ?? null,
    });
  });

  app.post("/partenaires", async (context) => {
    const { structure, worker, now } = context.get("view");
    const form = await formOf(context);
    const name = String(form.get("nom") ?? "").trim();
    const kind = partnerKinds.find((one) => one === form.get("type"));
    if (!kind || name === "" || name.length > 80) return context.body(null, 400);
    const token = door.ids.secret();
    const until = after(now, partnerLinkLasts);
    const doing = { id: door.ids.next(), structure: structure.slug, by: worker.id, now };
    await prescriptions.makeLink({ ...doing, name, kind, token, until });
    // shown once, and kept by no browser
    context.header("Cache-Control", "no-store");
    const address = new URL(`/partenaire/${token}`, door.publicUrl).href;
    return page(context, { made: { name, address, until }, told: null });
  });

  app.post("/partenaires/:id/couper", async (context) => {
    const { structure, worker, now } = context.get("view");
    const doing = { id: context.req.param("id"), structure: structure.slug, by: worker.id, now };
    const outcome = await prescriptions.revokeLink(doing);
    return outcome === "revoked"
      ? context.redirect("/desk/partenaires?avis=done_revoked", 303)
      : gone(context);
  });

  app.post("/partenaires/demandes/:id/oriente", async (context) => {
    const { structure, worker, now } = context.get("view");
    const doing = { id: context.req.param("id"), structure: structure.slug, by: worker.id, now };
    const outcome = await prescriptions.orient(doing);
    return outcome === "oriented"
      ? context.redirect("/desk/partenaires?avis=done_oriented", 303)
      : gone(context);
  });
  return app;
}

function gone(context: DeskContext) {
  return context.text(partnerWords(context.get("view"))("gone"), 404);
}
