-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Bell" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT,
    "workerId" TEXT,
    "kind" TEXT NOT NULL,
    "targetSealed" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "Bell_conversationId_idx" ON "Bell"("conversationId");

-- CreateIndex
CREATE INDEX "Bell_workerId_idx" ON "Bell"("workerId");

-- CreateIndex
CREATE INDEX "Bell_structure_workerId_idx" ON "Bell"("structure", "workerId");
