const byYear = said(
  "par an|l'an|annuels?|annuelle|par annee|a year|per year|yearly|annual|an brut|al ano|por ano|anuales?|f l3am|f3am|fel 3am|في السنة|في السنه|سنويا|في العام",
  "\\/ ?an",
);
const byWeek = said(
  "par semaine|la semaine|chaque semaine|hebdo(?:madaires?)?|a week|per week|weekly|every week|(?:a|por) la semana|por semana|semanal(?:es)?|a la semana|f simana|f sim?ana|fel simana|kol simana|في الأسبوع|في الاسبوع|بالأسبوع|اسبوعيا",
  "\\/ ?(?:semaine|sem|week)",
);
const byFortnight = said(
  "(?:la|par|chaque) quinzaine|quinzaine|par quinze jours|tous les (?:15|quinze) jours|toutes les (?:2|deux) semaines|a fortnight|per fortnight|fortnightly|every (?:2|two) weeks|quincenal(?:es)?|(?:a|por) la quincena|por quincena|la quincena|كل أسبوعين|كل اسبوعين|kol jouj simanat",
);
/** What comes by the day or by the hour depends on how much is worked, which nobody said. */
const byWork = said(
  "par jour|la journee|par heure|de l'heure|l'heure|de lheure|a day|per day|daily|an hour|per hour|hourly|al dia|por dia|por hora|la hora|f nhar|fel nhar|f sa3a|في اليوم|يوميا|في الساعة|في الساعه",
  "\\/ ?(?:j|jour|h|heure|day|hour)",
);

/** Money that is not in euros: what it is worth here is nobody's guess. */
export const otherMoney = said(
  "dollars?|dirhams?|dhs?|dinars?|livres? sterling|pounds?|pesos?|cfa|fcfa|francs?|lires?|yens?|درهم|دراهم|دينار|دولار|ريال|drahem|derham",
  "[$£¥]",
);

/** The answer without the period, whose own figure is no sum ("tous les 15 jours"). */
export function withoutPeriod(plain: string): string {
  return plain.replace(byFortnight, " ").trim();
}

/** By how much a sum is multiplied to be that of a month; null when its period says too little. */
export function monthlyShare(plain: string): number | null {
  if (byWork.test(plain)) return null;
  if (byFortnight.test(plain)) return 26 / 12;
  if (byYear.test(plain)) return 1 / 12;
  return byWeek.test(plain) ? 52 / 12 : 1;
}

function said(words: string, signs?: string): RegExp {
  const whole = `(?<![\\p{L}])(?:${words})(?![\\p{L}])`;
  return new RegExp(signs ? `${whole}|${signs}(?![\\p{L}])` : whole, "u");
}
