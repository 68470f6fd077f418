import { raw } from "hono/html";
import { directionOf } from "../base/direction.ts";
import { isLoopback } from "../base/loopback.ts";
import { placesOf } from "../repertoire/places.ts";
import { observatoryWords } from "./observatory-asked.ts";
import type { View } from "./words.ts";

/** A link to be scanned, and how it is drawn. */
export interface Code {
  readonly network: "web" | "telegram" | "whatsapp";
  readonly address: string;
  readonly drawn: string | null;
}

interface Shown {
  readonly view: View;
  /** Null before one was asked for. */
  readonly source: string | null;
  readonly codes: readonly Code[];
  readonly languages: readonly string[];
  readonly telegram: string | null;
  readonly whatsapp: string | null;
}

/** What the poster is to carry, then the poster itself: printed, it is one A4 page. */
export function PostersPage(shown: Shown) {
  const { view, source, codes, languages } = shown;
  const { say } = observatoryWords(view);
  return (
    <section class="agenda posters">
      <h1 class="screen-only">{say("posters")}</h1>
      <p class="screen-only">{say("postersHow")}</p>
      <Asked {...shown} />
      {source === null ? null : (
        <>
          <p class="soft screen-only">
            {say("posterSource", { source })} {say("posterPrint")}
          </p>
          {isLoopback(view.door.publicUrl) ? (
            <p class="notice screen-only">{say("posterNoPublic")}</p>
          ) : null}
          <article class="poster">
            {languages.map((language) => (
              <Words view={view} language={language} />
            ))}
            <div class="poster-codes">
              {codes.map(({ network, address, drawn }) => (
                <figure>
                  {drawn ? raw(drawn) : null}
                  <figcaption>
                    <strong>{view.say(`channel_${network}`)}</strong>
                    <br />
                    <span class="soft">{address}</span>
                  </figcaption>
                </figure>
              ))}
            </div>
          </article>
        </>
      )}
    </section>
  );
}

/** The same three sentences in one language, in the voice of the structure. */
function Words({ view, language }: { readonly view: View; readonly language: string }) {
  const { door, structure } = view;
  const voice = door.texts.of(structure.slug);
  const say = (key: string) =>
    voice.say({ key: `affiche:${key}`, values: { service: structure.service } }, language);
  return (
    <div lang={language} dir={directionOf(language)}>
      <h2>{say("title")}</h2>
      <p>{say("body")}</p>
      <p>{say("scan")}</p>
    </div>
  );
}

function Asked({ view, source, languages, telegram, whatsapp }: Shown) {
  const { say } = observatoryWords(view);
  const { structure, door } = view;
  const places = placesOf(structure);
  const isPlace = places.some(({ id }) => id === source);
  return (
    <form class="observatory-picker screen-only" method="get" action="/desk/affiches">
      <p>
        <label for="lieu">{say("posterWhere")}</label>
        <select id="lieu" name="lieu">
          <option value="">{say("unknownChoice")}</option>
          {places.map(({ id, name }) => (
            <option value={id} selected={id === source}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="ailleurs">{say("posterElsewhere")}</label>
        <input id="ailleurs" name="ailleurs" maxlength={40} value={isPlace ? "" : (source ?? "")} />
      </p>
      <fieldset>
        <legend>{say("posterLanguages")}</legend>
        {structure.languages.map((language) => (
          <label>
            <input
              type="checkbox"
              name="langue"
              value={language}
              checked={languages.includes(language)}
            />{" "}
            {door.texts.say({ key: "confiance:language" }, language)}
          </label>
        ))}
      </fieldset>
      <p>
        <label for="telegram">{say("posterTelegram")}</label>
        <input id="telegram" name="telegram" maxlength={33} value={telegram ?? ""} />
      </p>
      <p>
        <label for="whatsapp">{say("posterWhatsapp")}</label>
        <input
          id="whatsapp"
          name="whatsapp"
          inputmode="tel"
          maxlength={20}
          value={whatsapp ?? ""}
        />
      </p>
      <button type="submit">{say("posterShow")}</button>
    </form>
  );
}
