import { z } from "zod";
import { day } from "./words.ts";

/** The figures an association may know that nobody publishes; a test holds this list to that of the rules. */
export const localFigureNames = [
  "fsl62YouthMinimumIncome",
  "fsl62RentShare",
  "fsl62AccessIntervalYears",
  "fsl62MaintienPerDwelling",
  "fsl92QuotientFamilialWithoutChild",
  "fsl92QuotientFamilialWithChild",
  "altMinimumIncome",
  "daloAbnormalWaitMonths",
  "fajMaximumIncome",
] as const;

/** A figure of the place, with the days it holds, where it was read and when it was last read again. */
export const localFigure = z
  .strictObject({
    figure: z.enum(localFigureNames),
    value: z.number().min(0),
    from: day,
    /** The last day it holds; absent while it is in force. */
    to: day.optional(),
    source: z.string().min(1),
    checkedOn: day,
  })
  .refine(({ from, to }) => to === undefined || from <= to, {
    path: ["to"],
    message: "is over before it begins",
  });
