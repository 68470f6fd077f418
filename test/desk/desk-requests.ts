import { deskRoutes } from "../../src/desk/routes.tsx";
import { publicUrl, type World } from "./desk-world.ts";

/** Requests to the desk of a world, as a browser with that cookie makes them. */
export function requestsTo(desk: World) {
  const { app } = deskRoutes(desk.door);
  const get = (path: string, cookie = "", headers = {}) =>
    app.request(`${publicUrl}${path}`, { headers: { cookie, ...headers } });
  return {
    get,
    page: async (path: string, cookie: string) => (await get(path, cookie)).text(),
    post: (path: string, cookie: string, form: Record<string, string> = {}, headers = {}) =>
      app.request(`${publicUrl}${path}`, {
        method: "POST",
        headers: { cookie, origin: publicUrl, ...headers },
        body: new URLSearchParams(form),
      }),
  };
}

/** What a page says, without its marks. */
export function wordsOf(page: string): string {
  return page
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll(/\s+/g, " ");
}
