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
