import { motifName, usualMotif } from "../repertoire/motifs.ts";
import { supplyWords } from "./supply-inputs.tsx";
import type { View } from "./words.ts";

interface MotifsShown {
  readonly view: View;
  readonly chosen: string | null;
  /** The address that is asked with "?motif=". */
  readonly address: string;
}

/** What the appointment is about: a way to each motif, where there are several. */
export function MotifLinks({ view: { say, speak, structure }, chosen, address }: MotifsShown) {
  if (structure.motifs.length < 2) return null;
  const shown = chosen ?? usualMotif(structure).id;
  return (
    <nav class="motifs" aria-label={say("slotsMotif")}>
      {structure.motifs.map((motif) => (
        <a
          class="button button-quiet"
          href={`${address}?motif=${motif.id}`}
          aria-current={motif.id === shown ? "true" : undefined}
        >
          {speak(motifName(motif))}
        </a>
      ))}
    </nav>
  );
}

/** What is received in a range: every motif of the file, to be ticked, where there are several. */
export function MotifTicks({ view }: { readonly view: View }) {
  const { structure, speak } = view;
  if (structure.motifs.length < 2) return null;
  return (
    <fieldset>
      <legend>{supplyWords(view)("motifs")}</legend>
      {structure.motifs.map((motif, place) => (
        <p>
          <label class="tick">
            <input type="checkbox" name="motif" value={motif.id} checked={place === 0} />{" "}
            {speak(motifName(motif))}
          </label>
        </p>
      ))}
    </fieldset>
  );
}

/** One motif to choose, the one shown first, where there are several. */
export function MotifChoice({
  view,
  chosen,
}: {
  readonly view: View;
  readonly chosen: string | null;
}) {
  const { structure, speak } = view;
  if (structure.motifs.length < 2) return null;
  return (
    <p>
      <label for="pourquoi-motif">{supplyWords(view)("motif")}</label>
      <select id="pourquoi-motif" name="motif">
        {structure.motifs.map((motif) => (
          <option value={motif.id} selected={motif.id === chosen}>
            {speak(motifName(motif))}
          </option>
        ))}
      </select>
    </p>
  );
}
