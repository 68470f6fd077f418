import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { PageWords } from "./web-chat-words.ts";

/** Weather: what anybody may have been looking at. */
export const elsewhere = "https://meteofrance.com/";
/** Set by the page's script too, before it leaves: no answer is waited for. */
const hiddenCookie = "hidden";
const wordCookie = "word";
const aYear = 365 * 24 * 60 * 60;
/** A word of two letters would be typed by mistake. */
const shortestWord = 3;
export const longestWord = 30;

/** A word as it is compared: `web-chat-leave.js` folds it in the same way. */
export function foldedWord(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .trim();
}

/** The words that hide the page when one of them is the whole message: the common one, and one's own. */
export function safeWords(context: Context, words: PageWords): readonly string[] {
  const own = getCookie(context, wordCookie);
  return [words.say("safeWord"), ...(own ? [own] : [])].map(foldedWord);
}

/** Whether this browser chose a word of its own; it is never shown. */
export function hasOwnWord(context: Context): boolean {
  return getCookie(context, wordCookie) !== undefined;
}

/** Whether the conversation was hidden in this browser. */
export function isHidden(context: Context): boolean {
  return getCookie(context, hiddenCookie) === "1";
}

/** From now on this browser shows a page that says nothing, until it is opened again. */
export function hide(context: Context): void {
  setCookie(context, hiddenCookie, "1", { path: "/", sameSite: "Lax" });
}

/** Leaving, showing again, choosing one's word: all of it works without script. */
export function hidingRoutes(base: string): Hono {
  const app = new Hono();
  const home = base || "/";
  // a link, not a form: forms may lead nowhere but here, and this one leads away
  app.get("/chat/leave", (context) => {
    hide(context);
    context.header("Cache-Control", "no-store");
    return context.redirect(elsewhere, 302);
  });
  app.post("/chat/show", (context) => {
    deleteCookie(context, hiddenCookie, { path: "/" });
    return context.redirect(home, 303);
  });
  app.post("/chat/word", async (context) => {
    const { word } = await context.req.parseBody();
    const chosen = typeof word === "string" ? foldedWord(word).slice(0, longestWord) : "";
    if (chosen.length >= shortestWord) {
      const kept = { path: "/", httpOnly: true, sameSite: "Lax", maxAge: aYear } as const;
      setCookie(context, wordCookie, chosen, kept);
    }
    return context.redirect(`${home}#last`, 303);
  });
  return app;
}
