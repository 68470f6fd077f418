-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Stay" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "lodging" TEXT,
    "askedOn" TEXT NOT NULL,
    "commissionOn" TEXT,
    "enteredOn" TEXT,
    "dueOn" TEXT,
    "leftOn" TEXT,
    "exitTo" TEXT,
    "wordsSealed" TEXT,
    "version" INTEGER NOT NULL,
    "madeBy" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    "closedAt" BIGINT
);

-- CreateIndex
CREATE INDEX "Stay_conversationId_idx" ON "Stay"("conversationId");

-- CreateIndex
CREATE INDEX "Stay_structure_closedAt_askedOn_idx" ON "Stay"("structure", "closedAt", "askedOn");

-- CreateIndex
CREATE INDEX "Stay_structure_lodging_idx" ON "Stay"("structure", "lodging");

-- CreateIndex
CREATE INDEX "Stay_structure_kind_enteredOn_idx" ON "Stay"("structure", "kind", "enteredOn");
