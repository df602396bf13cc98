CREATE TABLE "bedarfsentscheidung" (
	"pruefung_id" uuid NOT NULL,
	"dokument_id" uuid NOT NULL,
	"entscheidung" text NOT NULL,
	"grund" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bedarfspruefung" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"anlass" text NOT NULL,
	"handlungsbedarf_id" uuid,
	"faellig_am" date NOT NULL,
	"erstellt_am" timestamp with time zone NOT NULL,
	"entschieden_am" timestamp with time zone,
	"entschieden_von" uuid
);
--> statement-breakpoint
CREATE TABLE "bestreitung" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"dokument_id" uuid NOT NULL,
	"stellungnahme_id" uuid NOT NULL,
	"klasse" text NOT NULL,
	"stand" text NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"erledigt_am" timestamp with time zone,
	"erledigt_von" uuid,
	"grund" text
);
--> statement-breakpoint
CREATE TABLE "loeschantrag" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fall_id" uuid,
	"person_id" uuid,
	"dokument_id" uuid,
	"grund" text NOT NULL,
	"beantragt_am" timestamp with time zone NOT NULL,
	"beantragt_von" uuid NOT NULL,
	"bestaetigt_am" timestamp with time zone,
	"bestaetigt_von" uuid,
	"vollzug_ab" date,
	"zurueckgenommen_am" timestamp with time zone,
	"zurueckgenommen_von" uuid,
	"vollzogen_am" timestamp with time zone,
	CONSTRAINT "loeschantrag_zwei_personen" CHECK ("loeschantrag"."bestaetigt_von" <> "loeschantrag"."beantragt_von"),
	CONSTRAINT "loeschantrag_ein_gegenstand" CHECK (num_nonnulls("loeschantrag"."fall_id", "loeschantrag"."person_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "loeschsperre" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fall_id" uuid,
	"person_id" uuid,
	"grund" text NOT NULL,
	"gesetzt_am" timestamp with time zone NOT NULL,
	"gesetzt_von" uuid NOT NULL,
	"aufgehoben_am" timestamp with time zone,
	"aufgehoben_von" uuid,
	"aufhebungsgrund" text,
	CONSTRAINT "loeschsperre_ein_gegenstand" CHECK (num_nonnulls("loeschsperre"."fall_id", "loeschsperre"."person_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "loeschstand" (
	"id" integer PRIMARY KEY NOT NULL,
	"zeile" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protokollanker" (
	"nummer" integer PRIMARY KEY NOT NULL,
	"am" timestamp with time zone NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "protokollkopf" (
	"kette" text PRIMARY KEY NOT NULL,
	"nummer" bigint NOT NULL,
	"vorher" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"verankert" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "berechtigung" (
	"rolle" text NOT NULL,
	"beziehung" text NOT NULL,
	"klasse" text NOT NULL,
	"lesen" boolean NOT NULL,
	"schreiben" boolean NOT NULL,
	CONSTRAINT "berechtigung_rolle_beziehung_klasse_pk" PRIMARY KEY("rolle","beziehung","klasse")
);
--> statement-breakpoint
CREATE TABLE "ereignisklasse" (
	"art" text PRIMARY KEY NOT NULL,
	"klasse" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sonderzugriff" (
	"id" uuid PRIMARY KEY NOT NULL,
	"art" text NOT NULL,
	"mitarbeitende_id" uuid NOT NULL,
	"fall_id" uuid NOT NULL,
	"grund" text NOT NULL,
	"von" timestamp with time zone NOT NULL,
	"bis" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sonderzugriff_pruefung" (
	"sonderzugriff_id" uuid PRIMARY KEY NOT NULL,
	"ergebnis" text NOT NULL,
	"geprueft_am" timestamp with time zone NOT NULL,
	"geprueft_von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "systemzugriff" (
	"zweck" text NOT NULL,
	"tabelle" text NOT NULL,
	"schreiben" boolean NOT NULL,
	CONSTRAINT "systemzugriff_zweck_tabelle_pk" PRIMARY KEY("zweck","tabelle")
);
--> statement-breakpoint
ALTER VIEW "public"."jede_frist" SET (security_invoker = true);--> statement-breakpoint
ALTER TABLE "fall" DROP CONSTRAINT "fall_vorgaenger_fall_id_fall_id_fk";
--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "rolle" text;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "grund" text;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "klassen" text[];--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "kette" text;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "nummer" bigint;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "vorher" "bytea";--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "hash" "bytea";--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "angelegt_am" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "bedarfsentscheidung" ADD CONSTRAINT "bedarfsentscheidung_pruefung_id_bedarfspruefung_id_fk" FOREIGN KEY ("pruefung_id") REFERENCES "public"."bedarfspruefung"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bedarfspruefung" ADD CONSTRAINT "bedarfspruefung_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bedarfspruefung" ADD CONSTRAINT "bedarfspruefung_entschieden_von_mitarbeitende_id_fk" FOREIGN KEY ("entschieden_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bestreitung" ADD CONSTRAINT "bestreitung_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bestreitung" ADD CONSTRAINT "bestreitung_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bestreitung" ADD CONSTRAINT "bestreitung_erledigt_von_mitarbeitende_id_fk" FOREIGN KEY ("erledigt_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loeschantrag" ADD CONSTRAINT "loeschantrag_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loeschantrag" ADD CONSTRAINT "loeschantrag_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loeschantrag" ADD CONSTRAINT "loeschantrag_beantragt_von_mitarbeitende_id_fk" FOREIGN KEY ("beantragt_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loeschantrag" ADD CONSTRAINT "loeschantrag_bestaetigt_von_mitarbeitende_id_fk" FOREIGN KEY ("bestaetigt_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loeschantrag" ADD CONSTRAINT "loeschantrag_zurueckgenommen_von_mitarbeitende_id_fk" FOREIGN KEY ("zurueckgenommen_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loeschsperre" ADD CONSTRAINT "loeschsperre_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loeschsperre" ADD CONSTRAINT "loeschsperre_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loeschsperre" ADD CONSTRAINT "loeschsperre_gesetzt_von_mitarbeitende_id_fk" FOREIGN KEY ("gesetzt_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "loeschsperre" ADD CONSTRAINT "loeschsperre_aufgehoben_von_mitarbeitende_id_fk" FOREIGN KEY ("aufgehoben_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sonderzugriff" ADD CONSTRAINT "sonderzugriff_mitarbeitende_id_mitarbeitende_id_fk" FOREIGN KEY ("mitarbeitende_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sonderzugriff" ADD CONSTRAINT "sonderzugriff_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sonderzugriff_pruefung" ADD CONSTRAINT "sonderzugriff_pruefung_sonderzugriff_id_sonderzugriff_id_fk" FOREIGN KEY ("sonderzugriff_id") REFERENCES "public"."sonderzugriff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sonderzugriff_pruefung" ADD CONSTRAINT "sonderzugriff_pruefung_geprueft_von_mitarbeitende_id_fk" FOREIGN KEY ("geprueft_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bedarfsentscheidung_je_unterlage" ON "bedarfsentscheidung" USING btree ("pruefung_id","dokument_id");--> statement-breakpoint
CREATE INDEX "bedarfspruefung_fall_id_index" ON "bedarfspruefung" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "bedarfspruefung_entschieden_von_index" ON "bedarfspruefung" USING btree ("entschieden_von");--> statement-breakpoint
CREATE INDEX "bestreitung_fall_id_index" ON "bestreitung" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "bestreitung_erfasst_von_index" ON "bestreitung" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "bestreitung_erledigt_von_index" ON "bestreitung" USING btree ("erledigt_von");--> statement-breakpoint
CREATE UNIQUE INDEX "bestreitung_eine_offene" ON "bestreitung" USING btree ("dokument_id") WHERE "bestreitung"."stand" = 'bestritten';--> statement-breakpoint
CREATE INDEX "loeschantrag_fall_id_index" ON "loeschantrag" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "loeschantrag_person_id_index" ON "loeschantrag" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "loeschantrag_beantragt_von_index" ON "loeschantrag" USING btree ("beantragt_von");--> statement-breakpoint
CREATE INDEX "loeschantrag_bestaetigt_von_index" ON "loeschantrag" USING btree ("bestaetigt_von");--> statement-breakpoint
CREATE INDEX "loeschantrag_zurueckgenommen_von_index" ON "loeschantrag" USING btree ("zurueckgenommen_von");--> statement-breakpoint
CREATE INDEX "loeschantrag_offener" ON "loeschantrag" USING btree ("vollzug_ab") WHERE "loeschantrag"."zurueckgenommen_am" is null and "loeschantrag"."vollzogen_am" is null;--> statement-breakpoint
CREATE INDEX "loeschsperre_fall_id_index" ON "loeschsperre" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "loeschsperre_person_id_index" ON "loeschsperre" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "loeschsperre_gesetzt_von_index" ON "loeschsperre" USING btree ("gesetzt_von");--> statement-breakpoint
CREATE INDEX "loeschsperre_aufgehoben_von_index" ON "loeschsperre" USING btree ("aufgehoben_von");--> statement-breakpoint
CREATE INDEX "sonderzugriff_mitarbeitende_id_bis_index" ON "sonderzugriff" USING btree ("mitarbeitende_id","bis");--> statement-breakpoint
CREATE INDEX "sonderzugriff_fall_id_index" ON "sonderzugriff" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "sonderzugriff_pruefung_geprueft_von_index" ON "sonderzugriff_pruefung" USING btree ("geprueft_von");--> statement-breakpoint
CREATE INDEX "protokoll_person_id_index" ON "protokoll" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "protokoll" ADD CONSTRAINT "protokoll_folge" UNIQUE("kette","nummer");