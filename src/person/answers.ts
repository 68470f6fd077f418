/** What a flow keeps of a tap: no more than that it was said. */
export interface Answers {
  /** What somebody thinks of an appointment, counted without a name. */
  findGood: "counted";
  findSoso: "counted";
  findBad: "counted";
  findClear: "counted";
  findUnclear: "counted";
  /** What became of the search, asked after an appointment. */
  keepFound: "kept";
  keepNotYet: "kept";
  /** Whether who sent them, as their link says, did. */
  confirmOrigin: "kept";
  refuseOrigin: "kept";
  /** Whether having been in care may be counted in the bilan. */
  countCare: "kept";
  doNotCountCare: "kept";
  keepStillThere: "kept";
  keepLeftHome: "kept";
  askNoMore: "kept";
}
