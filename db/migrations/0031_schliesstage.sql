-- A record of entries instead of one row a day: what was there stays valid as the first entry of its day, for the whole house.
ALTER TABLE "kalenderabweichung" DROP CONSTRAINT "kalenderabweichung_pkey";--> statement-breakpoint
ALTER TABLE "kalenderabweichung" ALTER COLUMN "frei" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "kalenderabweichung" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "kalenderabweichung" ADD COLUMN "nr" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "kalenderabweichung_nr_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "kalenderabweichung" ADD COLUMN "team_id" uuid;--> statement-breakpoint
ALTER TABLE "kalenderabweichung" ADD CONSTRAINT "kalenderabweichung_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kalenderabweichung_tag_nr_index" ON "kalenderabweichung" USING btree ("tag","nr");--> statement-breakpoint
CREATE INDEX "kalenderabweichung_team_id_index" ON "kalenderabweichung" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "kalenderabweichung_erfasst_von_index" ON "kalenderabweichung" USING btree ("erfasst_von");--> statement-breakpoint
-- V-71: who entered what when and why stays; a correction is a new row.
CREATE TRIGGER kalenderabweichung_nur_anfuegen BEFORE UPDATE OR DELETE ON kalenderabweichung
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
