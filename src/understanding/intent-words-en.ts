import type { IntentWords } from "./intent-ids.ts";

/** How the need for a home is told in English. The names of schemes are the French ones. */
export const englishSchemes: readonly IntentWords[] = [
  { intent: "visale", sure: ["guarantor|guarantors", "rent guarantee"], maybe: ["guarantee"] },
  {
    intent: "locapass",
    sure: [
      "pay|afford|loan|lend|help|money|advance|cover ... deposit",
      "deposit .. loan|advance|money|help",
    ],
    maybe: ["deposit"],
  },
  {
    intent: "mobilijeune",
    sure: [
      "apprentice|apprenticeship|apprentices ... help|aid|rent|housing|allowance",
      "help|aid ... apprentice|apprenticeship",
    ],
    maybe: ["apprentice|apprenticeship"],
  },
  {
    intent: "fsl_energy",
    sure: [
      "electricity|gas|water|energy|power .. bill|bills|debt|cut",
      "pay .. electricity|gas|water|energy",
      "cut .. off? .. electricity|power|gas|water",
    ],
  },
  {
    intent: "fsl_maintien",
    sure: [
      "rent arrears|debt|debts",
      "behind .. rent",
      "can t|cannot|unable|struggle|struggling .. pay .. rent",
      "owe|owing ... rent",
      "unpaid rent",
      "late .. rent",
      "help|aid .. pay|paying .. rent",
    ],
  },
  {
    intent: "fsl_access",
    sure: [
      "help|money|aid|pay ... furniture|moving|fridge",
      "first .. rent .. help|pay?",
      "furniture",
    ],
  },
  {
    intent: "alt",
    sure: ["temporary|short term|transitional .. housing|accommodation|flat|place|apartment|home"],
  },
  {
    intent: "apl",
    sure: ["housing|rent benefit|benefits|allowance|allowances|aid|subsidy|assistance"],
    maybe: ["benefits|allowance"],
  },
  {
    intent: "social_housing",
    sure: ["social|council|public housing|home|house|flat|flats"],
  },
  {
    intent: "fjt",
    sure: [
      "young workers hostel|residence|home",
      "youth hostel|residence|hostels",
      "workers hostel",
    ],
    maybe: ["hostel"],
  },
  { intent: "dalo", sure: ["enforceable .. housing", "right to housing"] },
  {
    intent: "ase",
    sure: [
      "foster care|family|child|kid|home",
      "in care .. child|teenager|was?",
      "leaving care",
      "care leaver|leavers",
      "children s home",
      "child welfare",
    ],
  },
  {
    intent: "asll",
    sure: [
      "social support",
      "help|support .. manage|managing .. budget|home|flat|money",
      "support worker|support? .. budget",
    ],
    maybe: ["budget"],
  },
  {
    intent: "expulsion",
    sure: [
      "evict*",
      "bailiff|bailiffs",
      "court .. landlord|rent|summons|letter",
      "landlord .. kick|kicked|kicking|throw|throwing|get .. out",
      "notice to quit|leave",
    ],
  },
  {
    intent: "unhealthy_housing",
    sure: [
      "mold|mould|mouldy|moldy|damp|cockroach|cockroaches|bedbugs|unhealthy|unsafe|insalubrious",
      "bed bugs",
      "rats|mice .. in|flat|apartment|house|home",
      "no heating|heat|hot .. water?",
      "heating .. broken|work|working",
    ],
  },
  {
    intent: "housing_search",
    sure: [
      "look|looking|search|searching|find|finding|need|want|rent|get ... apartment|flat|studio|room|house|housing|home|accommodation|place|somewhere",
      "flatmate|flatshare|roommate|roommates",
      "place to live|rent|stay",
    ],
    maybe: ["apartment|flat|studio|housing|accommodation"],
  },
];
