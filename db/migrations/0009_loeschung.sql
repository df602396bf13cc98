-- TR53, T-29: only the role of the erasure may delete what is append-only for everybody else; the audit stays for it, too.
CREATE OR REPLACE FUNCTION lotse_nur_anfuegen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'lotse_loeschung' AND TG_TABLE_NAME <> 'protokoll' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Die Tabelle % ist nur zum Anfügen (V-71)', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION lotse_text_bleibt() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_user = 'lotse_loeschung' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'Ein gültiger Text bleibt, wie er geschrieben wurde (V-71)' USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
-- What colleagues and the erasure itself decide about erasing is as protected as the case.
DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['bedarfspruefung', 'bedarfsentscheidung', 'loeschantrag', 'loeschsperre', 'bestreitung'] LOOP
    CALL lotse_schuetze(t);
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT SELECT, DELETE ON fall, fall_ereignis, frist, eingangsqualitaet, abgangsbild, dokument, befehl, eingang, ausgang,
  rueckmeldung, rueckmeldezugang, policymigrationsschritt, sonderzugriff, sonderzugriff_pruefung, bedarfspruefung,
  bedarfsentscheidung, loeschantrag, loeschsperre, bestreitung, person, begleitperson, profiling, handlungsbedarf,
  handlungsbedarf_verlauf, einwilligung, einwilligung_widerruf, interessenkonflikt, vorgang, vorgang_ereignis,
  vorgang_frist TO lotse_loeschung;
--> statement-breakpoint
-- Row locks need it: they keep a Löschsperre and an erasure apart.
GRANT UPDATE (id) ON fall, person TO lotse_loeschung;
--> statement-breakpoint
GRANT UPDATE (vollzogen_am) ON loeschantrag TO lotse_loeschung;
--> statement-breakpoint
GRANT SELECT ON policyversion TO lotse_loeschung;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON loeschstand TO lotse_loeschung;
--> statement-breakpoint
GRANT SELECT, INSERT ON protokoll TO lotse_loeschung;
--> statement-breakpoint
-- One number that says nothing of anybody; API and worker ask it before they open.
GRANT SELECT ON loeschstand TO PUBLIC;
--> statement-breakpoint
-- Colleagues decide about the cases they may see; what is disputed is as protected as the text it is about.
DO $$
DECLARE
  im_fall text := 'EXISTS (SELECT FROM fall f WHERE f.id = %I.fall_id AND %s)';
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['loeschsperre', 'loeschantrag', 'bedarfspruefung'] LOOP
    CALL lotse_erlaube(t, format(im_fall, t, lotse_fallbedingung('f', '''K1''', 'false')),
      format(im_fall, t, lotse_fallbedingung('f', '''K1''', 'true')));
  END LOOP;
  CALL lotse_erlaube('bedarfsentscheidung', 'EXISTS (SELECT FROM bedarfspruefung b WHERE b.id = pruefung_id)',
    'EXISTS (SELECT FROM bedarfspruefung b WHERE b.id = pruefung_id)');
  CALL lotse_erlaube('bestreitung', format(im_fall, 'bestreitung', lotse_fallbedingung('f', 'bestreitung.klasse', 'false')),
    format(im_fall, 'bestreitung', lotse_fallbedingung('f', 'bestreitung.klasse', 'true')));
  -- The statement of the person is no draft of a command: it is valid from the start.
  EXECUTE 'CREATE POLICY bestreitet ON dokument FOR INSERT TO lotse_api WITH CHECK (stand = ''gueltig'' AND feld = ''stellungnahme'''
    || ' AND verfasser_id = (SELECT lotse_akteur()) AND '
    || format(im_fall, 'dokument', lotse_fallbedingung('f', 'dokument.klasse', 'true')) || ')';
END
$$;
--> statement-breakpoint
GRANT INSERT ON loeschsperre, loeschantrag, bedarfsentscheidung, bestreitung TO lotse_api;
--> statement-breakpoint
GRANT UPDATE (aufgehoben_am, aufgehoben_von, aufhebungsgrund) ON loeschsperre TO lotse_api;
--> statement-breakpoint
GRANT UPDATE (bestaetigt_am, bestaetigt_von, vollzug_ab, zurueckgenommen_am, zurueckgenommen_von) ON loeschantrag TO lotse_api;
--> statement-breakpoint
GRANT UPDATE (entschieden_am, entschieden_von) ON bedarfspruefung TO lotse_api;
--> statement-breakpoint
GRANT UPDATE (stand, grund, erledigt_am, erledigt_von) ON bestreitung TO lotse_api;
--> statement-breakpoint
GRANT SELECT, INSERT ON bedarfspruefung TO lotse_worker;
