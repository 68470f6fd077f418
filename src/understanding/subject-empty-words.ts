/** Words that tell nothing of a subject, normalised; what remains is what is looked for. */
export const emptyWords: ReadonlySet<string> = new Set([
  ...words(
    "je j tu t il elle on nous vous ils elles me m te se s moi toi lui leur y en mon ma mes",
  ),
  ...words(
    "ton ta tes son sa ses notre nos votre vos leurs le la les l un une des du de d au aux a",
  ),
  ...words(
    "et ou mais donc or ni car que qu qui quoi dont ce c cet cette ces ca cela est es suis etre",
  ),
  ...words(
    "sont ai as avons avez ont avoir avais avait pour par sur dans avec chez vers si alors aussi",
  ),
  ...words(
    "tres trop plus bien encore deja quand comment pourquoi quel faire fait fais faut dois doit",
  ),
  ...words(
    "peux peut veux voudrais aimerais bonjour salut coucou merci svp plait question info infos",
  ),
  ...words(
    "renseignement savoir sais comprends explique expliquer parler besoin aide aider n ne rien combien normal apres avant svp regarde partout",
  ),
  ...words(
    "i my the an of to for is are am do does can how what with at it your you have has been be",
  ),
]);

function words(listed: string): readonly string[] {
  return listed.split(" ");
}
