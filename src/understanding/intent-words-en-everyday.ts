import type { IntentWords } from "./intent-ids.ts";

/** Appointments, people, places, rights and talk, in English. */
export const englishEveryday: readonly IntentWords[] = [
  {
    intent: "book_appointment",
    sure: [
      "book|make|get|have|need|want|schedule|arrange|take|like ... appointment|meeting|slot",
      "^ an? appointment $",
    ],
    maybe: ["appointment|appointments"],
  },
  {
    intent: "change_appointment",
    sure: [
      "change|move|reschedule|postpone|delay|shift ... appointment|appointments|meeting|date|time",
      "appointment ... another|other|different|later .. time|day|date",
      "reschedule|postpone",
    ],
  },
  {
    intent: "cancel_appointment",
    sure: [
      "cancel|delete|cancelling|canceling ... appointment|meeting",
      "cancel",
      "can t|cannot|won t .. come|make|attend ... appointment",
      "appointment .. cancel|cancelled",
    ],
  },
  {
    intent: "my_appointment",
    sure: [
      "when|where|what|time|see|check|remind|confirm|forgot ... my appointment|appointments|meeting",
      "my|next appointment|appointments .. when|where|time|tomorrow|today|is?",
      "^ my appointment|appointments $",
      "do i have .. appointment",
      "next appointment",
    ],
  },
  {
    intent: "documents",
    sure: [
      "what|which|need|bring|list|provide|send|required|necessary ... document|documents|papers|paperwork|paper",
      "documents|papers|paperwork .. need|bring|required|send|provide",
      "what .. bring",
    ],
    maybe: ["documents|papers|paperwork"],
  },
  {
    intent: "sites",
    sure: [
      "where are|is .. you|office|offices|located|cllaj",
      "address|addresses",
      "opening hours|times",
      "office|offices .. open|hours|near",
      "are you open",
      "when|what .. open|close",
      "near me",
      "phone number",
    ],
    maybe: ["office|offices"],
  },
  { intent: "workshop", sure: ["workshop|workshops", "group session|meeting"] },
  {
    intent: "cllaj_info",
    sure: [
      "who are you",
      "what .. you do|offer|are|for",
      "what can you",
      "how can|do you help",
      "what is this|cllaj",
      "are you .. robot|bot|human|real|person",
      "is it|this free",
    ],
  },
  {
    intent: "human",
    sure: [
      "talk|speak|chat|contact|reach .. human|someone|somebody|person|people|adviser|advisor|worker|agent",
      "call me",
      "call|ring|contact .. me back?",
      "real person|human",
      "social worker",
      "adviser|advisor|counsellor",
    ],
    maybe: ["human"],
  },
  {
    intent: "rights_landlord",
    sure: [
      "tenant|tenants|renter .. rights|right",
      "my rights|right",
      "landlord ... refuse|refuses|keep|keeps|return|give|enter|raise|raised|increase|repair|fix|allowed|can|right|deposit|answer",
      "get|give|return|refund|keep|keeps ... deposit .. back",
      "deposit back",
      "rent increase|increased|rise",
      "raise|raised|increase|increased .. rent",
      "notice period",
      "lease|tenancy .. sign|end|break|terminate|understand|agreement",
      "end|break|terminate|understand|sign .. lease|tenancy",
      "scam|scammed|discrimination",
    ],
    maybe: ["landlord", "lease", "tenant"],
  },
  {
    intent: "language",
    sure: [
      "change|switch|other|another|choose .. language",
      "speak|talk|write|answer|continue .. english|french|arabic|spanish",
      "don t|not .. speak|understand .. french",
      "in english|arabic|spanish|french",
      "^ english|arabic|spanish|language $",
    ],
  },
  {
    intent: "delete_data",
    sure: [
      "delete|erase|remove|forget|wipe .. data|account|everything|information|messages|history|me",
    ],
  },
  {
    intent: "stop",
    sure: [
      "^ stop|unsubscribe $",
      "unsubscribe",
      "stop .. messaging|messages|writing|reminders|texting",
    ],
  },
  { intent: "menu", sure: ["^ menu|help $", "main menu", "start again|over", "^ i need help $"] },
  { intent: "greeting", sure: ["hello|hi|hey|hiya", "good morning|evening|afternoon"] },
  {
    intent: "thanks",
    sure: [
      "thanks|thank|cheers|great|perfect|awesome",
      "bye|goodbye",
      "have .. good|nice day|evening",
    ],
  },
  {
    intent: "yes",
    sure: ["^ yes|yeah|yep|yup|sure|ok|okay|right|exactly", "of course", "that s right"],
  },
  { intent: "no", sure: ["^ no|nope|nah", "not really|yet|now|at", "no thanks"] },
  {
    intent: "insult",
    sure: [
      "fuck|asshole|bitch|idiot|stupid|moron|dumb|bastard",
      "you suck|useless",
      "shut up",
      "useless bot",
    ],
  },
  {
    intent: "out_of_scope",
    sure: [
      "weather|joke|poem|recipe|pizza|horoscope|netflix|crypto|bitcoin",
      "football .. score|match|game",
      "driving licence|license|test",
      "find|need|want|looking .. job|work|girlfriend|boyfriend|car",
      "capital .. of",
      "homework",
    ],
  },
];
