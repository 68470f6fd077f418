import { expect, test } from "vitest";
import { requestsTo } from "../desk/desk-requests.ts";
import { worker, world } from "../desk/desk-world.ts";
import { assets, openChat, testHouse } from "./web-chat-house.ts";

test("the web chat may be put on the home screen, in the person's language, and opens where it is mounted", async () => {
  const { app } = await openChat(testHouse(), "/s/rencontres-et-loisirs");
  const page = await (await app.request("/")).text();
  expect(page).toContain(
    'rel="manifest" href="/s/rencontres-et-loisirs/chat/manifest.webmanifest"',
  );
  const answer = await app.request("/chat/manifest.webmanifest", {
    headers: { "Accept-Language": "ar" },
  });
  expect(answer.headers.get("content-type")).toContain("application/manifest+json");
  const manifest = (await answer.json()) as { icons: { src: string }[] };
  expect(manifest).toMatchObject({
    ...{ start_url: "/s/rencontres-et-loisirs", display: "standalone", lang: "ar", dir: "rtl" },
  });
  expect((await assets).find(manifest.icons[0]?.src ?? "")).not.toBeNull();
});

test("the desk too, for who is signed in alone", async () => {
  const desk = world();
  const lea = await worker(desk, "Léa Martin");
  const { get } = requestsTo(desk);
  expect((await get("/manifest.webmanifest")).status).toBe(303);
  expect(await (await get("/manifest.webmanifest", lea.cookie)).json()).toMatchObject({
    ...{ start_url: "/desk", display: "standalone", lang: "fr" },
  });
});
