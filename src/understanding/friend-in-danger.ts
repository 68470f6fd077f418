import { fold } from "./normalise.ts";

/** The danger of somebody else, told by who worries for them. */
export type FriendsDanger = "suicide" | "violence";

const people = [
  "potes?|amie?s?|copains?|copines?|freres?|soeurs?|cousine?s?|voisine?s?|colocs?|colocataires?|colle?gues?|mec|meuf|gars|fils|fille|enfant|pere|mere|daronn?e?|oncle|tante|meilleure? amie?|petite? amie?",
  "friend|brother|sister|mate|roommate|flatmate|boyfriend|girlfriend|cousin|mum|mom|dad|mother|father|neighbou?r|son|daughter",
  "amig[oa]|herman[oa]|prim[oa]|novi[oa]|vecin[oa]|compañer[oa]|companer[oa]|hij[oa]|madre|padre",
  "sa7bi|sa7ebti|sa7ebi|sahbi|sahbti|khoya|khouya|khti|oukhti|weldi|benti",
].join("|");
const latin = `\\b(?:mon|ma|mes|un|une|my|a|mi|un|una)?\\s?(?:${people})\\b`;
const arabic = "(?:صديقي|صديقتي|صاحبي|صاحبتي|خويا|اخي|اختي|ختي|ولدي|ابني|ابنتي|بنتي)";
const somebody = `(?:${latin}|${arabic})`;

/** Words of one's own danger, where the friend is told of by the way ("ma soeur sait que je veux mourir"). */
const oneself =
  /\b(?:je|j|i|yo|ana|nous|moi)\b.{0,18}\b(?:mourir|me tuer|me suicid\w*|en finir|die|kill myself|morirme|matarme|nmout|n9tel rassi)\b|\bme (?:tuer|suicid\w+|frapp\w+|bat|tape|cogne|viole|tabasse)\b|\bm a (?:frapp|batt|tap|viol|tabass|cogn)\w*|\b(?:hits?|beats?|hurts?|hit) (?:me|us)\b|\bme (?:pega|golpea|maltrata)\b|يضربني|كيضربني|\bkaydrebni\b/;

const suicide = new RegExp(
  `${somebody}.{0,40}(?:\\bse (?:tuer|suicider|pendre|foutre en l air|faire du mal)\\b|\\bveut (?:en finir|mourir|crever)\\b|\\b(?:parle|pense|envie|idees?|menace)\\b.{0,12}\\b(?:suicid\\w*|mourir|mort|en finir)\\b|\\bsuicidaire\\b|\\bkill (?:himself|herself|themsel\\w+)\\b|\\bwants? to die\\b|\\bsuicidal\\b|\\bse (?:quiere|va a) (?:matar|morir|suicidar)\\b|\\bquiere (?:matarse|morir|morirse|suicidarse)\\b|(?:باغي|باغيه|يريد|تريد|غادي).{0,6}(?:يموت|تموت|يقتل راسه|يقتل نفسه|ينتحر|تنتحر|الانتحار)|\\b(?:baghi|baghya|bgha|bghat)\\b.{0,6}\\b(?:ymout|tmout|y9tel raso|yntaher)\\b)`,
);
const violence = new RegExp(
  `${somebody}.{0,30}(?:\\bse (?:fait|font) (?:frapper|battre|taper|tabasser|violer|agresser|maltraiter|cogner)\\b|\\best (?:battue?|frappee?|maltraitee?|violee?)\\b|\\b(?:is|gets|being|getting) (?:being )?(?:beaten|hit|abused|raped)\\b|\\b(?:es|esta siendo) (?:maltratad[oa]|golpead[oa])\\b|\\ble pegan\\b)`,
);

/**
 * Whether a text tells of somebody else's danger, and which; null when it tells of one's own, or of
 * none. What becomes of oneself always goes first.
 */
export function friendInDanger(text: string): FriendsDanger | null {
  const said = fold(text);
  if (oneself.test(said)) return null;
  if (suicide.test(said)) return "suicide";
  return violence.test(said) ? "violence" : null;
}
