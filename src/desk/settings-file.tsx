import { type EditableSection, editableSections } from "../structure/sections.ts";
import { type Outcome, SettingsFrame, settingWords, Told } from "./settings-page.tsx";
import type { View } from "./words.ts";

interface FileShown extends Outcome {
  readonly view: View;
  readonly section: EditableSection;
  /** What is in the box: what stands, or what was just refused. */
  readonly text: string;
  readonly seen: string;
  /** Written anew here: the file says otherwise. */
  readonly isOwn: boolean;
}

/** A part of the association's file as it is written, checked as the file is: nothing wrong is ever kept. */
export function FilePage({ view, section, text, seen, isOwn, ...outcome }: FileShown) {
  const say = settingWords(view);
  return (
    <SettingsFrame view={view} current="fichier">
      <p>{say("fileHow")}</p>
      <Told view={view} {...outcome} />
      <form class="new-feed" method="get" action="/desk/reglages/fichier">
        <label for="partie">{say("section")}</label>
        <select id="partie" name="partie">
          {editableSections.map((one) => (
            <option value={one} selected={one === section}>
              {say(`section_${one}`)}
            </option>
          ))}
        </select>
        <button type="submit">{say("open")}</button>
      </form>
      <form class="new-feed wide" method="post" action={`/desk/reglages/fichier?partie=${section}`}>
        <h2>{say(`section_${section}`)}</h2>
        <p class="soft">{say(isOwn ? "sectionOwn" : "sectionOfFile")}</p>
        <input type="hidden" name="vu" value={seen} />
        <label for="json">{say("json")}</label>
        <textarea id="json" name="json" rows={24} spellcheck={false} class="code-box" lang="en">
          {text}
        </textarea>
        <button type="submit">{say("check")}</button>
        {isOwn ? (
          <button type="submit" name="fichier" value="1" class="button-quiet">
            {say("backToFile")}
          </button>
        ) : null}
      </form>
    </SettingsFrame>
  );
}
