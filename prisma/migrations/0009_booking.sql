-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- AlterTable
ALTER TABLE "Appointment" ADD COLUMN "closedBy" TEXT;
ALTER TABLE "Appointment" ADD COLUMN "detailsSealed" TEXT;
ALTER TABLE "Appointment" ADD COLUMN "movedTo" TEXT;

-- AlterTable
ALTER TABLE "Cell" ADD COLUMN "expiresAt" BIGINT;

-- CreateTable
CREATE TABLE "AppointmentEvent" (
    "appointmentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "what" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("appointmentId", "version", "what")
);

-- CreateIndex
CREATE INDEX "Cell_expiresAt_idx" ON "Cell"("expiresAt");
