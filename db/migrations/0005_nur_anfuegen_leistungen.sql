-- E48: a version, its approval and a migration of cases are never changed once written.
CREATE TRIGGER policyversion_nur_anfuegen BEFORE UPDATE OR DELETE ON policyversion
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER policyfreigabe_nur_anfuegen BEFORE UPDATE OR DELETE ON policyfreigabe
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER policymigration_nur_anfuegen BEFORE UPDATE OR DELETE ON policymigration
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER policymigrationsschritt_nur_anfuegen BEFORE UPDATE OR DELETE ON policymigrationsschritt
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER policymigrationsauftrag_nur_anfuegen BEFORE UPDATE OR DELETE ON policymigrationsauftrag
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
-- Versions of a running installation were used without an approval; they stay in force.
INSERT INTO policyfreigabe (name, am) SELECT name, date_trunc('second', now()) FROM policyversion;
--> statement-breakpoint
-- E24: a Kooperationsvereinbarung is never changed; what is agreed anew is a row of its own.
CREATE TRIGGER kooperationsvereinbarung_nur_anfuegen BEFORE UPDATE OR DELETE ON kooperationsvereinbarung
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
-- E25: that a feedback came, and under which consent it was taken or that it was refused, stays on record.
CREATE TRIGGER rueckmeldung_nur_anfuegen BEFORE UPDATE OR DELETE ON rueckmeldung
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
