CREATE TABLE "externnachweis" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mitarbeitende_id" uuid NOT NULL,
	"art" text NOT NULL,
	"ausgestellt_am" date NOT NULL,
	"gueltig_bis" date NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "externnachweis" ADD CONSTRAINT "externnachweis_mitarbeitende_id_mitarbeitende_id_fk" FOREIGN KEY ("mitarbeitende_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "externnachweis" ADD CONSTRAINT "externnachweis_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "externnachweis_mitarbeitende_id_index" ON "externnachweis" USING btree ("mitarbeitende_id");--> statement-breakpoint
CREATE INDEX "externnachweis_erfasst_von_index" ON "externnachweis" USING btree ("erfasst_von");--> statement-breakpoint
-- Row-level security (ADR 0027): what an external Fallmanagement proved is for those who lead, and for itself.
CALL lotse_schuetze('externnachweis');
--> statement-breakpoint
CALL lotse_erlaube('externnachweis',
  'mitarbeitende_id = (SELECT lotse_akteur()) OR (SELECT lotse_rolle()) IN (''tl'', ''bereichsleitung'')',
  '(SELECT lotse_rolle()) IN (''tl'', ''bereichsleitung'')');
--> statement-breakpoint
GRANT INSERT ON externnachweis TO lotse_api;
--> statement-breakpoint
CREATE TRIGGER externnachweis_nur_anfuegen BEFORE UPDATE OR DELETE ON externnachweis
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
