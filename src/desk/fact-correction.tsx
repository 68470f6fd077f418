import { choicesOf } from "../repertoire/fact-words.ts";
import { acts } from "./act-form.ts";
import type { Open } from "./conversation-head.tsx";
import { isCorrectable } from "./fact-form.ts";

interface Correcting extends Open {
  readonly fact: string;
  readonly name: string;
}

/** Behind one word: another value for an answer, or none. */
export function FactCorrection({ view, file, fact, name }: Correcting) {
  const { say } = view;
  if (!isCorrectable(fact)) return null;
  const id = `fait-${fact.replaceAll(".", "-")}`;
  const choices = choicesOf(fact);
  return (
    <details class="correct">
      <summary>
        {say("factCorrect")}
        <span class="visually-hidden"> {name}</span>
      </summary>
      <form class="filing-form" {...acts(`/desk/conversations/${file.conversation.id}/fait`)}>
        <input type="hidden" name="fait" value={fact} />
        <label for={id}>{name}</label>
        {choices.length > 0 ? (
          <select id={id} name="valeur">
            <option value="">{say("factForget")}</option>
            {choices.map(({ key, label }) => (
              <option value={key}>{view.speak(label)}</option>
            ))}
          </select>
        ) : (
          <input id={id} name="valeur" maxlength={40} placeholder={say("factForget")} />
        )}
        <button type="submit">{say("factKeep")}</button>
      </form>
    </details>
  );
}
