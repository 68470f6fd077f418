import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { lookRoutes } from "../../src/look/assets.ts";
import { assets, openChat, type TestHouse } from "../channels/web-chat-house.ts";

/** The web chat of a test house on a free port, and how to stop it. */
export async function serveChat(
  house: TestHouse,
): Promise<{ readonly address: string; stop(): Promise<void> }> {
  const { app, closeStreams } = await openChat(house);
  const site = new Hono().route("/", lookRoutes(await assets)).route("/", app);
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: site.fetch, port: 0, hostname: "127.0.0.1" }, () =>
      resolve(started),
    );
  });
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        closeStreams();
        server.close(() => resolve());
      }),
  };
}
