-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Prescriber" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "linkLookup" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "revokedAt" BIGINT
);

-- CreateTable
CREATE TABLE "Prescription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "prescriberId" TEXT NOT NULL,
    "nameSealed" TEXT NOT NULL,
    "codeLookup" TEXT,
    "conversationId" TEXT,
    "state" TEXT NOT NULL,
    "askedAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "orientedAt" BIGINT,
    "keptUntil" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Prescriber_linkLookup_key" ON "Prescriber"("linkLookup");

-- CreateIndex
CREATE INDEX "Prescriber_structure_expiresAt_idx" ON "Prescriber"("structure", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Prescription_codeLookup_key" ON "Prescription"("codeLookup");

-- CreateIndex
CREATE INDEX "Prescription_prescriberId_askedAt_idx" ON "Prescription"("prescriberId", "askedAt");

-- CreateIndex
CREATE INDEX "Prescription_conversationId_idx" ON "Prescription"("conversationId");

-- CreateIndex
CREATE INDEX "Prescription_structure_keptUntil_idx" ON "Prescription"("structure", "keptUntil");
