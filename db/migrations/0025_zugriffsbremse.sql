CREATE TABLE "sonderzugriff_freigabe" (
	"sonderzugriff_id" uuid PRIMARY KEY NOT NULL,
	"grund" text NOT NULL,
	"freigegeben_am" timestamp with time zone NOT NULL,
	"freigegeben_von" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sonderzugriff_freigabe" ADD CONSTRAINT "sonderzugriff_freigabe_sonderzugriff_id_sonderzugriff_id_fk" FOREIGN KEY ("sonderzugriff_id") REFERENCES "public"."sonderzugriff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sonderzugriff_freigabe" ADD CONSTRAINT "sonderzugriff_freigabe_freigegeben_von_mitarbeitende_id_fk" FOREIGN KEY ("freigegeben_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sonderzugriff_freigabe_freigegeben_von_index" ON "sonderzugriff_freigabe" USING btree ("freigegeben_von");--> statement-breakpoint
-- The brake of DS-29: who reviews takes an objection back, and whoever was objected to sees that it was.
CALL lotse_schuetze('sonderzugriff_freigabe');
--> statement-breakpoint
CALL lotse_erlaube('sonderzugriff_freigabe', 'EXISTS (SELECT FROM sonderzugriff z WHERE z.id = sonderzugriff_id)');
--> statement-breakpoint
CREATE POLICY schreibt ON sonderzugriff_freigabe FOR INSERT TO lotse_api WITH CHECK (freigegeben_von = (SELECT lotse_akteur())
  AND EXISTS (SELECT FROM sonderzugriff z WHERE z.id = sonderzugriff_id AND lotse_prueft_zugriff(z.mitarbeitende_id, z.fall_id)));
--> statement-breakpoint
-- Cases the actor may not open again before somebody takes the objection back.
CREATE FUNCTION lotse_beanstandet() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(z.fall_id), '{}') FROM sonderzugriff z JOIN sonderzugriff_pruefung p ON p.sonderzugriff_id = z.id
  WHERE z.mitarbeitende_id = lotse_akteur() AND p.ergebnis = 'beanstandet'
    AND NOT EXISTS (SELECT FROM sonderzugriff_freigabe f WHERE f.sonderzugriff_id = z.id)
$$;
--> statement-breakpoint
ALTER POLICY schreibt ON sonderzugriff WITH CHECK (mitarbeitende_id = (SELECT lotse_akteur())
  AND fall_id <> ALL ((SELECT lotse_beanstandet())::uuid[]));
--> statement-breakpoint
GRANT INSERT ON sonderzugriff_freigabe TO lotse_api;
--> statement-breakpoint
GRANT SELECT, DELETE ON sonderzugriff_freigabe TO lotse_loeschung;
--> statement-breakpoint
CREATE TRIGGER sonderzugriff_freigabe_nur_anfuegen BEFORE UPDATE OR DELETE ON sonderzugriff_freigabe
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
