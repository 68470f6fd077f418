-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Dossier" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "nextOn" TEXT,
    "wordsSealed" TEXT,
    "reminds" INTEGER NOT NULL DEFAULT 0,
    "remindedOf" TEXT,
    "madeBy" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "closedAt" BIGINT
);

-- CreateIndex
CREATE INDEX "Dossier_conversationId_idx" ON "Dossier"("conversationId");

-- CreateIndex
CREATE INDEX "Dossier_structure_closedAt_nextOn_idx" ON "Dossier"("structure", "closedAt", "nextOn");

-- CreateIndex
CREATE INDEX "Dossier_closedAt_reminds_nextOn_idx" ON "Dossier"("closedAt", "reminds", "nextOn");
