-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- reviewed: table redefinition
-- (nothing ever wrote into it)
-- DropTable
DROP TABLE "Task";

-- CreateTable
CREATE TABLE "Gathering" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "site" TEXT,
    "startsAt" BIGINT NOT NULL,
    "endsAt" BIGINT NOT NULL,
    "seats" INTEGER NOT NULL,
    "extra" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "wordsSealed" TEXT NOT NULL,
    "total" INTEGER,
    "withFile" INTEGER,
    "qpv" INTEGER,
    "madeBy" TEXT NOT NULL,
    "madeAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Seat" (
    "gatheringId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "takenAt" BIGINT NOT NULL,
    "remindedAt" BIGINT,
    "attended" TEXT,

    PRIMARY KEY ("gatheringId", "number")
);

-- CreateTable
CREATE TABLE "SeatWait" (
    "gatheringId" TEXT NOT NULL,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "since" BIGINT NOT NULL,

    PRIMARY KEY ("gatheringId", "conversationId")
);

-- CreateIndex
CREATE INDEX "Gathering_structure_startsAt_idx" ON "Gathering"("structure", "startsAt");

-- CreateIndex
CREATE INDEX "Gathering_startsAt_idx" ON "Gathering"("startsAt");

-- CreateIndex
CREATE INDEX "Seat_conversationId_idx" ON "Seat"("conversationId");

-- CreateIndex
CREATE UNIQUE INDEX "Seat_gatheringId_conversationId_key" ON "Seat"("gatheringId", "conversationId");

-- CreateIndex
CREATE INDEX "SeatWait_conversationId_idx" ON "SeatWait"("conversationId");

-- CreateIndex
CREATE INDEX "SeatWait_gatheringId_since_idx" ON "SeatWait"("gatheringId", "since");
