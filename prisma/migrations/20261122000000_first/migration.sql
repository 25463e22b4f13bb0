-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "LocalityKind" AS ENUM ('SOLECTWO', 'OSIEDLE', 'DZIELNICA', 'MIASTO', 'MIEJSCOWOSC');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('CUS', 'OPS', 'PCPR', 'ROPS');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ORGANISER', 'INTERVIEWER', 'REGIONAL_ANALYST');

-- CreateEnum
CREATE TYPE "DraftStateKind" AS ENUM ('CREATED', 'SAVED', 'RESTORED', 'PUBLISHED');

-- CreateEnum
CREATE TYPE "SampleType" AS ENUM ('RANDOM', 'QUOTA', 'OPEN_LINK');

-- CreateEnum
CREATE TYPE "CollectionMode" AS ENUM ('CAWI', 'KIOSK', 'CAPI', 'PAPI', 'CATI', 'INSTITUTION', 'IMPORT');

-- CreateEnum
CREATE TYPE "AnsweredBy" AS ENUM ('SELF', 'ASSISTED', 'PROXY');

-- CreateEnum
CREATE TYPE "CodingRole" AS ENUM ('FIRST', 'SECOND', 'SETTLED');

-- CreateEnum
CREATE TYPE "ContactChannel" AS ENUM ('CAPI', 'CATI');

-- CreateEnum
CREATE TYPE "ContactOutcome" AS ENUM ('INTERVIEWED', 'INTERRUPTED', 'REFUSED', 'ABSENT', 'COME_BACK', 'NOT_ELIGIBLE', 'NO_ANSWER', 'BUSY', 'WRONG_NUMBER');

-- CreateEnum
CREATE TYPE "DayPart" AS ENUM ('MORNING', 'AFTERNOON', 'EVENING');

-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('CHANGE', 'BLANK', 'EXCLUDE', 'INCLUDE', 'KEEP', 'UNDO');

-- CreateEnum
CREATE TYPE "CorrectionSource" AS ENUM ('CLEANING', 'DOUBLE_ENTRY', 'CONFLICT');

-- CreateEnum
CREATE TYPE "FormStatus" AS ENUM ('INVITED', 'FILLING', 'SUBMITTED', 'RETURNED', 'ACCEPTED');

-- CreateEnum
CREATE TYPE "FormEventKind" AS ENUM ('INVITED', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'REMINDED', 'LINK_RENEWED', 'DUE_MOVED');

-- CreateEnum
CREATE TYPE "NoteMethod" AS ENUM ('FIELD', 'INTERVIEW', 'GROUP', 'WORKSHOP', 'OBSERVATION');

-- CreateTable
CREATE TABLE "voivodeship" (
    "code" CHAR(2) NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "voivodeship_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "county" (
    "code" CHAR(4) NOT NULL,
    "name" TEXT NOT NULL,
    "voivodeship_code" CHAR(2) NOT NULL,

    CONSTRAINT "county_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "municipality" (
    "code" CHAR(6) NOT NULL,
    "kind" SMALLINT NOT NULL,
    "name" TEXT NOT NULL,
    "county_code" CHAR(4) NOT NULL,
    "vanished_on" DATE,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "locality" (
    "id" UUID NOT NULL,
    "municipality_code" CHAR(6) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "LocalityKind" NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "locality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_municipality" (
    "organisation_id" UUID NOT NULL,
    "municipality_code" CHAR(6) NOT NULL,

    CONSTRAINT "organisation_municipality_pkey" PRIMARY KEY ("organisation_id","municipality_code")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "is_administrator" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "account_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "Role" NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("account_id","organisation_id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "installation" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" UUID,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "questionnaire" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation_id" UUID,

    CONSTRAINT "questionnaire_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "questionnaire_draft_state" (
    "questionnaire_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "kind" "DraftStateKind" NOT NULL,
    "document" JSONB NOT NULL,
    "checksum" CHAR(64) NOT NULL,
    "title" TEXT NOT NULL,
    "question_count" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_id" UUID,
    "restored_revision" INTEGER,
    "published_version_id" UUID,

    CONSTRAINT "questionnaire_draft_state_pkey" PRIMARY KEY ("questionnaire_id","revision")
);

-- CreateTable
CREATE TABLE "questionnaire_version" (
    "id" UUID NOT NULL,
    "questionnaire_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "checksum" CHAR(64) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "questionnaire_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "organisation_id" UUID NOT NULL,
    "municipality_code" CHAR(6) NOT NULL,
    "questionnaire_version_id" UUID NOT NULL,
    "sample_type" "SampleType" NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "information_clause" TEXT NOT NULL,
    "contact_phone" TEXT NOT NULL,
    "grace_days" SMALLINT NOT NULL DEFAULT 3,
    "takes_codes" BOOLEAN NOT NULL DEFAULT false,
    "reference_on" DATE,
    "order_generation" INTEGER NOT NULL DEFAULT 0,
    "ordered_count" INTEGER NOT NULL DEFAULT 0,
    "invitation_reason" TEXT NOT NULL DEFAULT '',
    "sheet_return" TEXT NOT NULL DEFAULT '',
    "embed_hosts" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "correction_count" INTEGER NOT NULL DEFAULT 0,
    "double_entry_percent" SMALLINT NOT NULL DEFAULT 10,
    "usual_weight_number" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_version" (
    "survey_id" UUID NOT NULL,
    "questionnaire_version_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "account_id" UUID,

    CONSTRAINT "survey_version_pkey" PRIMARY KEY ("survey_id","questionnaire_version_id")
);

-- CreateTable
CREATE TABLE "response" (
    "survey_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "questionnaire_version_id" UUID NOT NULL,
    "mode" "CollectionMode" NOT NULL,
    "locality_id" UUID,
    "submitted_on" DATE NOT NULL,
    "sheet_number" TEXT,
    "answers" JSONB NOT NULL,
    "corrected_answers" JSONB,
    "is_excluded" BOOLEAN NOT NULL DEFAULT false,
    "answered_by" "AnsweredBy",
    "signals" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "ticket_hash" BYTEA,
    "content_hash" BYTEA NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "response_pkey" PRIMARY KEY ("survey_id","id")
);

-- CreateTable
CREATE TABLE "column_snapshot" (
    "survey_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "layout" BYTEA NOT NULL,
    "order_generation" INTEGER NOT NULL,
    "correction_count" INTEGER NOT NULL,
    "chunk_count" INTEGER NOT NULL,
    "locality_ids" TEXT[],

    CONSTRAINT "column_snapshot_pkey" PRIMARY KEY ("survey_id")
);

-- CreateTable
CREATE TABLE "column_chunk" (
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "cells" BYTEA NOT NULL,

    CONSTRAINT "column_chunk_pkey" PRIMARY KEY ("survey_id","number")
);

-- CreateTable
CREATE TABLE "response_conflict" (
    "survey_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,
    "questionnaire_version_id" UUID NOT NULL,
    "mode" "CollectionMode" NOT NULL,
    "submitted_on" DATE NOT NULL,
    "sheet_number" TEXT,
    "answered_by" "AnsweredBy",
    "answers" JSONB NOT NULL,

    CONSTRAINT "response_conflict_pkey" PRIMARY KEY ("survey_id","response_id","content_hash")
);

-- CreateTable
CREATE TABLE "open_codebook" (
    "survey_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "double_share" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "open_codebook_pkey" PRIMARY KEY ("survey_id","question_key")
);

-- CreateTable
CREATE TABLE "answer_coding" (
    "survey_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "role" "CodingRole" NOT NULL,
    "account_id" UUID NOT NULL,
    "codes" TEXT[],

    CONSTRAINT "answer_coding_pkey" PRIMARY KEY ("survey_id","response_id","question_key","role")
);

-- CreateTable
CREATE TABLE "released_answer" (
    "survey_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "released_answer_pkey" PRIMARY KEY ("survey_id","response_id","question_key")
);

-- CreateTable
CREATE TABLE "assignment" (
    "survey_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "locality_id" UUID,
    "target" INTEGER,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("survey_id","id")
);

-- CreateTable
CREATE TABLE "contact" (
    "survey_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "locality_id" UUID,
    "channel" "ContactChannel" NOT NULL,
    "outcome" "ContactOutcome" NOT NULL,
    "contacted_on" DATE NOT NULL,
    "come_back_on" DATE,
    "come_back_part" "DayPart",
    "list_position" INTEGER,
    "is_settled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("survey_id","id")
);

-- CreateTable
CREATE TABLE "organisation_key" (
    "organisation_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "public_key" JSONB NOT NULL,
    "private_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_key_pkey" PRIMARY KEY ("organisation_id","id")
);

-- CreateTable
CREATE TABLE "survey_plan" (
    "survey_id" UUID NOT NULL,
    "target" INTEGER,
    "population" INTEGER,
    "structure" JSONB,
    "structure_source" TEXT,
    "structure_on" DATE,

    CONSTRAINT "survey_plan_pkey" PRIMARY KEY ("survey_id")
);

-- CreateTable
CREATE TABLE "locality_target" (
    "survey_id" UUID NOT NULL,
    "locality_id" UUID NOT NULL,
    "target" INTEGER NOT NULL,

    CONSTRAINT "locality_target_pkey" PRIMARY KEY ("survey_id","locality_id")
);

-- CreateTable
CREATE TABLE "print_run" (
    "survey_id" UUID NOT NULL,
    "first_sheet" INTEGER NOT NULL,
    "last_sheet" INTEGER NOT NULL,
    "questionnaire_version_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "is_large" BOOLEAN NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "print_run_pkey" PRIMARY KEY ("survey_id","first_sheet")
);

-- CreateTable
CREATE TABLE "response_correction" (
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "response_id" UUID NOT NULL,
    "kind" "CorrectionKind" NOT NULL,
    "source" "CorrectionSource" NOT NULL,
    "path" TEXT[],
    "before" JSONB,
    "after" JSONB,
    "reason" TEXT NOT NULL,
    "remark" TEXT NOT NULL DEFAULT '',
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "conflict_hash" BYTEA,
    "undoes" INTEGER,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "response_correction_pkey" PRIMARY KEY ("survey_id","number")
);

-- CreateTable
CREATE TABLE "entry_batch" (
    "survey_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "expected_count" INTEGER NOT NULL,
    "first_sheet" INTEGER,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "entry_batch_pkey" PRIMARY KEY ("survey_id","id")
);

-- CreateTable
CREATE TABLE "paper_sheet" (
    "survey_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "batch_id" UUID,
    "entered_by_id" UUID NOT NULL,
    "lot" SMALLINT NOT NULL,

    CONSTRAINT "paper_sheet_pkey" PRIMARY KEY ("survey_id","response_id")
);

-- CreateTable
CREATE TABLE "second_entry" (
    "survey_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "field_count" INTEGER NOT NULL,
    "differences" JSONB NOT NULL,

    CONSTRAINT "second_entry_pkey" PRIMARY KEY ("survey_id","response_id")
);

-- CreateTable
CREATE TABLE "parked_answers" (
    "survey_id" UUID NOT NULL,
    "name_hash" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expires_on" DATE NOT NULL,

    CONSTRAINT "parked_answers_pkey" PRIMARY KEY ("survey_id","name_hash")
);

-- CreateTable
CREATE TABLE "code_batch" (
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "locality_id" UUID,
    "made_on" DATE NOT NULL,

    CONSTRAINT "code_batch_pkey" PRIMARY KEY ("survey_id","number")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "survey_id" UUID NOT NULL,
    "code" CHAR(10) NOT NULL,
    "batch_number" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL,
    "is_void" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("survey_id","code")
);

-- CreateTable
CREATE TABLE "ticket_key" (
    "survey_id" UUID NOT NULL,
    "private_key" BYTEA NOT NULL,
    "modulus" BYTEA NOT NULL,
    "kiosk_pass" BYTEA NOT NULL,

    CONSTRAINT "ticket_key_pkey" PRIMARY KEY ("survey_id")
);

-- CreateTable
CREATE TABLE "spent_codes" (
    "survey_id" UUID NOT NULL,
    "spent" BYTEA NOT NULL,
    "shown" BYTEA NOT NULL,

    CONSTRAINT "spent_codes_pkey" PRIMARY KEY ("survey_id")
);

-- CreateTable
CREATE TABLE "institution" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "institution_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "institution_form" (
    "survey_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "institution_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "status" "FormStatus" NOT NULL DEFAULT 'INVITED',
    "due_on" DATE NOT NULL,
    "questionnaire_version_id" UUID NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "prefilled_from" DATE,
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "reminded_on" DATE,

    CONSTRAINT "institution_form_pkey" PRIMARY KEY ("survey_id","id")
);

-- CreateTable
CREATE TABLE "institution_form_event" (
    "survey_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" "FormEventKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" UUID,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "institution_form_event_pkey" PRIMARY KEY ("survey_id","form_id","number")
);

-- CreateTable
CREATE TABLE "weight_version" (
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "recipe" JSONB NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "response_count" INTEGER NOT NULL,
    "diagnostics" JSONB NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "weight_version_pkey" PRIMARY KEY ("survey_id","number")
);

-- CreateTable
CREATE TABLE "field_note" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "municipality_code" CHAR(6) NOT NULL,
    "locality_id" UUID,
    "place" TEXT NOT NULL DEFAULT '',
    "method" "NoteMethod" NOT NULL,
    "noted_on" DATE NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "di_areas" TEXT[],
    "participant_count" INTEGER,
    "author_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "field_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field_quote" (
    "note_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "speaker" TEXT NOT NULL DEFAULT '',
    "released_text" TEXT,
    "released_area" TEXT,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "field_quote_pkey" PRIMARY KEY ("note_id","number")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "survey_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "author_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("survey_id","id")
);

-- CreateTable
CREATE TABLE "report_table" (
    "survey_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "section_code" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "position" SERIAL NOT NULL,

    CONSTRAINT "report_table_pkey" PRIMARY KEY ("survey_id","id")
);

-- CreateTable
CREATE TABLE "disclosure_snapshot" (
    "survey_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "response_ids" BYTEA NOT NULL,
    "present" BYTEA NOT NULL,
    "correction_count" INTEGER NOT NULL,
    "is_final" BOOLEAN NOT NULL,

    CONSTRAINT "disclosure_snapshot_pkey" PRIMARY KEY ("survey_id")
);

-- CreateTable
CREATE TABLE "released_query_set" (
    "survey_id" UUID NOT NULL,
    "measure" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "member_hash" BYTEA NOT NULL,
    "members" BYTEA NOT NULL,

    CONSTRAINT "released_query_set_pkey" PRIMARY KEY ("survey_id","measure","number")
);

-- CreateTable
CREATE TABLE "disclosure_refusal" (
    "survey_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "disclosure_refusal_pkey" PRIMARY KEY ("survey_id","account_id","day")
);

-- CreateIndex
CREATE INDEX "county_voivodeship_code_idx" ON "county"("voivodeship_code");

-- CreateIndex
CREATE INDEX "municipality_county_code_idx" ON "municipality"("county_code");

-- CreateIndex
CREATE UNIQUE INDEX "locality_municipality_code_name_key" ON "locality"("municipality_code", "name");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_name_key" ON "organisation"("name");

-- CreateIndex
CREATE INDEX "organisation_municipality_municipality_code_idx" ON "organisation_municipality"("municipality_code");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "audit_event_object_type_object_id_idx" ON "audit_event"("object_type", "object_id");

-- CreateIndex
CREATE UNIQUE INDEX "questionnaire_key_key" ON "questionnaire"("key");

-- CreateIndex
CREATE INDEX "questionnaire_organisation_id_idx" ON "questionnaire"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "questionnaire_draft_state_published_version_id_key" ON "questionnaire_draft_state"("published_version_id");

-- CreateIndex
CREATE INDEX "questionnaire_draft_state_saved_by_id_idx" ON "questionnaire_draft_state"("saved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "questionnaire_version_questionnaire_id_number_key" ON "questionnaire_version"("questionnaire_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "survey_code_key" ON "survey"("code");

-- CreateIndex
CREATE INDEX "survey_organisation_id_idx" ON "survey"("organisation_id");

-- CreateIndex
CREATE INDEX "survey_municipality_code_idx" ON "survey"("municipality_code");

-- CreateIndex
CREATE INDEX "response_survey_id_sequence_idx" ON "response"("survey_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "response_survey_id_ticket_hash_key" ON "response"("survey_id", "ticket_hash");

-- CreateIndex
CREATE INDEX "assignment_account_id_idx" ON "assignment"("account_id");

-- CreateIndex
CREATE INDEX "contact_account_id_idx" ON "contact"("account_id");

-- CreateIndex
CREATE INDEX "response_correction_survey_id_response_id_idx" ON "response_correction"("survey_id", "response_id");

-- CreateIndex
CREATE INDEX "response_correction_account_id_idx" ON "response_correction"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "response_correction_survey_id_undoes_key" ON "response_correction"("survey_id", "undoes");

-- CreateIndex
CREATE UNIQUE INDEX "entry_batch_survey_id_name_key" ON "entry_batch"("survey_id", "name");

-- CreateIndex
CREATE INDEX "paper_sheet_survey_id_batch_id_idx" ON "paper_sheet"("survey_id", "batch_id");

-- CreateIndex
CREATE INDEX "parked_answers_expires_on_idx" ON "parked_answers"("expires_on");

-- CreateIndex
CREATE INDEX "one_time_code_survey_id_batch_number_serial_idx" ON "one_time_code"("survey_id", "batch_number", "serial");

-- CreateIndex
CREATE INDEX "one_time_code_survey_id_serial_idx" ON "one_time_code"("survey_id", "serial");

-- CreateIndex
CREATE UNIQUE INDEX "institution_organisation_id_name_key" ON "institution"("organisation_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "institution_form_token_key" ON "institution_form"("token");

-- CreateIndex
CREATE INDEX "institution_form_institution_id_idx" ON "institution_form"("institution_id");

-- CreateIndex
CREATE UNIQUE INDEX "institution_form_survey_id_institution_id_key" ON "institution_form"("survey_id", "institution_id");

-- CreateIndex
CREATE INDEX "weight_version_account_id_idx" ON "weight_version"("account_id");

-- CreateIndex
CREATE INDEX "field_note_organisation_id_noted_on_idx" ON "field_note"("organisation_id", "noted_on");

-- CreateIndex
CREATE INDEX "field_note_author_id_idx" ON "field_note"("author_id");

-- CreateIndex
CREATE INDEX "saved_view_author_id_idx" ON "saved_view"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_survey_id_name_key" ON "saved_view"("survey_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "released_query_set_survey_id_measure_member_hash_key" ON "released_query_set"("survey_id", "measure", "member_hash");

-- CreateIndex
CREATE INDEX "disclosure_refusal_account_id_day_idx" ON "disclosure_refusal"("account_id", "day");

-- AddForeignKey
ALTER TABLE "county" ADD CONSTRAINT "county_voivodeship_code_fkey" FOREIGN KEY ("voivodeship_code") REFERENCES "voivodeship"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "municipality" ADD CONSTRAINT "municipality_county_code_fkey" FOREIGN KEY ("county_code") REFERENCES "county"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locality" ADD CONSTRAINT "locality_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_municipality" ADD CONSTRAINT "organisation_municipality_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_municipality" ADD CONSTRAINT "organisation_municipality_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire" ADD CONSTRAINT "questionnaire_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire_draft_state" ADD CONSTRAINT "questionnaire_draft_state_questionnaire_id_fkey" FOREIGN KEY ("questionnaire_id") REFERENCES "questionnaire"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire_draft_state" ADD CONSTRAINT "questionnaire_draft_state_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire_draft_state" ADD CONSTRAINT "questionnaire_draft_state_published_version_id_fkey" FOREIGN KEY ("published_version_id") REFERENCES "questionnaire_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire_version" ADD CONSTRAINT "questionnaire_version_questionnaire_id_fkey" FOREIGN KEY ("questionnaire_id") REFERENCES "questionnaire"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_questionnaire_version_id_fkey" FOREIGN KEY ("questionnaire_version_id") REFERENCES "questionnaire_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_version" ADD CONSTRAINT "survey_version_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_version" ADD CONSTRAINT "survey_version_questionnaire_version_id_fkey" FOREIGN KEY ("questionnaire_version_id") REFERENCES "questionnaire_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_snapshot" ADD CONSTRAINT "column_snapshot_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "column_chunk" ADD CONSTRAINT "column_chunk_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "column_snapshot"("survey_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_conflict" ADD CONSTRAINT "response_conflict_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "open_codebook" ADD CONSTRAINT "open_codebook_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_coding" ADD CONSTRAINT "answer_coding_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer_coding" ADD CONSTRAINT "answer_coding_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "released_answer" ADD CONSTRAINT "released_answer_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_key" ADD CONSTRAINT "organisation_key_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_plan" ADD CONSTRAINT "survey_plan_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locality_target" ADD CONSTRAINT "locality_target_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "print_run" ADD CONSTRAINT "print_run_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_correction" ADD CONSTRAINT "response_correction_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "response_correction" ADD CONSTRAINT "response_correction_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry_batch" ADD CONSTRAINT "entry_batch_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper_sheet" ADD CONSTRAINT "paper_sheet_survey_id_batch_id_fkey" FOREIGN KEY ("survey_id", "batch_id") REFERENCES "entry_batch"("survey_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "second_entry" ADD CONSTRAINT "second_entry_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "parked_answers" ADD CONSTRAINT "parked_answers_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_batch" ADD CONSTRAINT "code_batch_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_batch" ADD CONSTRAINT "code_batch_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "locality"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_survey_id_batch_number_fkey" FOREIGN KEY ("survey_id", "batch_number") REFERENCES "code_batch"("survey_id", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ticket_key" ADD CONSTRAINT "ticket_key_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "spent_codes" ADD CONSTRAINT "spent_codes_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution" ADD CONSTRAINT "institution_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_form" ADD CONSTRAINT "institution_form_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_form" ADD CONSTRAINT "institution_form_institution_id_fkey" FOREIGN KEY ("institution_id") REFERENCES "institution"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "institution_form_event" ADD CONSTRAINT "institution_form_event_survey_id_form_id_fkey" FOREIGN KEY ("survey_id", "form_id") REFERENCES "institution_form"("survey_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weight_version" ADD CONSTRAINT "weight_version_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "weight_version" ADD CONSTRAINT "weight_version_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_note" ADD CONSTRAINT "field_note_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_note" ADD CONSTRAINT "field_note_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_note" ADD CONSTRAINT "field_note_municipality_code_fkey" FOREIGN KEY ("municipality_code") REFERENCES "municipality"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_note" ADD CONSTRAINT "field_note_locality_id_fkey" FOREIGN KEY ("locality_id") REFERENCES "locality"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "field_quote" ADD CONSTRAINT "field_quote_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "field_note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_table" ADD CONSTRAINT "report_table_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_snapshot" ADD CONSTRAINT "disclosure_snapshot_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "released_query_set" ADD CONSTRAINT "released_query_set_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_refusal" ADD CONSTRAINT "disclosure_refusal_survey_id_fkey" FOREIGN KEY ("survey_id") REFERENCES "survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure_refusal" ADD CONSTRAINT "disclosure_refusal_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- WRITTEN BY HAND: what the schema file cannot say. Keep everything from here on when this file is made again.

-- A published version of a questionnaire is frozen: responses name the version they were answered in.
CREATE FUNCTION "refuse_change_of_published_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."published_at" IS NOT NULL AND (TG_OP = 'DELETE' OR NEW IS DISTINCT FROM OLD) THEN
    RAISE EXCEPTION 'questionnaire version % is published and cannot be changed or deleted', OLD."id"
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER "questionnaire_version_is_frozen"
  BEFORE UPDATE OR DELETE ON "questionnaire_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_published_version"();

-- The history of a draft tells who saved what: states are only added. They go when the whole questionnaire goes.
CREATE FUNCTION "refuse_change_of_draft_state"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM "questionnaire" WHERE "id" = OLD."questionnaire_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'state % of the draft of questionnaire % cannot be changed or deleted', OLD."revision", OLD."questionnaire_id"
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "questionnaire_draft_state_is_kept"
  BEFORE UPDATE OR DELETE ON "questionnaire_draft_state"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_draft_state"();

-- Responses as they count: corrected answers instead of those sent, excluded responses left out.
CREATE VIEW "counted_response" AS
  SELECT "survey_id", "id", "questionnaire_version_id", "mode",
    CASE WHEN "corrected_answers" IS NULL THEN "locality_id"
      WHEN "corrected_answers" ->> 'dem_locality' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      THEN ("corrected_answers" ->> 'dem_locality')::uuid END AS "locality_id",
    "submitted_on", "sheet_number",
    COALESCE("corrected_answers", "answers") AS "answers", "answered_by", "signals", "sequence"
  FROM "response" WHERE NOT "is_excluded";

-- One person is assigned to one place of a survey once; no locality is the whole municipality.
CREATE UNIQUE INDEX "assignment_is_one" ON "assignment" ("survey_id", "account_id", "locality_id") NULLS NOT DISTINCT;

-- The cleaning log is only added to; its lines go when the response itself is gone.
CREATE FUNCTION "refuse_change_of_correction"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND NOT EXISTS (
    SELECT FROM "response" WHERE "survey_id" = OLD."survey_id" AND "id" = OLD."response_id") THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'line % of the cleaning log of survey % cannot be changed or deleted', OLD."number", OLD."survey_id"
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "response_correction_is_kept"
  BEFORE UPDATE OR DELETE ON "response_correction"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_correction"();

-- A letter has one code that is valid.
CREATE UNIQUE INDEX "one_time_code_valid_serial" ON "one_time_code" ("survey_id", "serial") WHERE NOT "is_void";

-- What was spent before the last code is swept away soon: earlier states would tell the order.
ALTER TABLE "spent_codes" SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0,
  toast.autovacuum_vacuum_threshold = 1, toast.autovacuum_vacuum_scale_factor = 0);

-- Chunks of columns are read whole and at once: packing them would cost more than it saves.
ALTER TABLE "column_chunk" ALTER COLUMN "cells" SET STORAGE EXTERNAL;

-- A weight version is what numbers were published with: it can be retired once, and nothing else.
CREATE FUNCTION "refuse_change_of_weight_version"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."retired_at" IS NULL
    AND to_jsonb(NEW) - 'retired_at' = to_jsonb(OLD) - 'retired_at' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'weight version % of survey % cannot be changed or deleted', OLD."number", OLD."survey_id"
    USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "weight_version_is_kept"
  BEFORE UPDATE OR DELETE ON "weight_version"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change_of_weight_version"();
