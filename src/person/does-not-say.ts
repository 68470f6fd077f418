const before = [
  ...["euh ", "ben ", "bah ", "heu ", "mdr ", "franchement ", "non ", "no ", "desole ", "sorry "],
  ...["pues ", "lla ", "wallah ", "wlh ", "لا ", "والله "],
];
const french = [
  "(?:je |j')?(?:ne )?(?:sais|c|se|sait) (?:vraiment |trop )?(?:pas|plus)",
  ...["j'?sais (?:pas|plus)", "jsai pas", "chai pas", "che pas", "chepa", "jsp", "jspas", "jcp"],
  ...["j'en sais rien", "jen sais rien", "aucune idee", "pas d'idee", "sans idee"],
  "je (?:ne )?(?:prefere|veux|souhaite) (?:pas|ne pas|plutot ne pas|pas le|pas en)",
  ...["j'(?:ai )?(?:pas envie|aime mieux pas)", "je prefere pas", "jprefere pas"],
  ...["jveux pas (?:dire|le dire|repondre)", "passe", "passer", "je passe", "suivante?"],
  ...["question suivante", "sans reponse", "je me souviens (?:pas|plus)"],
  ...["je m'en souviens (?:pas|plus)", "j'ai oublie", "jai oublie"],
  "ca (?:ne )?vous regarde pas",
];
const english = [
  ...["idk", "i do ?n[o']?t know", "dont know", "don't know", "dunno", "no idea", "not sure"],
  ...["i'?d? ?(?:would )?rather not", "prefer not", "i prefer not", "i do ?n'?t want to", "skip"],
  ...["pass", "i forgot", "i can'?t remember", "i do ?n'?t remember"],
];
const spanish = [
  ...[
    "no lo se",
    "no se",
    "yo no se",
    "ni idea",
    "prefiero no (?:decirlo|decir|contestar|responder)",
  ],
  ...["no quiero (?:decirlo|decir|contestar|responder)", "no me acuerdo", "no recuerdo", "paso"],
  ...["siguiente", "sin respuesta", "no estoy segur[oa]"],
];
const arabic = [
  ...[
    "لا اعرف",
    "لا اعلم",
    "لا ادري",
    "ما اعرف",
    "ما بعرف",
    "ما نعرف",
    "مانعرف",
    "ما عرفت",
    "معرفش",
  ],
  ...[
    "ماعرفتش",
    "ما عرفتش",
    "معرفتش",
    "مش عارف(?:ه|ة)?",
    "ما كنعرفش",
    "ماكنعرفش",
    "لست متاكد(?:ا|ه|ة)?",
  ],
  ...[
    "لا اريد (?:ان )?(?:اقول|اجيب|القول)",
    "افضل عدم (?:القول|الاجابة|الاجابه)",
    "لا فكرة",
    "نسيت",
    "تخطي",
  ],
];
const darija = [
  ...["la a3ref", "ma3reftch", "ma3raftch", "ma3rftch", "ma 3reftch", "ma 3raftch", "ma 3rftch"],
  ...["ma3refch", "ma n3ref", "man3ref", "manaraf", "makan3rfch", "makan3refch", "ma kan3refch"],
  ...[
    "mab9itch 3a9l",
    "nsit",
    "ma bghitch n(?:9oul|gol|goul|jaweb)",
    "mabghitch n(?:9oul|gol|goul|jaweb)",
  ],
];

/** "I don't know" and "I'd rather not say", whole or at the head of a plain answer: accepted everywhere. */
export const doesNotSay = new RegExp(
  `^(?:${before.join("|")})*(?:${[...french, ...english, ...spanish, ...arabic, ...darija].join("|")})(?=$|[ ,.!?;:؟،])`,
);
