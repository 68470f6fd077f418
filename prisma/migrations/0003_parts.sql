-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "OutgoingPart" (
    "outgoingId" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "networkLookup" TEXT,
    "at" BIGINT NOT NULL,

    PRIMARY KEY ("outgoingId", "part")
);

-- CreateIndex
CREATE INDEX "OutgoingPart_networkLookup_idx" ON "OutgoingPart"("networkLookup");

-- CreateIndex
CREATE INDEX "OutgoingPart_at_idx" ON "OutgoingPart"("at");
