import { minute } from "../base/time.ts";
import { acts, longestAnswer } from "./act-form.ts";
import { answerForm, CannedPicker, type Draft, InFrench } from "./canned-box.tsx";
import { isWindowOpen, type Open } from "./conversation-head.tsx";
import { languageRead } from "./language-read.ts";
import type { View } from "./words.ts";

/** Where an answer is written. Where the network takes no free text any more, what may be done instead. */
export function AnswerBox({ view, file, draft }: Open & { readonly draft: Draft }) {
  if (isWindowOpen({ view, file })) {
    return (
      <>
        <Countdown view={view} file={file} />
        <AnswerForm view={view} file={file} draft={draft} />
      </>
    );
  }
  const { say } = view;
  return (
    <section class="window-closed" aria-labelledby="fenetre-titre">
      <p id="fenetre-titre">
        <strong>{say("window_closed")}</strong>
      </p>
      <p>{say("window_closedHow")}</p>
      <form {...acts(`/desk/conversations/${file.conversation.id}/prevenir`)}>
        <button type="submit" class="button-main">
          {say("window_announce")}
        </button>
      </form>
      <details open={draft.text !== ""}>
        <summary>{say("window_writeAnyway")}</summary>
        <AnswerForm view={view} file={file} draft={draft} />
      </details>
    </section>
  );
}

/** How long free text may still be sent: the fragment that is read again every minute. */
export function Countdown({ view, file }: Open) {
  if (file.windowUntil === null) return null;
  return (
    <p
      id="fenetre"
      class="soft"
      hx-get={`/desk/conversations/${file.conversation.id}/fenetre`}
      hx-trigger="every 60s"
      hx-swap="outerHTML"
    >
      {view.say("window_open", { time: timeLeft(view, file.windowUntil - view.now) })}
    </p>
  );
}

/** "3 h 20", "12 min"; the last minute counts as one. */
function timeLeft({ say }: View, left: number): string {
  const minutes = Math.max(1, Math.floor(left / minute));
  if (minutes < 60) return say("since_minutes", { minutes });
  const hours = Math.floor(minutes / 60);
  const rest = String(minutes % 60).padStart(2, "0");
  return say("since_hoursMinutes", { hours, minutes: rest });
}

function AnswerForm({ draft, ...open }: Open & { readonly draft: Draft }) {
  const { view, file } = open;
  const { say, door } = view;
  const { id, channel } = file.conversation;
  const isInserted = draft.inserted.length > 0;
  return (
    <>
      <CannedPicker {...open} />
      <InFrench {...open} draft={draft} />
      <form id={answerForm} class="answer" {...acts(`/desk/conversations/${id}/reponse`)}>
        {/* with the text, it names this very message: sent twice, it is one */}
        <input type="hidden" name="cle" value={door.ids.secret()} />
        <input type="hidden" name="inserees" value={draft.inserted.join(",")} />
        <label for="reponse">{say("answer")}</label>
        <textarea
          id="reponse"
          name="texte"
          rows={2}
          maxlength={longestAnswer}
          required
          dir="auto"
          {...(isInserted ? { lang: languageRead(file), autofocus: true } : {})}
          aria-describedby="reponse-ou lisible"
          data-key="r"
        >
          {draft.text}
        </textarea>
        <p
          id="lisible"
          class="soft"
          hidden
          data-long={view.speak({ key: "boite:longSentence", values: { count: "#" } })}
        />
        <div class="answer-foot">
          <p id="reponse-ou" class="soft">
            {channel === "web"
              ? say("answerHowWeb")
              : say("answerHow", { channel: say(`channel_${channel}`) })}
          </p>
          <button type="submit" class="button-main">
            {say("send")}
          </button>
        </div>
      </form>
      {/* beside the form: it takes nothing of it, and neither waits for it nor holds it up */}
      <span
        hx-post={`/desk/conversations/${id}/present?ecrit=1`}
        hx-trigger="input from:#reponse throttle:4s"
        hx-target="#presents"
        hx-swap="innerHTML"
      />
    </>
  );
}
