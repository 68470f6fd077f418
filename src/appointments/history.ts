/** What an appointment can go through; the rows of its history are added and never changed. */
export type AppointmentHappening =
  | "booked"
  | "proposed"
  | "accepted"
  | "declined"
  | "expired"
  | "confirmed"
  | "late"
  | "moved"
  | "cancelled"
  | "cancelReason";

/** Why somebody cancels, when they want to say. */
export const cancelReasons = ["notFree", "ill", "transport", "solved", "otherReason"] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Why the team cancels: the person reads it. */
export const serviceReasons = ["workerAway", "siteClosed", "otherReason"] as const;
export type ServiceReason = (typeof serviceReasons)[number];
