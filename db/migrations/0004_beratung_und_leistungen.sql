CREATE TABLE "rueckmeldezugang" (
	"pruefwert" text PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"leistung" integer NOT NULL,
	"leistungserbringer_id" uuid NOT NULL,
	"erstellt_am" timestamp with time zone NOT NULL,
	"gueltig_bis" timestamp with time zone NOT NULL,
	"verbraucht_am" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rueckmeldung" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"leistung" integer NOT NULL,
	"eingegangen_am" timestamp with time zone NOT NULL,
	"einwilligung_id" uuid,
	"art" text,
	"tag" date,
	"ergebnis" text,
	"dokument_id" uuid
);
--> statement-breakpoint
CREATE TABLE "policyfreigabe" (
	"name" text PRIMARY KEY NOT NULL,
	"von" uuid,
	"am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policymigration" (
	"id" uuid PRIMARY KEY NOT NULL,
	"wahl" jsonb NOT NULL,
	"von" uuid NOT NULL,
	"am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policymigrationsauftrag" (
	"migration_id" uuid PRIMARY KEY NOT NULL,
	"von" uuid NOT NULL,
	"am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "policymigrationsschritt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"migration_id" uuid NOT NULL,
	"art" text NOT NULL,
	"vorgang_id" uuid NOT NULL,
	"vorher" text NOT NULL,
	"nummer" integer NOT NULL,
	"vorschau" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kooperationsvereinbarung" (
	"id" uuid PRIMARY KEY NOT NULL,
	"leistungserbringer_id" uuid NOT NULL,
	"gueltig_ab" date NOT NULL,
	"gueltig_bis" date,
	"punkte" jsonb NOT NULL,
	"jahresbericht" boolean NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leistungserbringer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"problemfelder" text[] NOT NULL,
	"was_ist_zu_veranlassen" text NOT NULL,
	"name" text NOT NULL,
	"anschrift" text NOT NULL,
	"ansprechpartner" text NOT NULL,
	"telefon" text NOT NULL,
	"email" text NOT NULL,
	"leistungen" text NOT NULL,
	"traegergruppe" text NOT NULL,
	"leistungsarten" text[] NOT NULL,
	"kapazitaet" integer,
	"wartezeit_tage" integer,
	"informell" boolean NOT NULL,
	"formlos_grund" text,
	"themenverantwortlich_id" uuid,
	"aktiv" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dokument" ALTER COLUMN "verfasser_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ausgang" ADD COLUMN "leistungserbringer_id" uuid;--> statement-breakpoint
ALTER TABLE "eingang" ADD COLUMN "leistungserbringer_id" uuid;--> statement-breakpoint
ALTER TABLE "eingang" ADD COLUMN "leistung" integer;--> statement-breakpoint
ALTER TABLE "einwilligung" ADD COLUMN "leistungserbringer_id" uuid;--> statement-breakpoint
ALTER TABLE "policyversion" ADD COLUMN "begruendung" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "policyversion" ADD COLUMN "entworfen_von" uuid;--> statement-breakpoint
ALTER TABLE "policyversion" ADD COLUMN "entworfen_am" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rueckmeldezugang" ADD CONSTRAINT "rueckmeldezugang_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rueckmeldezugang" ADD CONSTRAINT "rueckmeldezugang_leistungserbringer_id_leistungserbringer_id_fk" FOREIGN KEY ("leistungserbringer_id") REFERENCES "public"."leistungserbringer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rueckmeldung" ADD CONSTRAINT "rueckmeldung_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rueckmeldung" ADD CONSTRAINT "rueckmeldung_einwilligung_id_einwilligung_id_fk" FOREIGN KEY ("einwilligung_id") REFERENCES "public"."einwilligung"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policyfreigabe" ADD CONSTRAINT "policyfreigabe_name_policyversion_name_fk" FOREIGN KEY ("name") REFERENCES "public"."policyversion"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policyfreigabe" ADD CONSTRAINT "policyfreigabe_von_mitarbeitende_id_fk" FOREIGN KEY ("von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policymigration" ADD CONSTRAINT "policymigration_von_mitarbeitende_id_fk" FOREIGN KEY ("von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policymigrationsauftrag" ADD CONSTRAINT "policymigrationsauftrag_migration_id_policymigration_id_fk" FOREIGN KEY ("migration_id") REFERENCES "public"."policymigration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policymigrationsauftrag" ADD CONSTRAINT "policymigrationsauftrag_von_mitarbeitende_id_fk" FOREIGN KEY ("von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policymigrationsschritt" ADD CONSTRAINT "policymigrationsschritt_migration_id_policymigration_id_fk" FOREIGN KEY ("migration_id") REFERENCES "public"."policymigration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kooperationsvereinbarung" ADD CONSTRAINT "kooperationsvereinbarung_leistungserbringer_id_leistungserbringer_id_fk" FOREIGN KEY ("leistungserbringer_id") REFERENCES "public"."leistungserbringer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kooperationsvereinbarung" ADD CONSTRAINT "kooperationsvereinbarung_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leistungserbringer" ADD CONSTRAINT "leistungserbringer_themenverantwortlich_id_mitarbeitende_id_fk" FOREIGN KEY ("themenverantwortlich_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rueckmeldezugang_fall_id_index" ON "rueckmeldezugang" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "rueckmeldezugang_leistungserbringer_id_index" ON "rueckmeldezugang" USING btree ("leistungserbringer_id");--> statement-breakpoint
CREATE INDEX "rueckmeldung_fall_id_index" ON "rueckmeldung" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "rueckmeldung_einwilligung_id_index" ON "rueckmeldung" USING btree ("einwilligung_id");--> statement-breakpoint
CREATE INDEX "policyfreigabe_von_index" ON "policyfreigabe" USING btree ("von");--> statement-breakpoint
CREATE INDEX "policymigration_von_index" ON "policymigration" USING btree ("von");--> statement-breakpoint
CREATE INDEX "policymigrationsauftrag_von_index" ON "policymigrationsauftrag" USING btree ("von");--> statement-breakpoint
CREATE UNIQUE INDEX "policymigration_je_vorgang" ON "policymigrationsschritt" USING btree ("migration_id","vorgang_id");--> statement-breakpoint
CREATE INDEX "kooperationsvereinbarung_leistungserbringer_id_index" ON "kooperationsvereinbarung" USING btree ("leistungserbringer_id");--> statement-breakpoint
CREATE INDEX "kooperationsvereinbarung_erfasst_von_index" ON "kooperationsvereinbarung" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "leistungserbringer_problemfelder_index" ON "leistungserbringer" USING btree ("problemfelder");--> statement-breakpoint
CREATE INDEX "leistungserbringer_themenverantwortlich_id_index" ON "leistungserbringer" USING btree ("themenverantwortlich_id");--> statement-breakpoint
ALTER TABLE "ausgang" ADD CONSTRAINT "ausgang_leistungserbringer_id_leistungserbringer_id_fk" FOREIGN KEY ("leistungserbringer_id") REFERENCES "public"."leistungserbringer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eingang" ADD CONSTRAINT "eingang_leistungserbringer_id_leistungserbringer_id_fk" FOREIGN KEY ("leistungserbringer_id") REFERENCES "public"."leistungserbringer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "einwilligung" ADD CONSTRAINT "einwilligung_leistungserbringer_id_leistungserbringer_id_fk" FOREIGN KEY ("leistungserbringer_id") REFERENCES "public"."leistungserbringer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policyversion" ADD CONSTRAINT "policyversion_entworfen_von_mitarbeitende_id_fk" FOREIGN KEY ("entworfen_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ausgang_leistungserbringer_id_index" ON "ausgang" USING btree ("leistungserbringer_id");--> statement-breakpoint
CREATE INDEX "eingang_leistungserbringer_id_index" ON "eingang" USING btree ("leistungserbringer_id");--> statement-breakpoint
CREATE INDEX "einwilligung_leistungserbringer_id_index" ON "einwilligung" USING btree ("leistungserbringer_id");--> statement-breakpoint
CREATE INDEX "policyversion_entworfen_von_index" ON "policyversion" USING btree ("entworfen_von");