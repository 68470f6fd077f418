import { html } from "hono/html";
import type { Assets } from "../look/assets.ts";
import { BaseSheet } from "../look/base-sheet.tsx";
import { Sign } from "../look/sign.tsx";
import type { Structure } from "../structure/schema.ts";
import type { ChatEntry } from "./web-chat-entries.ts";
import { choiceForm, Entry } from "./web-chat-entry.tsx";
import { elsewhere } from "./web-chat-hiding.ts";
import { Hiding } from "./web-chat-hiding-page.tsx";
import type { PageWords } from "./web-chat-words.ts";

/** All that the page shows. */
export interface ChatPageView {
  readonly structure: Structure;
  readonly demonstration: boolean;
  readonly words: PageWords;
  readonly assets: Assets;
  /** "" or "/s/<slug>": what its addresses begin with. */
  readonly base: string;
  /** Null for somebody who has not begun. */
  readonly entries: readonly ChatEntry[] | null;
  readonly numbers: readonly string[];
  /** Where the link that led here was found. */
  readonly source: string | null;
  /** The id the next message takes when it leaves without script. */
  readonly nextId: string;
  /** The words that hide the page, folded; and whether one of them is the person's own. */
  readonly safeWords: readonly string[];
  readonly hasOwnWord: boolean;
  /** Whether one may choose to be told while the page is closed. */
  readonly offersBells: boolean;
}

/** What one message holds, counted in front of the person near the end. */
const longestText = 2_000;

/** The conversation as a page: whole without script, kept up to date by it. */
export function chatPage(view: ChatPageView) {
  const { words, structure } = view;
  return html`<!doctype html>${(
    <html lang={words.language} dir={words.direction}>
      <Head {...view} />
      <body>
        <a class="skip-link visually-hidden" href="#text">
          {words.say("skipToField")}
        </a>
        <TopBar {...view} />
        <main data-base={view.base} data-begun={String(view.entries !== null)}>
          <h1 class="visually-hidden">{words.say("title", { service: structure.service })}</h1>
          <div id="log" role="log" aria-live="polite" aria-label={words.say("conversation")}>
            {(view.entries ?? []).map((entry) => (
              <Entry entry={entry} words={words} numbers={view.numbers} />
            ))}
          </div>
          {view.entries === null && <Start {...view} />}
          <p id="typing" class="typing" aria-hidden="true" hidden>
            <span />
            <span />
            <span />
          </p>
          <p id="said" class="visually-hidden" role="status" />
        </main>
        <Composer {...view} />
        <OwnBubble words={words} />
      </body>
    </html>
  )}`;
}

function Head({ words, structure, assets, base }: ChatPageView) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta
        name="viewport"
        content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
      />
      <title>{words.say("title", { service: structure.service })}</title>
      <meta name="description" content={words.say("description")} />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf8f4" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#181715" />
      <link rel="manifest" href={`${base}/chat/manifest.webmanifest`} />
      <link rel="icon" type="image/svg+xml" href={assets.href("favicon.svg")} />
      <BaseSheet assets={assets} />
      <link rel="stylesheet" href={assets.href("web-chat.css")} />
      <script src={assets.href("web-chat-leave.js")} defer />
      <script src={assets.href("web-chat-aloud.js")} defer />
      <link rel="modulepreload" href={assets.href("web-chat-arrivals.js")} />
      <link rel="modulepreload" href={assets.href("web-chat-outbox.js")} />
      <script type="module" src={assets.href("web-chat.js")} />
    </head>
  );
}

function TopBar({ words, structure, demonstration, base, safeWords }: ChatPageView) {
  return (
    <header>
      <div class="top">
        <p class="name">
          <Sign />
          <span>{structure.service}</span>
        </p>
        <button type="submit" form={choiceForm} name="text" value="langue" class="language">
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path
              d="M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18ZM3.5 9h17M3.5 15h17M12 3c-5 5-5 13 0 18c5-5 5-13 0-18Z"
              fill="none"
              stroke="currentColor"
              stroke-width="1.75"
            />
          </svg>
          <span>{words.say("language")}</span>
        </button>
        <a
          id="leave"
          class="button leave"
          href={`${base}/chat/leave`}
          rel="noreferrer nofollow"
          data-elsewhere={elsewhere}
          data-words={safeWords.join("|")}
          title={words.say("leaveHow")}
        >
          {words.say("leave")}
        </a>
      </div>
      {demonstration && <p class="demonstration">{words.say("demonstration")}</p>}
    </header>
  );
}

/** For somebody new: the script begins by itself, and this is then put away. */
function Start({ words, structure, base, source, nextId }: ChatPageView) {
  return (
    <form id="start" class="start" method="post" action={base || "/"}>
      <p class="bubble">{words.say("welcome", { service: structure.service })}</p>
      <input type="hidden" name="id" value={nextId} />
      <input type="hidden" name="opened" value="true" />
      {source !== null && <input type="hidden" name="source" value={source} />}
      <button type="submit" class="button-main">
        {words.say("begin")}
      </button>
      <p class="privacy">
        {words.say("privacy")} <a href={`${base}/confiance`}>{words.say("privacyPage")}</a>
      </p>
    </form>
  );
}

function Composer({ words, base, nextId, hasOwnWord, offersBells }: ChatPageView) {
  return (
    <footer id="last">
      <form id="write" class="write" method="post" action={base || "/"}>
        <input type="hidden" name="id" value={nextId} />
        <label class="visually-hidden" for="text">
          {words.say("field")}
        </label>
        <textarea
          id="text"
          name="text"
          rows={1}
          maxlength={longestText}
          placeholder={words.say("placeholder")}
          dir="auto"
          autocomplete="off"
          enterkeyhint="send"
          required
        />
        <button type="submit" class="button-main send">
          <span>{words.say("send")}</span>
        </button>
        <output id="count" class="count" for="text" aria-live="off" hidden />
      </form>
      <form id={choiceForm} method="post" action={base || "/"}>
        <input type="hidden" name="id" value={nextId} />
      </form>
      {offersBells ? (
        <p class="bells">
          <a href={`${base}/rappels`}>{words.say("link", {}, "sonnette")}</a>
        </p>
      ) : null}
      <Hiding words={words} base={base} hasOwnWord={hasOwnWord} />
    </footer>
  );
}

/** What the script shows of a message before it comes back from the server. */
function OwnBubble({ words }: { readonly words: PageWords }) {
  return (
    <template id="own">
      <div class="entry from-person leaving">
        <p class="visually-hidden">{words.say("youWrote")}</p>
        <div class="line">
          <p class="bubble" dir="auto" />
        </div>
        <p class="state state-leaving">{words.say("sending")}</p>
        <p class="state state-failed">
          <span class="why">{words.say("notSent")}</span>
          <button type="button" class="again button-quiet">
            {words.say("tryAgain")}
          </button>
        </p>
      </div>
    </template>
  );
}
