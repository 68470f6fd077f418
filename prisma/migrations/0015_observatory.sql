-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Situation" (
    "structure" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "countedFrom" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    "told" TEXT NOT NULL,
    "personId" TEXT,
    "updatedAt" BIGINT NOT NULL,

    PRIMARY KEY ("structure", "id")
);

-- CreateTable
CREATE TABLE "Tally" (
    "structure" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "countedFrom" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    PRIMARY KEY ("structure", "id")
);

-- CreateTable
CREATE TABLE "SignedBilan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "printed" TEXT NOT NULL,
    "signedBy" TEXT NOT NULL,
    "signedAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "Situation_structure_kind_countedFrom_id_idx" ON "Situation"("structure", "kind", "countedFrom", "id");

-- CreateIndex
CREATE INDEX "Situation_personId_idx" ON "Situation"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Situation_structure_personId_key" ON "Situation"("structure", "personId");

-- CreateIndex
CREATE INDEX "Tally_structure_countedFrom_id_idx" ON "Tally"("structure", "countedFrom", "id");

-- CreateIndex
CREATE INDEX "SignedBilan_structure_signedAt_idx" ON "SignedBilan"("structure", "signedAt");
