-- Applied by src/store/migrate.ts on Node and by `wrangler d1 migrations apply` on D1:
-- one file serves both, so it opens no transaction of its own.

-- CreateTable
CREATE TABLE "Structure" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "document" TEXT NOT NULL,
    "loadedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "firstNameSealed" TEXT,
    "nameLookup" TEXT,
    "remindersStopped" INTEGER NOT NULL DEFAULT 0,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Address" (
    "lookup" TEXT NOT NULL PRIMARY KEY,
    "conversationId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "structure" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "addressSealed" TEXT NOT NULL,
    "unreachableSince" BIGINT,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Conversation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "structure" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "lastTurn" TEXT NOT NULL,
    "memorySealed" TEXT NOT NULL,
    "language" TEXT,
    "flow" TEXT,
    "step" TEXT,
    "heldBy" TEXT NOT NULL,
    "workerId" TEXT,
    "epoch" INTEGER NOT NULL,
    "urgency" INTEGER NOT NULL,
    "need" TEXT,
    "waitingSince" BIGINT,
    "lastInboundAt" BIGINT,
    "lastActivityAt" BIGINT NOT NULL,
    "erasedAt" BIGINT,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Inbound" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "eventLookup" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "contentSealed" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" BIGINT NOT NULL,
    "receivedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Outgoing" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "conversationId" TEXT NOT NULL,
    "turnId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "contentSealed" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "owner" TEXT,
    "leaseUntil" BIGINT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" BIGINT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "sentAt" BIGINT,
    "networkLookup" TEXT,
    "failure" TEXT
);

-- CreateTable
CREATE TABLE "Note" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "conversationId" TEXT NOT NULL,
    "workerId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "textSealed" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "turnId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "structure" TEXT NOT NULL,
    "conversationId" TEXT,
    "kind" TEXT NOT NULL,
    "flow" TEXT,
    "step" TEXT,
    "value" TEXT,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "structure" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "conversationId" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "worker" TEXT NOT NULL,
    "motif" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "startsAt" BIGINT NOT NULL,
    "endsAt" BIGINT NOT NULL,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "confirmedAt" BIGINT,
    "bookedVia" TEXT NOT NULL,
    "bookedAt" BIGINT NOT NULL,
    "closedAt" BIGINT,
    "expiresAt" BIGINT,
    "turnId" TEXT NOT NULL,
    "anonymous" INTEGER NOT NULL DEFAULT 0
);

-- CreateTable
CREATE TABLE "Cell" (
    "resource" TEXT NOT NULL,
    "startsAt" BIGINT NOT NULL,
    "appointmentId" TEXT NOT NULL,

    PRIMARY KEY ("resource", "startsAt")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "appointmentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "dueAt" BIGINT NOT NULL,
    "uselessAfter" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "settledAt" BIGINT,

    PRIMARY KEY ("appointmentId", "version", "step")
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "workerId" TEXT NOT NULL,
    "structure" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "conversationId" TEXT,
    "at" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Job" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "lastRunAt" BIGINT,
    "lastResult" TEXT,
    "owner" TEXT,
    "leaseUntil" BIGINT
);

-- CreateTable
CREATE TABLE "Instance" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "pid" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "startedAt" BIGINT NOT NULL,
    "beatAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Worker" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" INTEGER NOT NULL,
    "image" TEXT,
    "role" TEXT NOT NULL,
    "structure" TEXT NOT NULL,
    "disabledAt" BIGINT,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "password" TEXT,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" BIGINT,
    "refreshTokenExpiresAt" BIGINT,
    "scope" TEXT,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "lastRequest" BIGINT NOT NULL
);

-- CreateIndex
CREATE INDEX "Person_structure_nameLookup_idx" ON "Person"("structure", "nameLookup");

-- CreateIndex
CREATE UNIQUE INDEX "Address_conversationId_key" ON "Address"("conversationId");

-- CreateIndex
CREATE INDEX "Address_personId_idx" ON "Address"("personId");

-- CreateIndex
CREATE INDEX "Conversation_structure_heldBy_urgency_waitingSince_idx" ON "Conversation"("structure", "heldBy", "urgency", "waitingSince");

-- CreateIndex
CREATE INDEX "Conversation_erasedAt_idx" ON "Conversation"("erasedAt");

-- CreateIndex
CREATE INDEX "Conversation_structure_lastActivityAt_idx" ON "Conversation"("structure", "lastActivityAt");

-- CreateIndex
CREATE INDEX "Conversation_personId_idx" ON "Conversation"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Inbound_eventLookup_key" ON "Inbound"("eventLookup");

-- CreateIndex
CREATE INDEX "Inbound_conversationId_state_idx" ON "Inbound"("conversationId", "state");

-- CreateIndex
CREATE INDEX "Inbound_conversationId_id_idx" ON "Inbound"("conversationId", "id");

-- CreateIndex
CREATE INDEX "Inbound_state_receivedAt_idx" ON "Inbound"("state", "receivedAt");

-- CreateIndex
CREATE INDEX "Inbound_receivedAt_idx" ON "Inbound"("receivedAt");

-- CreateIndex
CREATE INDEX "Outgoing_conversationId_id_idx" ON "Outgoing"("conversationId", "id");

-- CreateIndex
CREATE INDEX "Outgoing_conversationId_state_idx" ON "Outgoing"("conversationId", "state");

-- CreateIndex
CREATE INDEX "Outgoing_state_dueAt_idx" ON "Outgoing"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Outgoing_networkLookup_idx" ON "Outgoing"("networkLookup");

-- CreateIndex
CREATE INDEX "Outgoing_createdAt_idx" ON "Outgoing"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Outgoing_turnId_position_key" ON "Outgoing"("turnId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Note_key_key" ON "Note"("key");

-- CreateIndex
CREATE INDEX "Note_conversationId_id_idx" ON "Note"("conversationId", "id");

-- CreateIndex
CREATE INDEX "Note_createdAt_idx" ON "Note"("createdAt");

-- CreateIndex
CREATE INDEX "Event_conversationId_id_idx" ON "Event"("conversationId", "id");

-- CreateIndex
CREATE INDEX "Event_structure_at_idx" ON "Event"("structure", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Event_turnId_position_key" ON "Event"("turnId", "position");

-- CreateIndex
CREATE INDEX "Appointment_structure_startsAt_idx" ON "Appointment"("structure", "startsAt");

-- CreateIndex
CREATE INDEX "Appointment_structure_anonymous_startsAt_idx" ON "Appointment"("structure", "anonymous", "startsAt");

-- CreateIndex
CREATE INDEX "Appointment_personId_startsAt_idx" ON "Appointment"("personId", "startsAt");

-- CreateIndex
CREATE INDEX "Appointment_conversationId_startsAt_idx" ON "Appointment"("conversationId", "startsAt");

-- CreateIndex
CREATE INDEX "Appointment_status_expiresAt_idx" ON "Appointment"("status", "expiresAt");

-- CreateIndex
CREATE INDEX "Cell_appointmentId_idx" ON "Cell"("appointmentId");

-- CreateIndex
CREATE INDEX "Reminder_state_dueAt_idx" ON "Reminder"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Reminder_settledAt_idx" ON "Reminder"("settledAt");

-- CreateIndex
CREATE INDEX "Audit_structure_at_idx" ON "Audit"("structure", "at");

-- CreateIndex
CREATE INDEX "Audit_conversationId_at_idx" ON "Audit"("conversationId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Worker_email_key" ON "Worker"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Verification_expiresAt_idx" ON "Verification"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RateLimit_key_key" ON "RateLimit"("key");

-- CreateIndex
CREATE INDEX "RateLimit_lastRequest_idx" ON "RateLimit"("lastRequest");
