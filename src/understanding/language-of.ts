/** A language we can tell apart; `mixed` when two are really used, `unknown` when nothing shows it. */
export type SpokenLanguage = "fr" | "en" | "mixed" | "unknown";

const little: Readonly<Record<"fr" | "en", ReadonlySet<string>>> = {
  fr: new Set(
    `je tu il elle on nous vous ils elles le la les un une des du de et mais pour avec sans dans sur chez
    est suis es sommes etes sont ai avons avez ont etait mon ma mes ton ta tes son sa ses notre votre ce cette
    ces ca que qui quoi quel quand comment pourquoi combien ne pas plus jamais rien oui non bonjour salut
    bonsoir coucou merci veux peux dois cherche besoin aide logement appartement loyer travail rendez argent
    proprietaire au aux en moi toi lui leur y faut fait faire etre avoir prendre parler trop tres aussi
    maintenant demain soir nuit rue dehors deja encore jeune annuler changer droit droits papiers caution
    bail garant foyer pere mere parents mois euros ouais nan depuis comme tout mdr alors donc wesh svp stp`.split(
      /\s+/,
    ),
  ),
  en: new Set(
    `i you he she it we they the a an and but for with without in at my your his her our their this that
    these what which who when where how why is am are was were be been do does did don t have has had can
    could would should will not no yes hello hi hey thanks thank please want need looking find help me to of
    from apartment flat room house housing rent landlord appointment job work tomorrow tonight sleep nowhere
    today about any some someone talk speak money live lost get got there here`.split(/\s+/),
  ),
};
/** Words of both languages, which prove nothing. */
const shared = new Set(["a", "on", "t", "me", "an"]);

/** The language of words already spelt out: which one gives most of the little words. */
export function languageOf(words: readonly string[]): SpokenLanguage {
  let french = 0;
  let foreign = 0;
  for (const word of words) {
    if (shared.has(word)) continue;
    if (little.fr.has(word)) french++;
    if (little.en.has(word)) foreign++;
  }
  if (french === 0 && foreign === 0) return "unknown";
  const lesser = Math.min(french, foreign);
  if (lesser >= 2 && lesser / Math.max(french, foreign) >= 0.5) return "mixed";
  if (french === foreign) return "unknown";
  return french > foreign ? "fr" : "en";
}
