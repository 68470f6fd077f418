import { expect, test } from "vitest";
import { localDate } from "../../src/base/time.ts";
import { daySaid } from "../../src/understanding/day-said.ts";
import { soonWithoutHome } from "../../src/understanding/soon-without-home.ts";

/** A Tuesday. */
const today = localDate("2026-11-24");

test.each([
  ["fin du mois jsuis dehors", "2026-11-30"],
  ["je serai à la rue le 30", "2026-11-30"],
  ["mon hébergement s'arrête lundi", "2026-11-30"],
  ["pas ce soir, vendredi je suis dehors", "2026-11-27"],
  ["mes parents me mettent dehors à la fin du mois", "2026-11-30"],
  ["on me vire du foyer le 5", "2026-12-05"],
  ["je serai sans logement dans deux semaines", "2026-12-08"],
  ["jvais perdre mon appart le 15 décembre", "2026-12-15"],
  ["my lease ends sunday and i have nowhere", "2026-11-29"],
  ["they are kicking me out on friday", "2026-11-27"],
  ["i'll be homeless next week", null],
  ["i will be on the streets tomorrow", "2026-11-25"],
  ["no tengo donde ir a partir del lunes", "2026-11-30"],
  ["me echan de casa el viernes", "2026-11-27"],
  ["voy a estar en la calle pronto", null],
  ["je suis à l'hôtel payé encore trois jours", "2026-11-27"],
  ["سأكون في الشارع نهاية الشهر", "2026-11-30"],
  ["غادي يخرجوني نهار الجمعة", "2026-11-27"],
  ["ghadi nkoun f zen9a akhir chhar", "2026-11-30"],
  ["ghadi ykhrjoni ghda", "2026-11-25"],
])("« %s » tells of no home soon, on %s", (text, on) => {
  expect(soonWithoutHome(text, today)).toEqual({ on, isSure: true });
});

test.each([
  ["je dois partir vendredi", "2026-11-27"],
  ["dans 3 jours je dois rendre l'appart", "2026-11-27"],
  ["j'ai jusqu'au 30 pour partir", "2026-11-30"],
  ["i have to leave by sunday", "2026-11-29"],
  ["my aunt says find somewhere, ten days max", "2026-12-04"],
  ["mi tía me da diez días para irme", "2026-12-04"],
  ["أمي تريد أن أخرج آخر الشهر", "2026-11-30"],
  ["mama bghatni nkhrej f lekher dial chhar", "2026-11-30"],
  ["me tengo que ir el viernes", "2026-11-27"],
  ["خاصني نخرج الجمعة", "2026-11-27"],
  ["lazem nkhrej nhar jem3a", "2026-11-27"],
])("« %s » is a duty to leave, and no more by itself", (text, on) => {
  expect(soonWithoutHome(text, today)).toEqual({ on, isSure: false });
});

test.each([
  "ce soir je suis dehors",
  "je suis dehors depuis vendredi",
  "je dors dehors, vendredi aussi",
  "je pars en vacances vendredi",
  "je dois partir au travail lundi",
  "mon bail se termine le 30 juin comment récupérer ma caution",
  "je cherche un appart pour vendredi",
  "je dois partir",
  "i am homeless tonight",
  "i sleep outside, friday too",
  "esta noche estoy en la calle",
  "الليلة أنا في الشارع",
  "had lila ana f zen9a",
])("« %s » is no home to be lost soon", (text) => {
  expect(soonWithoutHome(text, today)).toBeNull();
});

test.each([
  ["demain", "2026-11-25"],
  ["après-demain", "2026-11-26"],
  ["mardi", "2026-12-01"],
  ["vendredi", "2026-11-27"],
  ["vendredi en huit", "2026-12-04"],
  ["le 24", "2026-11-24"],
  ["le 23", "2026-12-23"],
  ["le 31", "2026-12-31"],
  ["30/11", "2026-11-30"],
  ["3 janvier", "2027-01-03"],
  ["1er décembre", "2026-12-01"],
  ["fin du mois", "2026-11-30"],
  ["ce week-end", "2026-11-29"],
  ["dans 10 jours", "2026-12-04"],
  ["in two weeks", "2026-12-08"],
  ["on the 3rd", "2026-12-03"],
  ["mañana", "2026-11-25"],
  ["el jueves", "2026-11-26"],
  ["غدا", "2026-11-25"],
  ["الاثنين", "2026-11-30"],
  ["يوم ٢٨", "2026-11-28"],
  ["ghda", "2026-11-25"],
  ["nhar lkhmis", "2026-11-26"],
])("« %s » is the %s", (text, day) => {
  expect(daySaid(text, today)).toBe(day);
});

test.each(["bientôt", "je ne sais pas", "le 32", "30/13", "450 euros", "oui"])(
  "« %s » names no day",
  (text) => {
    expect(daySaid(text, today)).toBeNull();
  },
);
