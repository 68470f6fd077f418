import { type NumberTable, tableOf } from "./number-table.ts";

const french = tableOf(
  `0 zero
  1 un une
  2 deux
  3 trois
  4 quatre quatres
  5 cinq
  6 six
  7 sept
  8 huit
  9 neuf
  10 dix
  11 onze
  12 douze
  13 treize
  14 quatorze
  15 quinze
  16 seize
  20 vingt vingts
  30 trente
  40 quarante
  50 cinquante
  60 soixante
  70 septante
  80 octante huitante
  90 nonante
  100 cent cents
  1000 mille mil milles`,
  { linking: "et", doubtful: "six dix mil", articles: "un une" },
);

const english = tableOf(
  `0 zero
  1 one
  2 two
  3 three
  4 four
  5 five
  6 six
  7 seven
  8 eight
  9 nine
  10 ten
  11 eleven
  12 twelve
  13 thirteen
  14 fourteen
  15 fifteen
  16 sixteen
  17 seventeen
  18 eighteen
  19 nineteen
  20 twenty
  30 thirty
  40 forty fourty
  50 fifty
  60 sixty
  70 seventy
  80 eighty
  90 ninety
  100 hundred hundreds
  1000 thousand thousands`,
  { linking: "and", doubtful: "", articles: "one" },
);

const spanish = tableOf(
  `0 cero
  1 uno un una
  2 dos
  3 tres
  4 cuatro
  5 cinco
  6 seis
  7 siete
  8 ocho
  9 nueve
  10 diez
  11 once
  12 doce
  13 trece
  14 catorce
  15 quince
  16 dieciseis
  17 diecisiete
  18 dieciocho
  19 diecinueve
  20 veinte
  21 veintiuno veintiun veintiuna
  22 veintidos
  23 veintitres
  24 veinticuatro
  25 veinticinco
  26 veintiseis
  27 veintisiete
  28 veintiocho
  29 veintinueve
  30 treinta
  40 cuarenta
  50 cincuenta
  60 sesenta
  70 setenta
  80 ochenta
  90 noventa
  100 cien ciento
  200 doscientos doscientas
  300 trescientos trescientas
  400 cuatrocientos cuatrocientas
  500 quinientos quinientas
  600 seiscientos seiscientas
  700 setecientos setecientas
  800 ochocientos ochocientas
  900 novecientos novecientas
  1000 mil miles`,
  { linking: "y", doubtful: "un una dos tres once mil", articles: "un uno una" },
);

/** Written and spoken Arabic, with the Moroccan words that are written in its letters. */
const arabic = tableOf(
  `0 صفر
  1 واحد واحدة أحد إحدى احدى حداش
  2 اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي تنين جوج زوج
  3 ثلاثة ثلاث ثلاته تلاتة تلاتا تلت ثلث
  4 أربعة أربع ربعة ربع
  5 خمسة خمس
  6 ستة ست
  7 سبعة سبع
  8 ثمانية ثماني ثمان تمانية تمنية تمن
  9 تسعة تسع تسعود
  10 عشرة عشر
  11 احداش حداشر احدعش
  12 اطناش اثناعش طناش تناش
  13 ثلطعش تلتاش تلطاش ثلاثطعش
  14 اربعطعش ربعتاش رباطاش
  15 خمستاش خمسطعش خمسطاش
  16 ستاش سطعش سطاش
  17 سبعتاش سبعطعش سبعطاش
  18 تمنتاش ثمنطعش تمنطاش
  19 تسعتاش تسعطعش تسعطاش
  20 عشرون عشرين
  30 ثلاثون ثلاثين تلاتين
  40 أربعون أربعين ربعين
  50 خمسون خمسين
  60 ستون ستين
  70 سبعون سبعين
  80 ثمانون ثمانين تمانين
  90 تسعون تسعين
  100 مئة مائة مية ميات
  200 مئتان مئتين مائتان مائتين ميتين ميتان
  300 ثلاثمئة ثلاثمائة ثلاثمية تلتمية
  400 أربعمئة أربعمائة أربعمية ربعمية
  500 خمسمئة خمسمائة خمسمية
  600 ستمئة ستمائة ستمية
  700 سبعمئة سبعمائة سبعمية
  800 ثمانمئة ثمانمائة ثمانيمئة ثمانمية تمنمية
  900 تسعمئة تسعمائة تسعمية
  1000 ألف آلاف ألفا
  2000 ألفان ألفين`,
  { linking: "و", doubtful: "ست ثلث ربع خمس", articles: "واحد واحدة أحد" },
);

/** Darija as it is typed in Latin letters, 3 for ain, 7 for ha, 9 for qaf. */
const darija = tableOf(
  `0 sifr sifer
  1 wa7ed wahed wa7d wahd wa7da wahda
  2 jouj juj jooj joj zouj zoj tnin tnayn
  3 tlata tleta tlat telt tlt tlet
  4 reb3a rb3a arba3a rab3a reb3 rb3 arb3a
  5 khamsa khemsa 5amsa khams khems khms
  6 setta stta sitta sett stt
  7 seb3a sab3a sb3a seb3 sb3
  8 tmnya tmenya tmanya tmania tmenia tmen tmn
  9 tes3a tas3a ts3a tes3oud ts3oud ts3ud tes3ud tes3 ts3
  10 3chra 3achra 3echra 3ashra 3shra
  11 7dach hdach 7dash 7edach hedach
  12 tnach tnash tnac tenach
  13 tlettach tltach tletach tlattach tlttach
  14 rb3tach reb3tach rba3tach arba3tach rbe3tach
  15 khmstach khamstach khemstach khmestach 5mstach
  16 settach sttach stach sttash settash
  17 sb3tach seb3tach sba3tach sbe3tach
  18 tmntach tmentach tmenta3ch tmantach tmnetach
  19 ts3tach tes3tach tsa3tach tse3tach
  20 3chrin 3ichrin 3echrin 3ishrin 3shrin
  30 tlatin tlatine
  40 reb3in rb3in arb3in rab3in arba3in
  50 khamsin khemsin khmsin khamsine 5amsin
  60 settin sttin sittin settine
  70 seb3in sb3in sab3in
  80 tmanin tmanine tmenin
  90 tes3in ts3in tas3in
  100 mya miya mia mi2a meya myat
  200 mitin mitayn miytin myatayn mitine
  300 tltmya teltmya
  400 rb3mya reb3mya
  500 khmsmya khemsmya khamsmya
  600 settmya sttmya
  700 sb3mya seb3mya
  800 tmnmya tmenmya
  900 ts3mya tes3mya
  1000 alf elf alaf
  2000 alfin alfayn alfine`,
  {
    linking: "w o ou u",
    doubtful: "elf stach",
    articles: "wa7ed wahed wa7d wahd wa7da wahda",
  },
);

const everywhere = [french, english, spanish, arabic, darija];
const own: Readonly<Record<string, NumberTable>> = {
  fr: french,
  en: english,
  es: spanish,
  ar: arabic,
};

/** The tables in the order they are tried: the conversation's language first. */
export function numberTables(language: string): readonly NumberTable[] {
  const first = own[language] ?? french;
  return [first, ...everywhere.filter((table) => table !== first)];
}
