import { addDays, type LocalDate, localDate, partsOf } from "./time.ts";

/** Where holidays differ. */
export const holidayRegions = [
  "metropole",
  "alsace-moselle",
  "guadeloupe",
  "martinique",
  "guyane",
  "reunion",
  "mayotte",
] as const;
export type HolidayRegion = (typeof holidayRegions)[number];

/** The region of a commune, by its INSEE code or, failing that, its postcode. */
export function holidayRegionOf(code: string): HolidayRegion {
  return regions[code.slice(0, 3)] ?? regions[code.slice(0, 2)] ?? "metropole";
}

const regions: Readonly<Record<string, HolidayRegion>> = {
  "57": "alsace-moselle",
  "67": "alsace-moselle",
  "68": "alsace-moselle",
  "971": "guadeloupe",
  "972": "martinique",
  "973": "guyane",
  "974": "reunion",
  "976": "mayotte",
};

/**
 * The day that commemorates the abolition of slavery, month and day (Code du travail, article L3422-2,
 * read on legifrance.gouv.fr in its version of 2019-05-21).
 */
const abolition: Partial<Readonly<Record<HolidayRegion, readonly [number, number]>>> = {
  mayotte: [4, 27],
  martinique: [5, 22],
  guadeloupe: [5, 27],
  guyane: [6, 10],
  reunion: [12, 20],
};

/**
 * The public holidays of a year in a region, in order: the eleven of article L3133-1 of the Code du
 * travail; overseas the abolition of slavery; in Alsace and Moselle Good Friday and 26 December
 * (ordinance of 16 August 1892, as france3-regions.francetvinfo.fr tells it on 2014-04-11: Good Friday
 * only where there is a Protestant or a shared church, which no file says, so that it counts everywhere).
 */
export function publicHolidays(
  year: number,
  region: HolidayRegion = "metropole",
): readonly LocalDate[] {
  const key = `${region} ${year}`;
  const known = computed.get(key);
  if (known) return known;
  const days = [...everywhere(year), ...local(year, region)].sort();
  computed.set(key, days);
  return days;
}

/** Whether that day is a public holiday in a region; in mainland France when none is named. */
export function isPublicHoliday(date: LocalDate, region: HolidayRegion = "metropole"): boolean {
  return publicHolidays(partsOf(date).year, region).includes(date);
}

// the same few years are asked at each slot: a list of a dozen texts each
const computed = new Map<string, readonly LocalDate[]>();

function everywhere(year: number): readonly LocalDate[] {
  const easter = easterSunday(year);
  return [
    day(year, 1, 1),
    addDays(easter, 1),
    day(year, 5, 1),
    day(year, 5, 8),
    addDays(easter, 39),
    addDays(easter, 50),
    day(year, 7, 14),
    day(year, 8, 15),
    day(year, 11, 1),
    day(year, 11, 11),
    day(year, 12, 25),
  ];
}

function local(year: number, region: HolidayRegion): readonly LocalDate[] {
  if (region === "alsace-moselle") return [addDays(easterSunday(year), -2), day(year, 12, 26)];
  const commemorated = abolition[region];
  return commemorated ? [day(year, ...commemorated)] : [];
}

/** Easter in the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const skipped =
    century -
    Math.floor(century / 4) -
    Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + skipped + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * late + 114;
  return day(year, Math.floor(sum / 31), (sum % 31) + 1);
}

function day(year: number, month: number, dayOfMonth: number): LocalDate {
  const two = (figure: number) => String(figure).padStart(2, "0");
  return localDate(`${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`);
}
