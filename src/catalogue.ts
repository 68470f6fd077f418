import type { BilanFact } from "./eligibility/bilan-questions.ts";
import type { Answers } from "./person/answers.ts";
import type { Fact } from "./person/facts.ts";

/**
 * The words flows may use beyond their own texts: rules, actions and offers, each with its outcomes.
 * Add an outcome here, and every flow that uses the word stops compiling until it says what to do.
 */
export interface Rules {
  visale: "eligible" | "not" | "unsure";
  fsl: "eligible" | "not" | "unsure";
  alt: "eligible" | "not" | "unsure";
  fslMaintien: "eligible" | "not" | "unsure";
  fslEnergy: "eligible" | "not" | "unsure";
  apl: "eligible" | "not" | "unsure";
  fjt: "eligible" | "not" | "unsure";
  logementSocial: "eligible" | "not" | "unsure";
  /** The rent that Visale accepts for what comes in: its share of the resources, or the ceiling of the town. */
  rentICanPay: "half" | "ceiling" | "unknown";
  /** The next question of the bilan logement, by the fact it asks for. */
  bilanNext: BilanFact | "settled";
  /** Whether most of what a bilan asks is known already. */
  bilanBegun: "new" | "again";
  /** Nowhere to live, and yet somewhere safe tonight: the 115 is for another night. */
  rooflessLater: "yes" | "no";
  ageGroup: "minor" | "adult" | "unknown";
  isSafe: "safe" | "notSafe";
  /** Whose protection applies in danger: that of minors, or the line open until 21. */
  protectedAge: "minor" | "upTo21" | "older" | "unknown";
  /** Whose helpline fits, by the words told. */
  helpline: "parents" | "lgbt" | "woman" | "man" | "unknown";
  /** Whether a question was left when danger was heard. */
  placeLeft: "some" | "none";
  /** A place open in the day for who has no roof. */
  dayPlace: "some" | "none";
  /** Whether the day of a departure was told. */
  leavingDayTold: "told" | "unknown";
  /** Under 26 in the 62, where the FSL of the 62 has conditions of its own. */
  young: "yes" | "no";
  homeFound: "found" | "notFound" | "unknown";
  /** Nowhere to live: the 115 is said before the rest. */
  withoutRoof: "yes" | "no";
  atParents: "yes" | "no";
  inAlt: "yes" | "no";
  outsideEurope: "yes" | "no";
  /** Whether a scholarship is worth asking about, and how many children there are. */
  studying: "yes" | "no";
  livesWithChild: "yes" | "no";
  territory: "served" | "neighbour" | "outside" | "unknown";
  openNow: "open" | "closed";
  /** Whether the structure takes part in the ALT: elsewhere a worker is the door. */
  altHere: "yes" | "no";
  /** Who may ask for an ASLL to enter a dwelling; to keep one, a worker asks everywhere. */
  asllAccess: "alone" | "withWorker";
  asllMaintien: "withWorker";
  /** Whether it is still to be asked if having been in care may be counted in the bilan. */
  careMayBeCounted: "ask" | "settled";
  aslJeunesAse: "eligible" | "not" | "unsure";
  tremplinsDuo: "eligible" | "not" | "unsure";
  /** Whether the structure has Tremplins Duo. */
  tremplinsHere: "yes" | "no";
  /** The département of the structure, for the aids that one alone gives. */
  departementHere: "pasDeCalais" | "hautsDeSeine" | "elsewhere";
  /** Whether there are ranges in which a time can be booked. */
  takesAppointments: "yes" | "no";
  /** Whether there are ranges in which anybody may book now: those not confirmed count in a demonstration. */
  hasHours: "yes" | "no";
  /** Whether a number must be asked for a call: the network may have given it. */
  needsPhone: "yes" | "no";
  /** Whether the appointment just booked is at a place, where somebody may come along. */
  meetsAtPlace: "yes" | "no";
  /** Whom the chosen motif is for, and what to do until the appointment, where the file says so. */
  motifBefore: "some" | "none";
  motifInstructions: "some" | "none";
  /** Whether the person had better choose how to be told while the page is closed. */
  toldWhenClosed: "choose" | "asUsual";
  /** Whether the link that was opened tells who sent them, and they were not asked about it yet. */
  cameFrom: "toConfirm" | "known";
  /** Other places that help, to be oriented to. */
  helpPlaces: "some" | "none";
  severalHelpPlaces: "yes" | "no";
  /** Places where one can eat, or take food home. */
  mealPlaces: "some" | "none";
  /** An aid that the place alone gives. */
  localAid: "some" | "none";
  severalPlaces: "yes" | "no";
  demonstration: "on" | "off";
  /** Whether the person gave the code of another phone. */
  linkCodeGiven: "given" | "none";
  /** Whether photos of papers may be kept. */
  paperPhotos: "allowed" | "refused" | "unasked";
}

export interface Actions extends Answers {
  speakFrench: "done";
  speakEnglish: "done";
  speakSpanish: "done";
  speakArabic: "done";
  summariseVisale: "summarised";
  summariseFsl: "summarised";
  summariseAlt: "summarised";
  summariseApl: "summarised";
  forgetAnswer: "forgotten";
  openSubject: "opened" | "none";
  summariseBilan: "summarised";
  moreBilanAnswers: "more";
  changeBilanAnswer: "changed";
  /** Keeps the sheet of the bilan; it says whether one was there, and whether its results change. */
  saveSheet: "saved" | "changed" | "same";
  findSheet: "found" | "none";
  reopenSheet: "reopened" | "none";
  shareSheet: "shared" | "none";
  /** A link to the sheet, for a printer. */
  linkSheet: "given" | "none";
  revokeSheetLink: "revoked" | "none";
  describePlace: "described" | "noAddress" | "unknown";
  describeHelpPlace: "described" | "unknown";
  describeFrontDesk: "described" | "unreachable";
  checkAppointment: "none" | "already";
  findAppointment: "found" | "none";
  keepSite: "kept";
  nextSlots: "more";
  describeSlot: "described" | "unknown";
  book: "booked" | "taken" | "tooLate" | "already";
  move: "moved" | "taken" | "tooLate" | "gone";
  cancel: "cancelled" | "gone";
  /** Who comes along: how many, and who they are to the person. */
  keepCompanion: "kept" | "gone";
  /** Why it was cancelled, when the person said so. */
  keepCancelReason: "kept" | "none";
  /** What became of the appointment of an old button. */
  whatBecame: "told" | "unknown";
  confirmPresence: "confirmed" | "gone";
  /** All appointments that one reminder named. */
  confirmAll: "confirmed" | "gone";
  /** The worker of today's appointment learns that somebody is late. */
  tellLate: "told" | "notToday";
  /** What reminders may say. */
  beDiscreet: "kept";
  beOpen: "kept";
  acceptProposal: "booked" | "already" | "gone";
  declineProposal: "declined" | "gone";
  requestAppointment: "requested";
  /** The request of a partner, by the code it gave; and what is shared with partners. */
  findRequest: "found" | "wrong" | "tooMany";
  agreeToRequest: "booked" | "already" | "gone";
  refuseRequest: "refused" | "gone";
  describeSharing: "some" | "none";
  stopSharing: "stopped";
  /** Where somebody stands on the waiting list. */
  findWaiting: "waiting" | "none";
  forgetWish: "forgotten";
  keepWaitingPlace: "kept";
  keepWaitingDay: "kept";
  /** Whether a time that is free already would do. */
  lookForFit: "some" | "none";
  joinWaitingList: "joined" | "changed";
  leaveWaitingList: "left" | "none";
  stayOnWaitingList: "stays" | "none";
  takeFreedTime: "booked" | "moved" | "already" | "gone";
  refuseFreedTime: "refused" | "gone";
  /** The workshop that was chosen, as it stands for who asks. */
  findWorkshops: "some" | "none";
  describeWorkshop: "free" | "full" | "mine" | "waits" | "gone";
  takeSeat: "taken" | "full" | "gone";
  waitForSeat: "waiting" | "gone";
  leaveSeat: "left" | "gone";
  keepName: "kept" | "none";
  callWorker: "called";
  /** In danger: the team is called at once, and told why. */
  callForDanger: "called";
  callForShelter: "called";
  callForNoPlace: "called";
  callForFriend: "called";
  callForSoon: "called";
  keepSoonSlot: "kept";
  callForViolence: "called";
  callForSuicide: "called";
  callForMinor: "called";
  callForEviction: "called";
  callForArrears: "called";
  callForAsll: "called";
  callForLocalAid: "called";
  /** Nothing was understood three times in a row. */
  callNotUnderstood: "called";
  /** A machine answers each message. */
  callForMachine: "called";
  stopReminders: "done";
  resumeReminders: "done";
  /** A code that joins another phone to this conversation's person. */
  giveLinkCode: "given";
  /** A worker's phone is told of a danger at night, when the code is right: only the desk says so. */
  pairAlertPhone: "asked";
  /** A worker says from their own phone what became of an appointment. */
  markSeen: "marked" | "already" | "gone";
  markAbsent: "marked" | "already" | "gone";
  markExcused: "marked" | "already" | "gone";
  joinByCode: "joined" | "same" | "wrong" | "tooMany" | "clash";
  erase: "erased" | "alertOpen";
  /** The card of one paper, or several ticked at once by words. */
  openPaper: "opened" | "marked" | "unknown";
  havePaper: "marked";
  leavePaper: "marked";
  keepPaperPhoto: "marked";
  cannotHavePaper: "told";
  /** The papers still missing, for a reminder. */
  recallPapers: "missing" | "none";
  describePhotos: "kept" | "notKept";
  forgetPhotos: "forgotten";
}

export interface Offers {
  placeToSee: "chosen" | "none";
  helpPlace: "chosen" | "none";
  /** The subjects of the theme that was chosen. */
  listedSubject: "chosen" | "none" | "otherWords";
  /** Which of several appointments is meant; with one there is nothing to choose. */
  whichAppointment: "chosen" | "none";
  /** What the appointment is about; with one motif there is nothing to choose. */
  motif: "chosen" | "none";
  site: "chosen" | "none";
  slot: "chosen" | "none" | "more" | "otherSite" | "noneSuits";
  /** Places, then days, that suit who waits: one after the other. */
  waitingPlace: "chosen" | "none" | "anywhere";
  otherWaitingPlace: "chosen" | "none" | "enough";
  waitingDay: "chosen" | "none" | "anyDay";
  otherWaitingDay: "chosen" | "none" | "enough";
  /** The day from which there is no home any more. */
  leavingDay: "chosen" | "none" | "notSure" | "notThat";
  /** A time within 48 hours. */
  soonSlot: "chosen" | "none" | "otherTimes" | "noNeed";
  bilanAnswer: "chosen" | "none" | "more" | "nothing";
  workshop: "chosen" | "none";
  answerToFix: "chosen" | "none" | "nothing";
  paper: "chosen" | "none" | "done";
}

export type { Fact };
