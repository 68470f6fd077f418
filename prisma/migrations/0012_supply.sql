-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Laid" (
    "structure" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "wordsSealed" TEXT,
    "madeBy" TEXT NOT NULL,
    "madeAt" BIGINT NOT NULL,
    "expiresAt" BIGINT,

    PRIMARY KEY ("structure", "kind", "id")
);

-- CreateTable
CREATE TABLE "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "proposal" TEXT,
    "state" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeAt" BIGINT NOT NULL,
    "settledAt" BIGINT,
    "settledBy" TEXT,
    "expiresAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "Laid_structure_expiresAt_idx" ON "Laid"("structure", "expiresAt");

-- CreateIndex
CREATE INDEX "Task_structure_state_madeAt_idx" ON "Task"("structure", "state", "madeAt");

-- CreateIndex
CREATE INDEX "Task_structure_expiresAt_idx" ON "Task"("structure", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Task_kind_subject_version_key" ON "Task"("kind", "subject", "version");
