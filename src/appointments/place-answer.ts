import { plainName } from "./commune-names.ts";

/** What an answer to "where do you live?" is made of. */
export interface PlaceAnswer {
  readonly postcode: string | null;
  /** The words that may be a place, plain; empty when there is none. */
  readonly words: string;
  /** One to four words, none of which is of ordinary talk. */
  readonly looksLikePlace: boolean;
}

// what people write before the name of their town
const opening =
  /^(?:(?:bonjour|salut|euh|alors|moi|oui|c est|j habite|je vis|je suis|je reste|je loge|on habite|ma ville|ma commune|la ville|la commune|ville|commune|actuellement|est|a|au|aux|dans|de|d|sur|la|hello|hi|hola|i live in|i m in|im in|i am in|living in|i stay in|my town is|in|vivo en|estoy en|resido en|mi ciudad es|en|ana f|ana sakn f|ana sakna f|kanskon f|kanskn f|sakn f|saken f|sakna f|sakena f|f)(?: |$))+/;

// words that no name of a town holds by itself: the answer is something else
const talk = new Set(
  "je j tu il elle on nous vous ils ne n pas plus sais sait oui non ok merci bonjour salut quoi comment pourquoi quand combien rien help aide stop menu rdv appartement appart logement urgence dehors rue maison nulle part ici autre personne quelqu un une mon ma mes ton ta est suis ai veux peux faut trop ca cela parler humain retour annuler ans an age mois euros yes nowhere street home here don know help house room live month week year years old si calle casa aqui nada ninguna hambre ayuda".split(
    " ",
  ),
);

/** Takes an answer apart: its postcode if any, and the words that may name a commune. */
export function readPlaceAnswer(text: string): PlaceAnswer {
  const figured = inAsciiDigits(text);
  const plain = plainName(figured);
  const postcode = /(?<!\d)\d{5}(?!\d)/.exec(figured)?.[0] ?? spacedPostcode(figured);
  const letters = plain
    .replace(/\b\d+\b/g, " ")
    .replace(/ +/g, " ")
    .trim();
  const words = letters.replace(opening, "").trim();
  const count = words === "" ? 0 : words.split(" ").length;
  const foreign = /\d/.test(words) || words.split(" ").some((word) => talk.has(word));
  return {
    postcode,
    words,
    looksLikePlace: count >= 1 && count <= 4 && !foreign && words.length > 1,
  };
}

/** Arabic and full-width digits, as a phone may type them. */
function inAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
    String(digit >= "\uff10" ? digit.charCodeAt(0) - 0xff10 : digit.charCodeAt(0) & 15),
  );
}

/** "62 110" is a postcode too. */
function spacedPostcode(text: string): string | null {
  const found = /(?<!\d)(\d{2}) (\d{3})(?!\d)/.exec(text);
  return found ? `${found[1]}${found[2]}` : null;
}
