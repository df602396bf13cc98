-- Figures of a team and reports of providers: no data of a person, so no row-level security (ADR 0027). What is no complaint is only added to.
GRANT SELECT, INSERT ON beschwerde, befragung, zielwert, erbringerbericht TO lotse_api;
--> statement-breakpoint
GRANT UPDATE ON beschwerde TO lotse_api;
--> statement-breakpoint
CREATE TRIGGER befragung_nur_anfuegen BEFORE UPDATE OR DELETE ON befragung
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER zielwert_nur_anfuegen BEFORE UPDATE OR DELETE ON zielwert
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
--> statement-breakpoint
CREATE TRIGGER erbringerbericht_nur_anfuegen BEFORE UPDATE OR DELETE ON erbringerbericht
  FOR EACH ROW EXECUTE FUNCTION lotse_nur_anfuegen();
