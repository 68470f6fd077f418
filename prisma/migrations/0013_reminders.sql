-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- AlterTable
ALTER TABLE "Person" ADD COLUMN "discreet" INTEGER;

-- CreateTable
CREATE TABLE "ToCall" (
    "appointmentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "reasonsSealed" TEXT NOT NULL,
    "since" BIGINT NOT NULL,
    "calledAt" BIGINT,
    "calledBy" TEXT,

    PRIMARY KEY ("appointmentId", "version")
);

-- CreateIndex
CREATE INDEX "ToCall_structure_calledAt_since_idx" ON "ToCall"("structure", "calledAt", "since");

-- CreateIndex
CREATE INDEX "ToCall_conversationId_idx" ON "ToCall"("conversationId");
