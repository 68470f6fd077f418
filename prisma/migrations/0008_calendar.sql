-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- AlterTable
ALTER TABLE "Worker" ADD COLUMN "agendaWorker" TEXT;
ALTER TABLE "Worker" ADD COLUMN "morningListSince" BIGINT;

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "tokenLookup" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "lastReadAt" BIGINT,
    "expiresAt" BIGINT NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenLookup_key" ON "CalendarFeed"("tokenLookup");

-- CreateIndex
CREATE INDEX "CalendarFeed_structure_expiresAt_idx" ON "CalendarFeed"("structure", "expiresAt");

-- CreateIndex
CREATE INDEX "Appointment_structure_worker_startsAt_idx" ON "Appointment"("structure", "worker", "startsAt");

-- CreateIndex
CREATE INDEX "Appointment_structure_site_startsAt_idx" ON "Appointment"("structure", "site", "startsAt");

-- CreateIndex
CREATE INDEX "Worker_structure_agendaWorker_idx" ON "Worker"("structure", "agendaWorker");
