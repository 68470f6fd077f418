import type { Assets } from "../look/assets.ts";
import { PaperPage } from "../look/paper-page.tsx";
import type { BellKind } from "./bells.ts";
import type { WebChatDoor } from "./web-chat-door.ts";
import type { PageWords } from "./web-chat-words.ts";

interface Shown {
  readonly door: WebChatDoor;
  readonly words: PageWords;
  readonly assets: Assets;
  readonly base: string;
}

interface BellsShown extends Shown {
  /** Null for somebody who has not begun a conversation. */
  readonly kept: readonly { readonly kind: BellKind }[] | null;
  readonly wrong: "mailWrong" | null;
}

/** The ways to be told while the page is closed, each with what is on and how to end it. */
export function BellsPage(shown: BellsShown) {
  const { door, words, assets, base, kept } = shown;
  const say = (key: string) => words.say(key, {}, "sonnette");
  return (
    <PaperPage
      {...{ language: words.language, direction: words.direction, assets, title: say("title") }}
      windowTitle={`${say("title")} · ${door.structure.service}`}
      isSecret={true}
      own="bells-page"
      script="bell.js"
    >
      <p>{say("intro")}</p>
      {kept === null ? (
        <p>
          <strong>{say("begin")}</strong>
        </p>
      ) : (
        <>
          {door.bells.pushKey === null ? null : <Push {...shown} />}
          {door.bells.mail ? <ByMail {...shown} /> : null}
        </>
      )}
      {door.bells.messenger ? (
        <section>
          <h2>{say("messenger")}</h2>
          <p>{say("messengerHow")}</p>
        </section>
      ) : null}
      <p>
        <a href={base || "/"}>{say("back")}</a>
      </p>
    </PaperPage>
  );
}

function Push({ door, words, base, kept }: BellsShown) {
  const say = (key: string) => words.say(key, {}, "sonnette");
  const isOn = kept?.some(({ kind }) => kind === "push");
  return (
    <section
      data-bell
      data-key={door.bells.pushKey}
      data-worker={`${base}/rappels/appareil.js`}
      data-address={`${base}/rappels/appareil`}
    >
      <h2>{say("push")}</h2>
      <p>{say("pushHow")}</p>
      {isOn ? (
        <form method="post" action={`${base}/rappels/arret`}>
          <p role="status">{say("pushOn")}</p>
          <input type="hidden" name="kind" value="push" />
          <button type="submit">{say("pushStop")}</button>
        </form>
      ) : null}
      <p role="status" data-told="unable" hidden={false}>
        {say("pushUnable")}
      </p>
      <p role="alert" data-told="denied" hidden>
        {say("pushDenied")}
      </p>
      <p role="alert" data-told="failed" hidden>
        {say("pushFailed")}
      </p>
      <button type="button" data-ask hidden>
        {say("pushAsk")}
      </button>
    </section>
  );
}

function ByMail({ words, base, kept, wrong }: BellsShown) {
  const say = (key: string) => words.say(key, {}, "sonnette");
  const isOn = kept?.some(({ kind }) => kind === "mail");
  return (
    <section>
      <h2>{say("mail")}</h2>
      <p>{say("mailHow")}</p>
      {isOn ? (
        <form method="post" action={`${base}/rappels/arret`}>
          <p role="status">{say("mailOn")}</p>
          <input type="hidden" name="kind" value="mail" />
          <button type="submit">{say("mailStop")}</button>
        </form>
      ) : (
        <form method="post" action={`${base}/rappels/mail`}>
          <label for="mail">{say("mailLabel")}</label>
          <input
            id="mail"
            name="mail"
            type="email"
            autocomplete="email"
            dir="ltr"
            maxlength={254}
            required
            {...(wrong ? { "aria-invalid": "true", "aria-describedby": "mail-wrong" } : {})}
          />
          {wrong ? (
            <p id="mail-wrong" role="alert">
              {say(wrong)}
            </p>
          ) : null}
          <button type="submit">{say("mailKeep")}</button>
        </form>
      )}
    </section>
  );
}

/** For who opens the last link of an e-mail: one press, and no more come. */
export function StopPage({
  door,
  words,
  assets,
  base,
  isStopped,
}: Shown & { readonly isStopped: boolean }) {
  const say = (key: string) => words.say(key, {}, "sonnette");
  return (
    <PaperPage
      {...{ language: words.language, direction: words.direction, assets, title: say("stopTitle") }}
      windowTitle={`${say("stopTitle")} · ${door.structure.service}`}
      isSecret={true}
      own="bells-page"
    >
      {isStopped ? (
        <p role="status">{say("stopped")}</p>
      ) : (
        <form method="post">
          <p>{say("stopAsk")}</p>
          <button type="submit">{say("stopYes")}</button>
        </form>
      )}
      <p>
        <a href={base || "/"}>{say("back")}</a>
      </p>
    </PaperPage>
  );
}
