CREATE TABLE "sitzung" (
	"kennung" "bytea" PRIMARY KEY NOT NULL,
	"vorige" "bytea",
	"subjekt" text NOT NULL,
	"begonnen_am" timestamp with time zone NOT NULL,
	"gewechselt_am" timestamp with time zone NOT NULL,
	"zuletzt_am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sitzung_vorige_index" ON "sitzung" USING btree ("vorige");--> statement-breakpoint
CREATE INDEX "sitzung_subjekt_index" ON "sitzung" USING btree ("subjekt");--> statement-breakpoint
CREATE INDEX "sitzung_zuletzt_am_index" ON "sitzung" USING btree ("zuletzt_am");--> statement-breakpoint
-- Rows of an account, found by the hash of a secret only: nobody reads them but the sign-in itself.
CALL lotse_schuetze('sitzung');
--> statement-breakpoint
CREATE POLICY zweck_loescht ON sitzung FOR DELETE TO lotse_api
  USING (EXISTS (SELECT FROM systemzugriff z WHERE z.zweck = lotse_system() AND z.tabelle = 'sitzung' AND z.schreiben));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (kennung, vorige, gewechselt_am, zuletzt_am), DELETE ON sitzung TO lotse_api;
--> statement-breakpoint
GRANT SELECT (zuletzt_am), DELETE ON sitzung TO lotse_loeschung;
