import { onPhone } from "../escalation/hand-over.ts";
import { acts, longestAnswer } from "./act-form.ts";
import { AnswerBox } from "./answer-box.tsx";
import { type Draft, emptyDraft } from "./canned-box.tsx";
import { type Open, ownerMark } from "./conversation-head.tsx";
import { FilingBox } from "./filing.tsx";
import { resumeQuestion } from "./resume-question.ts";
import { giveBackForm } from "./thread.tsx";
import { workerName } from "./words.ts";

/** Take it, answer it, give it back: what one may do depends on who holds it. */
export function Boxes({
  swapped,
  draft = emptyDraft,
  ...open
}: Open & { readonly swapped?: boolean; readonly draft?: Draft | undefined }) {
  const { view, file } = open;
  const { conversation } = file;
  const isMine = conversation.heldBy === "worker" && conversation.workerId === view.worker.id;
  return (
    <div id="agir" class="boxes" {...(swapped ? { "hx-swap-oob": "true" } : {})}>
      <input type="hidden" id="etat" name="etat" value={ownerMark(open)} />
      {file.unreachableSince !== null ? (
        <p class="notice notice-attention">{view.say("unreachable")}</p>
      ) : null}
      {isMine ? (
        <Mine {...open} draft={draft} />
      ) : conversation.heldBy === "worker" && conversation.workerId !== onPhone ? (
        <p class="notice">
          {view.say("heldByOther", { name: workerName(view, conversation.workerId) })}
        </p>
      ) : (
        <Claim {...open} />
      )}
      <FilingBox view={view} file={file} />
    </div>
  );
}

function Claim({ view, file }: Open) {
  const { say } = view;
  return (
    <form class="claim" {...acts(`/desk/conversations/${file.conversation.id}/prendre`)}>
      <p class="soft">
        {say(file.conversation.workerId === onPhone ? "claimFromPhone" : "claimHow")}
      </p>
      <button type="submit" class="button-main" data-key="c">
        {say("claim")}
      </button>
    </form>
  );
}

function Mine({ view, file, draft }: Open & { readonly draft: Draft }) {
  const { say } = view;
  const { id } = file.conversation;
  return (
    <>
      <AnswerBox view={view} file={file} draft={draft} />
      <div class="more">
        <GiveBack view={view} file={file} />
        <a class="button" href={`/desk/conversations/${id}/rendez-vous`}>
          {say("proposeAppointment")}
        </a>
      </div>
    </>
  );
}

function GiveBack({ view, file }: Open) {
  const { say, speak, door, structure } = view;
  const question = resumeQuestion(file.conversation.memory, door.flows, structure);
  const address = `/desk/conversations/${file.conversation.id}/rendre`;
  return (
    <details class="give-back">
      <summary class="button" data-key="b">
        {say("giveBack")}
      </summary>
      <form id={giveBackForm} {...acts(address)}>
        {question ? (
          <Way
            to="step"
            words={say("giveBackStep")}
            how={say("giveBackStepHow", { question: speak(question) })}
          />
        ) : null}
        <Way to="menu" words={say("giveBackMenu")} how={say("giveBackMenuHow")} />
        <Way to="closed" words={say("giveBackClose")} how={say("giveBackCloseHow")} />
      </form>
    </details>
  );
}

interface OneWay {
  readonly to: "step" | "menu" | "closed";
  readonly words: string;
  readonly how: string;
}

function Way({ to, words, how }: OneWay) {
  return (
    <button type="submit" name="vers" value={to} class="way">
      <strong>{words}</strong>
      <span class="soft">{how}</span>
    </button>
  );
}

/** A private note: its own colour, its own box, its own address, which sends nothing. */
export function NoteBox({ view, file, swapped }: Open & { readonly swapped?: boolean }) {
  const { say, door } = view;
  return (
    <details id="noter" class="note-box" {...(swapped ? { "hx-swap-oob": "true" } : {})}>
      <summary>{say("noteOpen")}</summary>
      <form {...acts(`/desk/conversations/${file.conversation.id}/note`)}>
        <input type="hidden" name="cle" value={door.ids.secret()} />
        <label for="note">{say("note")}</label>
        <textarea
          id="note"
          name="texte"
          rows={2}
          maxlength={longestAnswer}
          required
          aria-describedby="note-qui"
          data-key="n"
        />
        <div class="answer-foot">
          <p id="note-qui">{say("noteHow")}</p>
          <button type="submit">{say("noteKeep")}</button>
        </div>
      </form>
    </details>
  );
}

/** What may have become of an act: the texts of the desk that say it. */
export const tellings = [
  ...(["done_claimed", "done_sent", "done_already", "done_noted", "done_givenBack"] as const),
  ...([
    "done_closed",
    "done_proposed",
    "done_booked",
    "not_taken",
    "not_yours",
    "not_empty",
    "not_tooLong",
  ] as const),
  ...(["not_stale", "not_slotTaken", "not_gone"] as const),
  ...(["done_announced", "done_announcedAgain", "not_announcedTwice", "done_held"] as const),
  ...(["done_unlinked", "not_unlinkable", "done_paper", "not_paper", "done_notedMasked"] as const),
  ...(["done_snoozed", "done_unsnoozed", "not_snoozed", "done_assigned"] as const),
  ...(["not_assigned", "done_labelled", "not_labelled", "done_fact", "not_fact"] as const),
] as const;
export type Told = (typeof tellings)[number];

/** What became of the last act: said at once, and to screen readers. */
export function Notice({
  told,
  view,
  file,
  swapped,
}: Open & { readonly told: Told | null; readonly swapped?: boolean }) {
  const until = file.filed.snoozedUntil;
  const values = {
    ...{ name: workerName(view, file.conversation.workerId), most: longestAnswer },
    day: until === null ? "" : view.moment(until, "day"),
  };
  return (
    <div id="avis" role="status" {...(swapped ? { "hx-swap-oob": "true" } : {})}>
      {told ? (
        <p class={told.startsWith("not_") ? "notice notice-attention" : "notice"}>
          {view.say(told, values)}
        </p>
      ) : null}
    </div>
  );
}
