import { writtenAs } from "../base/direction.ts";
import type { ChatEntry } from "./web-chat-entries.ts";
import { type TextPart, textParts } from "./web-chat-parts.ts";
import type { PageWords } from "./web-chat-words.ts";

/** The form, empty, that every choice of the page belongs to. */
export const choiceForm = "choices";

interface EntryProps {
  readonly entry: ChatEntry;
  readonly words: PageWords;
  readonly numbers: readonly string[];
}

/** One line of the conversation: who, what, the file, the choices. */
export function Entry({ entry, words, numbers }: EntryProps) {
  const who = { person: "youWrote", bot: "botWrote", worker: "teamWrote" }[entry.from];
  return (
    <div class={`entry from-${entry.from}`} id={entry.id}>
      {entry.afterSilence && <p class="moment">{words.moment(entry.at)}</p>}
      <p class={entry.from === "worker" ? "who" : "visually-hidden"}>{words.say(who)}</p>
      <div class="line">
        <p class="bubble" {...writtenAs(entry.text)}>
          {textParts(entry.text, entry.from === "person" ? [] : numbers).map((part) => (
            <Part part={part} words={words} />
          ))}
        </p>
        {entry.from !== "person" && <ReadAloud words={words} />}
      </div>
      {entry.file && (
        <a class="button file" href={entry.file.address} download={entry.file.name}>
          {entry.file.type.startsWith("text/calendar")
            ? words.say("calendarFile")
            : words.say("file", { name: entry.file.name })}
        </a>
      )}
      {entry.options.length > 0 && <Choices entry={entry} words={words} />}
    </div>
  );
}

function Part({ part, words }: { readonly part: TextPart; readonly words: PageWords }) {
  if (part.kind === "plain") return <>{words.language === "fr" ? bound(part.text) : part.text}</>;
  if (part.kind === "call") {
    const key = part.href.startsWith("sms:") ? "textNumber" : "callNumber";
    return (
      <a class="call" href={part.href} dir={words.direction}>
        {words.say(key, { number: part.text })}
      </a>
    );
  }
  if (part.kind === "phone") {
    return (
      <a class="phone" href={part.href} dir="ltr">
        {part.text}
      </a>
    );
  }
  return (
    <a href={part.href} target="_blank" rel="noopener noreferrer" dir="ltr">
      {shownAddress(part)}
      <span class="visually-hidden"> {words.say("newTab")}</span>
    </a>
  );
}

/** The longest address shown whole; beyond, its question says nothing to a reader. */
const longestAddress = 40;

function shownAddress({ text, href }: { readonly text: string; readonly href: string }): string {
  if (text.length <= longestAddress) return text;
  const { host, pathname, search } = new URL(href);
  return search === "" ? text : `${host}${pathname}…`;
}

/** In French a sign, a unit and an hour stay on the line of what they belong to. */
function bound(text: string): string {
  return text
    .replaceAll(/ (?=[:;!?»%€])|(?<=«) /g, "\u00a0")
    .replaceAll(/(?<=\d) (?=h\b)|(?<=\d[ \u00a0]h) (?=\d)/g, "\u00a0");
}

function Choices({ entry, words }: { readonly entry: ChatEntry; readonly words: PageWords }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid by older phones
    <div class="choices" role="group" aria-label={words.say("choices")}>
      {entry.options.map(({ id, label }) => (
        <button type="submit" form={choiceForm} name="choice" value={id}>
          {label}
        </button>
      ))}
    </div>
  );
}

/** Shown by the script, when the browser can speak. */
function ReadAloud({ words }: { readonly words: PageWords }) {
  const name = words.say("readAloud");
  return (
    <button type="button" class="aloud button-quiet" aria-label={name} title={name}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
        <path
          d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5ZM15.5 9a4 4 0 0 1 0 6M18 6.5a7.5 7.5 0 0 1 0 11"
          fill="none"
          stroke="currentColor"
          stroke-width="1.75"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
    </button>
  );
}

/** An entry as the markup the page's script adds to the conversation: written once, here. */
export function entryMarkup(props: EntryProps): string {
  return String(<Entry {...props} />);
}
