/** An association's file: who it serves, where, when, and what it promises. */
export type { Problem } from "./structure/cross-check.ts";
export { readStructure, type StructureReading } from "./structure/read-structure.ts";
export type { Place, Structure } from "./structure/schema.ts";
