import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { onTestFinished } from "vitest";
import { deskRoutes } from "../../src/desk/routes.tsx";
import { lookRoutes } from "../../src/look/assets.ts";
import { securityHeaders } from "../../src/look/security-headers.ts";
import { assets, type World, world } from "../desk/desk-world.ts";

/** The desk on a free port, with the headers every page has. */
export async function servedDesk(): Promise<World & { readonly url: string }> {
  const app = new Hono();
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made = world({ publicUrl: url });
  const desk = deskRoutes(made.door);
  app.use(securityHeaders({ secure: false }));
  app.route("/", lookRoutes(assets));
  app.route("/desk", desk.app);
  onTestFinished(async () => {
    desk.closeStreams();
    await new Promise((resolve) => server.close(resolve));
  });
  return { ...made, url };
}
