/** Things said every day with words of danger: the words they use are not looked at again. */
export const idioms: readonly string[] = [
  "mort|morte|morts|mourir|meurs|creve|crever|crevee|creves .. de|d rire|faim|soif|froid|chaud|fatigue|ennui|envie|honte|trouille|peur|sommeil|stress|curiosite|jalousie|amour",
  "mdr",
  "ptdr",
  "tuer|tue .. temps|travail|tache|ambiance|game|jeu",
  "me tuer|tue a|au travail|tache|boulot|job",
  "me suis tue|tuee",
  "loyer|prix|travail|chaleur|attente|dossier|ca|stress|paperasse me tue|tuer|creve",
  "en finir avec ce|cette|ces|les|le|mon|mes|l|dossier|ca|cela",
  "en finir avec la paperasse|recherche|procedure|demarche",
  "ca|cela|idee me|m frappe|tape|bat|agresse",
  "ce qui me frappe",
  "je me bat|bats|battre|tape|tapent|frappe|cogne",
  "me battre|bat|bats|battrai pour|contre",
  "me battre pour|contre|avec",
  "me suis battu|battue .. pour|contre",
  "me tape|taper|tapent .. nerfs|systeme|argent|discute",
  "me suis cogne|cognee|tape|tapee",
  "me coupe .. cheveux|ongles|parole|electricite|eau|gaz",
  "ton dehors|soir|ciel dehors",
  "suis dehors devant|pour|la|au|avec",
  "mange|manger|sors|sortir|joue|jouer|cours|courir|fait|fais|attends|attendre|vais|froid|chaud|fume .. dehors",
  "soiree|soirees .. dehors",
  "rue .. bruyante|calme|pietonne|commercante",
  "patron|employeur|chef|boite|ecole|lycee|college|prof .. vire|viree|virer|chasse|degage|mis|mise|met|jete|expulse .. porte|dehors?",
  "vire|viree|virer|mis|mise .. travail|boulot|job|taf|ecole|lycee|college|cours|formation|groupe",
  "fugue .. bach|musique|mozart",
  "quoi|definition .. 115",
  "115 euros|e|m2|eur",
  "violence|violent .. film|serie|jeu|orage|vent",
  "squat|squats .. sport|salle|muscu",
  "die|dying .. laughing|laughter|hunger|boredom|heat|cold|thirst",
  "dying to",
  "killing me",
  "to die for",
  "beats me why|how|what",
  "kick|kicked .. out .. class|school|job|group|team",
  "work|job .. kicked|kick|fired out",
  "cut|cutting myself .. cooking|shaving|some",
];
/** What follows "rue" when it is the name of a street, and not where somebody sleeps. */
export const streetNames: ReadonlySet<string> = new Set(
  `de des du d victor pasteur jean jules gambetta general marechal docteur dr saint sainte st ste henri emile
  pierre paul louis albert anatole voltaire nationale principale leon charles roger maurice republique marcel
  robert georges francois jacques michel andre rene edouard ernest eugene lamartine zola hugo jaures mermoz
  foch leclerc verdun carnot thiers diderot rousseau salengro blum ferry faidherbe arthur basly lamendin uriane
  casimir montaigne moliere racine roosevelt kennedy curie marie jeanne notre neuve haute basse grande montgolfier`.split(
    /\s+/,
  ),
);
