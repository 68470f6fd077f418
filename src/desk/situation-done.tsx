import { placesOf } from "../repertoire/places.ts";
import { type Asked, Codes } from "./situation-fields.tsx";

/** The interviews that were held, and one to add by hand. */
export function Interviews({ shown, words }: Omit<Asked<"interviews">, "name">) {
  const { say } = words;
  const { interviews } = shown.situation;
  return (
    <>
      <p>
        <strong>{say("field_interviews")}</strong> ({interviews.length})
      </p>
      <ul>
        {interviews.map(({ on, mode, site }) => (
          <li>
            {on ? words.day(on) : say("unknown")}, {mode ? say(`mode_${mode}`) : say("unknown")}
            {site ? `, ${words.placeName(site)}` : ""}
          </li>
        ))}
      </ul>
      <details open={shown.seenAt === null}>
        <summary>{say("interviewAdd")}</summary>
        <p>
          <label for="entretienJour">{say("interviewOn")}</label>
          <input id="entretienJour" name="entretienJour" type="date" />
        </p>
        <p>
          <label for="entretienMode">{say("interviewMode")}</label>
          <Codes words={words} list="mode" name="entretienMode" chosen={null} />
        </p>
        <p>
          <label for="entretienLieu">{say("interviewSite")}</label>
          <select id="entretienLieu" name="entretienLieu">
            <option value="">{say("unknownChoice")}</option>
            {placesOf(shown.view.structure).map(({ id, name }) => (
              <option value={id}>{name}</option>
            ))}
          </select>
        </p>
      </details>
    </>
  );
}

/** The files that were put together, each with its state, and one to add. */
export function Files({ shown, words }: Omit<Asked<"files">, "name">) {
  const { say } = words;
  const { files } = shown.situation;
  return (
    <>
      <p>
        <strong>{say("field_files")}</strong> ({files.length})
      </p>
      {files.map(({ type, role, state }, place) => (
        <p>
          <label for={`dossierEtat${place}`}>
            {say(`file_${type}`)}
            {role ? `, ${say(`role_${role}`)}` : ""}
          </label>
          <Codes words={words} list="fileState" name={`dossierEtat${place}`} chosen={state} />
          <label>
            <input type="checkbox" name={`dossierEnleve${place}`} /> {say("fileRemove")}
          </label>
        </p>
      ))}
      <details>
        <summary>{say("fileAdd")}</summary>
        <p>
          <label for="dossierType">{say("fileType")}</label>
          <Codes words={words} list="file" name="dossierType" chosen={null} />
        </p>
        <p>
          <label for="dossierRole">{say("fileRole")}</label>
          <Codes words={words} list="role" name="dossierRole" chosen={null} />
        </p>
        <p>
          <label for="dossierEtat">{say("fileState")}</label>
          <Codes words={words} list="fileState" name="dossierEtat" chosen={null} />
        </p>
      </details>
    </>
  );
}
