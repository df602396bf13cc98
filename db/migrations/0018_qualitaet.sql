CREATE TABLE "befragung" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"art" text NOT NULL,
	"von" date NOT NULL,
	"bis" date NOT NULL,
	"teilnehmende" integer NOT NULL,
	"ergebnisse" jsonb NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "beschwerde" (
	"id" uuid PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"art" text NOT NULL,
	"eingegangen_am" date NOT NULL,
	"antwort" text,
	"beantwortet_am" date,
	"version" integer DEFAULT 1 NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erbringerbericht" (
	"id" uuid PRIMARY KEY NOT NULL,
	"nr" integer GENERATED ALWAYS AS IDENTITY (sequence name "erbringerbericht_nr_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"leistungserbringer_id" uuid NOT NULL,
	"jahr" integer NOT NULL,
	"eingegangen_am" date NOT NULL,
	"mittel" integer,
	"verwendet" integer,
	"zusammenarbeit" text,
	"entwicklung" text,
	"zufriedenheit" text,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "zielwert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"nr" integer GENERATED ALWAYS AS IDENTITY (sequence name "zielwert_nr_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"team_id" uuid NOT NULL,
	"kennzahl" text NOT NULL,
	"von" date NOT NULL,
	"bis" date NOT NULL,
	"wert" double precision NOT NULL,
	"einheit" text NOT NULL,
	"richtung" text NOT NULL,
	"grundlage" text NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "befragung" ADD CONSTRAINT "befragung_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "befragung" ADD CONSTRAINT "befragung_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "beschwerde" ADD CONSTRAINT "beschwerde_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "beschwerde" ADD CONSTRAINT "beschwerde_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erbringerbericht" ADD CONSTRAINT "erbringerbericht_leistungserbringer_id_leistungserbringer_id_fk" FOREIGN KEY ("leistungserbringer_id") REFERENCES "public"."leistungserbringer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erbringerbericht" ADD CONSTRAINT "erbringerbericht_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zielwert" ADD CONSTRAINT "zielwert_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "zielwert" ADD CONSTRAINT "zielwert_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "befragung_team_id_bis_index" ON "befragung" USING btree ("team_id","bis");--> statement-breakpoint
CREATE INDEX "befragung_erfasst_von_index" ON "befragung" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "beschwerde_team_id_eingegangen_am_index" ON "beschwerde" USING btree ("team_id","eingegangen_am");--> statement-breakpoint
CREATE INDEX "beschwerde_erfasst_von_index" ON "beschwerde" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "erbringerbericht_leistungserbringer_id_jahr_index" ON "erbringerbericht" USING btree ("leistungserbringer_id","jahr");--> statement-breakpoint
CREATE INDEX "erbringerbericht_erfasst_von_index" ON "erbringerbericht" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "zielwert_team_id_kennzahl_von_index" ON "zielwert" USING btree ("team_id","kennzahl","von");--> statement-breakpoint
CREATE INDEX "zielwert_erfasst_von_index" ON "zielwert" USING btree ("erfasst_von");