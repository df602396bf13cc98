CREATE TABLE "eaktenverweis" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"nummer" text NOT NULL,
	"datum" date NOT NULL,
	"titel" text,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handlungsbedarf_naeheres" (
	"handlungsbedarf_id" uuid PRIMARY KEY NOT NULL,
	"handlungsfeld" text,
	"wirksames_instrument" text,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "handlungsbedarf" ADD COLUMN "erkannt_in_phase" text;--> statement-breakpoint
ALTER TABLE "profiling" ADD COLUMN "ressourcen" jsonb;--> statement-breakpoint
ALTER TABLE "eaktenverweis" ADD CONSTRAINT "eaktenverweis_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eaktenverweis" ADD CONSTRAINT "eaktenverweis_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handlungsbedarf_naeheres" ADD CONSTRAINT "handlungsbedarf_naeheres_handlungsbedarf_id_handlungsbedarf_id_fk" FOREIGN KEY ("handlungsbedarf_id") REFERENCES "public"."handlungsbedarf"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handlungsbedarf_naeheres" ADD CONSTRAINT "handlungsbedarf_naeheres_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "eaktenverweis_fall_id_index" ON "eaktenverweis" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "eaktenverweis_erfasst_von_index" ON "eaktenverweis" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "handlungsbedarf_naeheres_erfasst_von_index" ON "handlungsbedarf_naeheres" USING btree ("erfasst_von");