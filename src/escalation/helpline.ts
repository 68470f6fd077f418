/**
 * Whose line fits somebody who is hurt, by the words they told: by a parent (the 119 helps until 21),
 * because of whom they love or are, a woman (the 3919 is hers), a man; `unknown`: both lines are said.
 */
export type Helpline = "parents" | "lgbt" | "woman" | "man" | "unknown";

/** Words of who hurts: a parent. The text is folded. */
const parents =
  /\b(?:peres?|meres?|parents?|papa|maman|darons?|daronnes?|rents|beau pere|belle mere|beau p|father|mother|dad|mum|mom|mummy|daddy|step ?dad|step ?mum|step ?mom|stepfather|stepmother|padres?|madres?|padrastro|madrastra|mama|baba|bba|mmi|mamah?|lwalid|lwalida|walidi|walidiya|waldia)\b|ابي|ابوي|بابا|امي|ماما|والدي|والدتي|لوالد|الوالد/;
/** Words of a partner, or of somebody else who hurts: a parent named beside may only be told of. */
const partners =
  /\b(?:copain|copine|mari|femme me|conjointe?|ex|compagnon|compagne|mec me|boyfriend|girlfriend|husband|wife|partner|novi[oa]|marido|espos[oa]|pareja|rajli|mrati|zawji)\b|زوجي|زوجتي|راجلي|صاحبي/;
const lgbt =
  /\b(?:gay|gays|homo|homos|homosexuel\w*|lesbienne?s?|lesbian|bi ?sexuel\w*|bisexual|trans|transgenres?|transgender|non ?binaires?|queer|lgbt\w*|homophob\w*|transphob\w*|pd|gouine|lesbiana|maricon|methli|mithli)\b|\btransidentit\w*|مثلي|مثليه|متحول/;
/** What only a woman says of herself; the agreement of a participle counts, its absence says nothing. */
const woman =
  /\b(?:je|j|chui|suis) ?(?:suis )?(?:une )?(?:femme|fille|meuf|maman|enceinte|nana)\b|\benceinte\b|\b(?:suis|etais|ete|m a|ma|m ont|m avait|etre) (?:encore |deja |souvent )?(?:battue|frappee|violee|agressee|maltraitee|menacee|tabassee|giflee|sequestree|tapee|cognee|insultee|humiliee)\b|\bfemmes? battues?\b|\b(?:i am|i m|im|as) (?:a )?(?:woman|girl|mum|mother|pregnant)\b|\bpregnant\b|\bsoy (?:una )?(?:mujer|chica|madre)\b|\bembarazada\b|\b(?:me han|me ha|soy|estoy|he sido|fui) (?:siendo )?(?:maltratada|golpeada|violada|agredida|pegada)\b|\bana (?:mra|bnt|bent|mrah|7amla|hamla)\b|\b7amla\b|انا (?:امراه|مراه|مرا|بنت|فتاه|حامل)|حامل/;
const man =
  /\b(?:je|j|chui|suis) ?(?:suis )?(?:un )?(?:homme|mec|gars|garcon|papa)\b|\bhommes? battus?\b|\b(?:i am|i m|im|as) a (?:man|guy|boy|dad|bloke)\b|\bsoy (?:un )?(?:hombre|chico|padre)\b|\bana (?:rajel|rajl|weld|wld|drri)\b|انا (?:رجل|راجل|ولد|شاب)/;

/** The helpline that fits what was told, from a folded text. Nothing is asked, and nothing guessed. */
export function helplineFor(folded: string): Helpline {
  if (parents.test(withoutOneself(folded)) && !partners.test(folded)) return "parents";
  if (lgbt.test(folded)) return "lgbt";
  const isWoman = woman.test(folded);
  const isMan = man.test(folded);
  if (isWoman === isMan) return "unknown";
  return isWoman ? "woman" : "man";
}

/** "Je suis maman", "soy padre": a parent, but the one who writes. */
function withoutOneself(folded: string): string {
  return folded.replace(
    /\b(?:suis|chui|soy|am|i m|im|as) (?:un |une |a |una )?(?:papa|maman|pere|mere|padre|madre|mum|mom|dad|mother|father)\b/g,
    " ",
  );
}
