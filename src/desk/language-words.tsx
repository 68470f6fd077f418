import type { LastWords } from "../store/last-words.ts";
import { languageWritten } from "./language-read.ts";
import { languageWords, type View } from "./words.ts";

interface Spoken {
  readonly view: View;
  /** The language of the conversation; null while none was chosen. */
  readonly chosen: string | null;
  readonly words: LastWords;
}

/** Which language the person reads, and the one of their last message when it is another. */
export function LanguageWords({ view, chosen, words }: Spoken) {
  const { say } = view;
  const written = languageWritten(words);
  return (
    <>
      <span class={chosen === "fr" ? "reads" : "reads reads-other"}>
        {chosen === null
          ? say("readsUnknown")
          : say("reads", { language: languageWords(view, chosen) })}
      </span>
      {written === null || written === chosen ? null : (
        <span class="reads reads-other">
          {say("writes", { language: languageWords(view, written) })}
        </span>
      )}
    </>
  );
}
