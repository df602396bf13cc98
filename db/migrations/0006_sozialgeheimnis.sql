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
ALTER TABLE "protokoll" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "rolle" text;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "grund" text;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "klassen" text[];--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "kette" text;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "nummer" bigint;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "vorher" "bytea";--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "hash" "bytea";--> statement-breakpoint
ALTER TABLE "sonderzugriff" ADD CONSTRAINT "sonderzugriff_mitarbeitende_id_mitarbeitende_id_fk" FOREIGN KEY ("mitarbeitende_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sonderzugriff" ADD CONSTRAINT "sonderzugriff_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sonderzugriff_pruefung" ADD CONSTRAINT "sonderzugriff_pruefung_sonderzugriff_id_sonderzugriff_id_fk" FOREIGN KEY ("sonderzugriff_id") REFERENCES "public"."sonderzugriff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sonderzugriff_pruefung" ADD CONSTRAINT "sonderzugriff_pruefung_geprueft_von_mitarbeitende_id_fk" FOREIGN KEY ("geprueft_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sonderzugriff_mitarbeitende_id_bis_index" ON "sonderzugriff" USING btree ("mitarbeitende_id","bis");--> statement-breakpoint
CREATE INDEX "sonderzugriff_fall_id_index" ON "sonderzugriff" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "sonderzugriff_pruefung_geprueft_von_index" ON "sonderzugriff_pruefung" USING btree ("geprueft_von");--> statement-breakpoint
CREATE INDEX "protokoll_person_id_index" ON "protokoll" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "protokoll" ADD CONSTRAINT "protokoll_folge" UNIQUE("kette","nummer");