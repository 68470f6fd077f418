/** What may be wrong with a flow, its words or its buttons. */
export type ProblemCode =
  | "unknownStep"
  | "unknownFlow"
  | "unreachableStep"
  | "trap"
  | "vanishedStep"
  | "missingText"
  | "emptyText"
  | "unusedText"
  | "unknownText"
  | "placeholderMismatch"
  | "longText"
  | "textTooLong"
  | "tooManyOptions"
  | "labelTooLong"
  | "duplicateLabels"
  | "optionIdTooLong"
  | "unknownNumber"
  | "safetyTextChanged"
  | "staleFigure"
  | "templateRefused"
  | "unsourcedText"
  | "unknownFigure"
  | "bareDigit"
  | "titleTooLong"
  | "longSentences"
  | "severalQuestions"
  | "unexplainedAcronym"
  | "idleException";

/** Something a check found, as data: the sentence is for whoever repairs it. */
export interface Problem {
  readonly code: ProblemCode;
  readonly flow: string;
  readonly step?: string;
  readonly text?: string;
  readonly language?: string;
  readonly detail: string;
}
