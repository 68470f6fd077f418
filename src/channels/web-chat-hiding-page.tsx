import { html } from "hono/html";
import type { Assets } from "../look/assets.ts";
import { BaseSheet } from "../look/base-sheet.tsx";
import { longestWord } from "./web-chat-hiding.ts";
import type { PageWords } from "./web-chat-words.ts";

interface HidingProps {
  readonly words: PageWords;
  readonly base: string;
  readonly hasOwnWord: boolean;
}

/** One line that says how to hide the page, and behind it the choice of one's own word. */
export function Hiding({ words, base, hasOwnWord }: HidingProps) {
  return (
    <details class="hiding">
      <summary>
        {hasOwnWord
          ? words.say("hideWithOwnWord")
          : words.say("hideWithWord", { word: words.say("safeWord") })}
      </summary>
      <form class="hiding-word" method="post" action={`${base}/chat/word`}>
        <label for="word">{words.say("chooseWord")}</label>
        <input
          id="word"
          name="word"
          minlength={3}
          maxlength={longestWord}
          autocomplete="off"
          required
        />
        <button type="submit">{words.say("keepWord")}</button>
      </form>
    </details>
  );
}

interface NeutralProps {
  readonly words: PageWords;
  readonly base: string;
  readonly assets: Assets;
}

/** What a hidden conversation shows: nothing of what it is about, and a way back. */
export function neutralPage({ words, base, assets }: NeutralProps) {
  return html`<!doctype html>${(
    <html lang={words.language} dir={words.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.say("neutralTitle")}</title>
        <link rel="icon" href="data:," />
        <BaseSheet assets={assets} />
        <link rel="stylesheet" href={assets.href("web-chat.css")} />
      </head>
      <body>
        <main class="neutral">
          <h1>{words.say("neutralTitle")}</h1>
          <p>{words.say("neutralText")}</p>
          <form method="post" action={`${base}/chat/show`}>
            <button type="submit">{words.say("neutralOpen")}</button>
          </form>
        </main>
      </body>
    </html>
  )}`;
}
