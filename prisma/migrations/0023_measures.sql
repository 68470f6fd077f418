-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- AlterTable
ALTER TABLE "Stay" ADD COLUMN "arrearsFrom" TEXT;
ALTER TABLE "Stay" ADD COLUMN "arrearsMonths" INTEGER;
ALTER TABLE "Stay" ADD COLUMN "arrearsUntil" TEXT;
ALTER TABLE "Stay" ADD COLUMN "exitReason" TEXT;
ALTER TABLE "Stay" ADD COLUMN "extendedOn" TEXT;
ALTER TABLE "Stay" ADD COLUMN "situationId" TEXT;

-- CreateTable
CREATE TABLE "Measure" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT,
    "situationId" TEXT,
    "kind" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "area" TEXT,
    "grantKind" TEXT NOT NULL,
    "startedOn" TEXT NOT NULL,
    "dueOn" TEXT,
    "endedOn" TEXT,
    "exitReasons" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "acts" TEXT NOT NULL,
    "wordsSealed" TEXT,
    "version" INTEGER NOT NULL,
    "madeBy" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "closedAt" BIGINT
);

-- CreateIndex
CREATE INDEX "Measure_conversationId_idx" ON "Measure"("conversationId");

-- CreateIndex
CREATE INDEX "Measure_structure_closedAt_startedOn_idx" ON "Measure"("structure", "closedAt", "startedOn");

-- CreateIndex
CREATE INDEX "Measure_structure_kind_startedOn_idx" ON "Measure"("structure", "kind", "startedOn");

-- CreateIndex
CREATE INDEX "Measure_structure_updatedAt_idx" ON "Measure"("structure", "updatedAt");

-- CreateIndex
CREATE INDEX "Dossier_structure_updatedAt_idx" ON "Dossier"("structure", "updatedAt");

-- CreateIndex
CREATE INDEX "Stay_structure_updatedAt_idx" ON "Stay"("structure", "updatedAt");
