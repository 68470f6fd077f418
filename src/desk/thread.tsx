import type { Child } from "hono/jsx";
import { writtenAs } from "../base/direction.ts";
import type { Content } from "../base/message.ts";
import { dateIn } from "../base/time.ts";
import type { PersonFile } from "../store/desk-reads.ts";
import type { Happening } from "../store/happening-reads.ts";
import type { TranscriptEntry } from "../store/transcript-store.ts";
import { SentFile } from "./sent-file.tsx";
import { SharedWords } from "./shared-words.tsx";
import type { ThreadEntry } from "./thread-entry.ts";
import { type View, workerName } from "./words.ts";

interface Shown {
  readonly view: View;
  readonly file: PersonFile;
  readonly entries: readonly ThreadEntry[];
}

/** The form that gives a conversation back, wherever it stands on the page. */
export const giveBackForm = "rendre";

/** The last message of the person that is shown; 0 when there is none. */
function lastHeard(entries: readonly ThreadEntry[]): number {
  return Number(entries.findLast(({ from }) => from === "person")?.id ?? 0);
}

/** The messages of a conversation, day by day: the fragment that is refreshed. */
export function Thread({ view, file, entries }: Shown) {
  const labels = labelsOf(entries);
  let day = "";
  return (
    <>
      <li hidden>
        {/* goes with "give back": what came after it was not seen, and is not swallowed */}
        <input type="hidden" name="vu" form={giveBackForm} value={String(lastHeard(entries))} />
      </li>
      {entries.length === 0 ? <li class="empty">{view.say("emptyThread")}</li> : null}
      {entries.map((entry) => {
        const date = dateIn(view.structure.zone, entry.at);
        const isNew = date !== day;
        day = date;
        return (
          <>
            {isNew ? <li class="day">{dayWords(view, entry)}</li> : null}
            <Entry view={view} conversation={file.conversation.id} entry={entry} labels={labels} />
          </>
        );
      })}
    </>
  );
}

function dayWords(view: View, { at }: ThreadEntry): string {
  const { zone } = view.structure;
  return dateIn(zone, at) === dateIn(zone, view.now) ? view.say("today") : view.moment(at, "day");
}

/** What our buttons said, to show what somebody chose by pressing one. */
function labelsOf(entries: readonly ThreadEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap((entry) =>
      entry.from === "bot" || entry.from === "worker"
        ? entry.content.options.map(({ id, label }) => [id, label] as const)
        : [],
    ),
  );
}

interface OneEntry {
  readonly view: View;
  readonly conversation: string;
  readonly entry: ThreadEntry;
  readonly labels: ReadonlyMap<string, string>;
}

/** An appointment made or moved, a danger, somebody who takes over: one quiet line between the messages. */
function HappeningLine({ view, entry }: { readonly view: View; readonly entry: Happening }) {
  const { what, about, who, source, at } = entry;
  const values = {
    when: about === null ? "" : view.moment(about),
    who: who === null ? "" : authorOf(view, who),
    source: source ?? "",
  };
  return (
    <li class="said-event">
      <span>{view.speak({ key: `boite:event_${what}`, values })}</span>{" "}
      <time>{view.moment(at, "time")}</time>
    </li>
  );
}

function Entry({ view, conversation, entry, labels }: OneEntry) {
  const { say } = view;
  if (entry.from === "event") return <HappeningLine view={view} entry={entry} />;
  if (entry.from === "person") {
    return <Heard view={view} conversation={conversation} entry={entry} labels={labels} />;
  }
  if (entry.from === "note") {
    return (
      <Bubble
        view={view}
        entry={entry}
        kind="note"
        author={`${say("noteLabel")} · ${authorOf(view, entry.author)}`}
      >
        <p {...writtenAs(entry.text)}>{entry.text}</p>
      </Bubble>
    );
  }
  const { text, options, file } = entry.content;
  const author = entry.from === "bot" ? say("from_bot") : authorOf(view, entry.author);
  return (
    <Bubble
      view={view}
      entry={entry}
      kind={entry.from}
      author={author}
      state={stateWords(view, entry)}
    >
      <p {...writtenAs(text)}>{text}</p>
      {options.length > 0 ? (
        <ul
          class="choices"
          aria-label={say("offeredChoices")}
          {...writtenAs(options.map(({ label }) => label).join(" "))}
        >
          {options.map(({ label }) => (
            <li {...writtenAs(label)}>{label}</li>
          ))}
        </ul>
      ) : null}
      {file ? <p class="soft">{say("file", { name: file.name })}</p> : null}
    </Bubble>
  );
}

interface Said extends OneEntry {
  readonly entry: Extract<TranscriptEntry, { from: "person" }>;
}

function Heard({ view, conversation, entry, labels }: Said) {
  const { say } = view;
  const state =
    entry.state === "done"
      ? null
      : say(entry.state === "failed" ? "state_unanswered" : "state_received");
  const { content, file } = entry;
  const words = contentWords(view, content, labels);
  const caption = content.kind === "media" ? (content.caption ?? null) : null;
  return (
    <Bubble view={view} entry={entry} kind="person" author={say("from_person")} state={state}>
      <p {...writtenAs(words)}>{words}</p>
      {file ? (
        <SentFile view={view} conversation={conversation} file={file} caption={caption} />
      ) : null}
      <SharedWords view={view} content={content} />
      {aside(view, content) ? <p class="soft">{aside(view, content)}</p> : null}
    </Bubble>
  );
}

function contentWords(
  { say }: View,
  content: Content,
  labels: ReadonlyMap<string, string>,
): string {
  switch (content.kind) {
    case "text":
    case "edited":
      return content.text;
    case "choice":
      return labels.get(content.option) ?? say("words_button");
    case "media":
      return content.caption
        ? say("media_caption", { media: say(`media_${content.media}`), caption: content.caption })
        : say(`media_${content.media}`);
    case "opened":
      return say("words_opened");
    default:
      return say("words_other");
  }
}

function aside({ say }: View, content: Content): string | null {
  if (content.kind === "choice") return say("button");
  return content.kind === "edited" ? say("words_edited") : null;
}

function authorOf(view: View, author: string | null): string {
  return author === view.worker.id ? view.say("from_you") : workerName(view, author);
}

type Written = Extract<TranscriptEntry, { from: "bot" | "worker" }>;

/** What became of our message; of the bot's, only what went wrong is worth a word. */
function stateWords({ say }: View, { from, state, failure }: Written): string | null {
  if (state === "failed")
    return failure
      ? say("state_failedWhy", { reason: reasonWords(say, failure) })
      : say("state_failed");
  const isOnItsWay = state === "queued" || state === "held";
  return from === "bot" && !isOnItsWay ? null : say(`state_${state}`);
}

/** The networks' own words, said in French where they are known. */
const reasons = [
  [/time ?out|no answer|network/i, "reason_noAnswer"],
  [/no such channel/i, "reason_noChannel"],
  [/not an open conversation/i, "reason_notOpen"],
  [/block|unreachable|deactivated|not found|403/i, "reason_blocked"],
] as const;

function reasonWords(say: View["say"], failure: string): string {
  const known = reasons.find(([pattern]) => pattern.test(failure));
  return known ? say(known[1]) : failure;
}

interface Framed {
  readonly view: View;
  readonly entry: TranscriptEntry;
  readonly kind: TranscriptEntry["from"];
  readonly author: string;
  readonly state?: string | null;
  readonly children?: Child;
}

function Bubble({ view, entry, kind, author, state, children }: Framed) {
  const failed = "state" in entry && entry.state === "failed";
  return (
    <li class={`said said-${kind}`} id={`${kind}-${entry.id}`}>
      <div class="bubble">{children}</div>
      <p class="said-foot">
        <span>{author}</span>
        <time>{view.moment(entry.at, "time")}</time>
        {state ? <span class={failed ? "failed" : "state"}>{state}</span> : null}
      </p>
    </li>
  );
}
