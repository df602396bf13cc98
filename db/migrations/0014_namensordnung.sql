-- Names in the order of DIN 5007 variant 2, as lists of names are: ä as ae, ö as oe, ü as ue, ß as ss. It stands on the columns, so that no list
-- can forget it; equal remains what is the same character for character. Indexes on them would be built anew; there are none.
CREATE COLLATION lotse_namen (provider = icu, locale = 'de-u-co-phonebk');
--> statement-breakpoint
ALTER TABLE person ALTER COLUMN name TYPE text COLLATE lotse_namen;
--> statement-breakpoint
ALTER TABLE begleitperson ALTER COLUMN name TYPE text COLLATE lotse_namen;
--> statement-breakpoint
ALTER TABLE mitarbeitende ALTER COLUMN anzeigename TYPE text COLLATE lotse_namen;
--> statement-breakpoint
ALTER TABLE leistungserbringer ALTER COLUMN name TYPE text COLLATE lotse_namen;
