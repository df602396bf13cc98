CREATE TABLE "einwilligung" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"zweck" text NOT NULL,
	"datenkategorien" text[] NOT NULL,
	"entbundene_stellen" text[] NOT NULL,
	"empfaenger" text NOT NULL,
	"form" text NOT NULL,
	"erteilt_am" date NOT NULL,
	"gueltig_bis" date,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "einwilligung_widerruf" (
	"einwilligung_id" uuid PRIMARY KEY NOT NULL,
	"widerrufen_am" date NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "abgangsbild" (
	"ereignis_id" text PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"festgehalten_am" timestamp with time zone NOT NULL,
	"bild" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "abwesenheit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mitarbeitende_id" uuid NOT NULL,
	"von" date NOT NULL,
	"bis" date NOT NULL,
	"grund" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL,
	"storniert_am" timestamp with time zone,
	CONSTRAINT "abwesenheit_zeitraum" CHECK ("abwesenheit"."von" <= "abwesenheit"."bis")
);
--> statement-breakpoint
CREATE TABLE "qualifikation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mitarbeitende_id" uuid NOT NULL,
	"thema" text NOT NULL,
	"am" date NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vertretungsring" (
	"team_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"mitglieder" uuid[] NOT NULL,
	"festgelegt_am" timestamp with time zone NOT NULL,
	"festgelegt_von" uuid NOT NULL,
	CONSTRAINT "vertretungsring_team_id_version_pk" PRIMARY KEY("team_id","version")
);
--> statement-breakpoint
CREATE TABLE "begleitperson" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"rolle" text NOT NULL,
	"name" text NOT NULL,
	"kontakt" text NOT NULL,
	"bei_terminabsage_informieren" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"angelegt_am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ziehungssaat" (
	"verpflichtung" text PRIMARY KEY NOT NULL,
	"team_id" uuid NOT NULL,
	"saat" text NOT NULL,
	"erzeugt_am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vorgang" (
	"id" uuid PRIMARY KEY NOT NULL,
	"art" text NOT NULL,
	"zustand" text NOT NULL,
	"offen" boolean NOT NULL,
	"sequenz" integer NOT NULL,
	"person_id" uuid,
	"team_id" uuid NOT NULL,
	"pap_id" uuid,
	"fm_id" uuid,
	"hinweise" text[] DEFAULT '{}' NOT NULL,
	"stand" jsonb NOT NULL,
	"angehalten_seit" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "vorgang_ereignis" (
	"id" text PRIMARY KEY NOT NULL,
	"vorgang_id" uuid NOT NULL,
	"sequenz" integer NOT NULL,
	"art" text NOT NULL,
	"am" timestamp with time zone NOT NULL,
	"akteur" uuid,
	"fuer" uuid,
	"befehl_id" text NOT NULL,
	"daten" jsonb NOT NULL,
	"gespeichert_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vorgang_ereignis_folge" UNIQUE("vorgang_id","sequenz")
);
--> statement-breakpoint
CREATE TABLE "vorgang_frist" (
	"vorgang_id" uuid NOT NULL,
	"frist_id" text NOT NULL,
	"vorkommen" integer NOT NULL,
	"beginn" date NOT NULL,
	"roh" date NOT NULL,
	"faellig" date NOT NULL,
	"status" text NOT NULL,
	"lauf" text NOT NULL,
	"offen" boolean NOT NULL,
	"ruht" boolean NOT NULL,
	"herleitung" jsonb NOT NULL,
	CONSTRAINT "vorgang_frist_vorgang_id_frist_id_vorkommen_pk" PRIMARY KEY("vorgang_id","frist_id","vorkommen")
);
--> statement-breakpoint
CREATE TABLE "interessenkonflikt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"fm_id" uuid NOT NULL,
	"vermerkt_am" timestamp with time zone NOT NULL,
	"vermerkt_von" uuid NOT NULL,
	"aufgehoben_am" timestamp with time zone,
	"aufgehoben_von" uuid,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "thema" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"aktiv" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "thema_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "themenzustaendigkeit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thema_id" uuid NOT NULL,
	"fm_id" uuid NOT NULL,
	"kontakt_team_id" uuid
);
--> statement-breakpoint
ALTER TABLE "ausgang" ALTER COLUMN "fall_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "befehl" ALTER COLUMN "fall_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "dokument" ALTER COLUMN "fall_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "eingang" ALTER COLUMN "fall_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "aufnehmender_pap_id" uuid;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "extern_id" uuid;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "abgebend_id" uuid;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "weitergeleitet_an_id" uuid;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "herkunft" text DEFAULT 'pap' NOT NULL;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "vorgaenger_fall_id" uuid;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "laufende_nummer" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "auffaelligkeiten" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "zugeordnet_am" date;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "abgangsgrund" text;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "erfolgreich" boolean;--> statement-breakpoint
ALTER TABLE "fall" ADD COLUMN "abbruch" boolean;--> statement-breakpoint
ALTER TABLE "fall_ereignis" ADD COLUMN "fuer" uuid;--> statement-breakpoint
ALTER TABLE "mitarbeitende" ADD COLUMN "aktiv_ab" date DEFAULT '1995-01-01' NOT NULL;--> statement-breakpoint
ALTER TABLE "mitarbeitende" ADD COLUMN "aktiv_bis" date;--> statement-breakpoint
ALTER TABLE "mitarbeitende" ADD COLUMN "sprachen" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "team" ADD COLUMN "ohne_kontakt_fm" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "fm_u_25_id" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "bevorzugte_sprache" text;--> statement-breakpoint
ALTER TABLE "ausgang" ADD COLUMN "vorgang_id" uuid;--> statement-breakpoint
ALTER TABLE "befehl" ADD COLUMN "vorgang_id" uuid;--> statement-breakpoint
ALTER TABLE "dokument" ADD COLUMN "vorgang_id" uuid;--> statement-breakpoint
ALTER TABLE "eingang" ADD COLUMN "vorgang_id" uuid;--> statement-breakpoint
ALTER TABLE "eingang" ADD COLUMN "vertretung" uuid;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "fuer_id" uuid;--> statement-breakpoint
ALTER TABLE "protokoll" ADD COLUMN "vorgang_id" uuid;--> statement-breakpoint
ALTER TABLE "einwilligung" ADD CONSTRAINT "einwilligung_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "einwilligung" ADD CONSTRAINT "einwilligung_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "einwilligung_widerruf" ADD CONSTRAINT "einwilligung_widerruf_einwilligung_id_einwilligung_id_fk" FOREIGN KEY ("einwilligung_id") REFERENCES "public"."einwilligung"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "einwilligung_widerruf" ADD CONSTRAINT "einwilligung_widerruf_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abgangsbild" ADD CONSTRAINT "abgangsbild_ereignis_id_fall_ereignis_id_fk" FOREIGN KEY ("ereignis_id") REFERENCES "public"."fall_ereignis"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abgangsbild" ADD CONSTRAINT "abgangsbild_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abwesenheit" ADD CONSTRAINT "abwesenheit_mitarbeitende_id_mitarbeitende_id_fk" FOREIGN KEY ("mitarbeitende_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "abwesenheit" ADD CONSTRAINT "abwesenheit_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifikation" ADD CONSTRAINT "qualifikation_mitarbeitende_id_mitarbeitende_id_fk" FOREIGN KEY ("mitarbeitende_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualifikation" ADD CONSTRAINT "qualifikation_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vertretungsring" ADD CONSTRAINT "vertretungsring_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vertretungsring" ADD CONSTRAINT "vertretungsring_festgelegt_von_mitarbeitende_id_fk" FOREIGN KEY ("festgelegt_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "begleitperson" ADD CONSTRAINT "begleitperson_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ziehungssaat" ADD CONSTRAINT "ziehungssaat_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vorgang" ADD CONSTRAINT "vorgang_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vorgang" ADD CONSTRAINT "vorgang_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vorgang" ADD CONSTRAINT "vorgang_pap_id_mitarbeitende_id_fk" FOREIGN KEY ("pap_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vorgang" ADD CONSTRAINT "vorgang_fm_id_mitarbeitende_id_fk" FOREIGN KEY ("fm_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vorgang_ereignis" ADD CONSTRAINT "vorgang_ereignis_vorgang_id_vorgang_id_fk" FOREIGN KEY ("vorgang_id") REFERENCES "public"."vorgang"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vorgang_ereignis" ADD CONSTRAINT "vorgang_ereignis_akteur_mitarbeitende_id_fk" FOREIGN KEY ("akteur") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vorgang_ereignis" ADD CONSTRAINT "vorgang_ereignis_fuer_mitarbeitende_id_fk" FOREIGN KEY ("fuer") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vorgang_frist" ADD CONSTRAINT "vorgang_frist_vorgang_id_vorgang_id_fk" FOREIGN KEY ("vorgang_id") REFERENCES "public"."vorgang"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interessenkonflikt" ADD CONSTRAINT "interessenkonflikt_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interessenkonflikt" ADD CONSTRAINT "interessenkonflikt_fm_id_mitarbeitende_id_fk" FOREIGN KEY ("fm_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interessenkonflikt" ADD CONSTRAINT "interessenkonflikt_vermerkt_von_mitarbeitende_id_fk" FOREIGN KEY ("vermerkt_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interessenkonflikt" ADD CONSTRAINT "interessenkonflikt_aufgehoben_von_mitarbeitende_id_fk" FOREIGN KEY ("aufgehoben_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themenzustaendigkeit" ADD CONSTRAINT "themenzustaendigkeit_thema_id_thema_id_fk" FOREIGN KEY ("thema_id") REFERENCES "public"."thema"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themenzustaendigkeit" ADD CONSTRAINT "themenzustaendigkeit_fm_id_mitarbeitende_id_fk" FOREIGN KEY ("fm_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themenzustaendigkeit" ADD CONSTRAINT "themenzustaendigkeit_kontakt_team_id_team_id_fk" FOREIGN KEY ("kontakt_team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "einwilligung_person_id_index" ON "einwilligung" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "einwilligung_erfasst_von_index" ON "einwilligung" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "einwilligung_widerruf_erfasst_von_index" ON "einwilligung_widerruf" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "abgangsbild_fall_id_index" ON "abgangsbild" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "abwesenheit_geltende" ON "abwesenheit" USING btree ("mitarbeitende_id","von","bis") WHERE "abwesenheit"."storniert_am" is null;--> statement-breakpoint
CREATE INDEX "abwesenheit_erfasst_von_index" ON "abwesenheit" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "qualifikation_mitarbeitende_id_index" ON "qualifikation" USING btree ("mitarbeitende_id");--> statement-breakpoint
CREATE INDEX "qualifikation_erfasst_von_index" ON "qualifikation" USING btree ("erfasst_von");--> statement-breakpoint
CREATE INDEX "vertretungsring_festgelegt_von_index" ON "vertretungsring" USING btree ("festgelegt_von");--> statement-breakpoint
CREATE INDEX "begleitperson_person_id_index" ON "begleitperson" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ziehungssaat_team_id_index" ON "ziehungssaat" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "vorgang_person_id_index" ON "vorgang" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "vorgang_team_id_art_index" ON "vorgang" USING btree ("team_id","art");--> statement-breakpoint
CREATE INDEX "vorgang_pap_id_index" ON "vorgang" USING btree ("pap_id");--> statement-breakpoint
CREATE INDEX "vorgang_fm_id_index" ON "vorgang" USING btree ("fm_id");--> statement-breakpoint
CREATE INDEX "vorgang_ereignis_befehl_id_index" ON "vorgang_ereignis" USING btree ("befehl_id");--> statement-breakpoint
CREATE INDEX "vorgang_ereignis_akteur_index" ON "vorgang_ereignis" USING btree ("akteur");--> statement-breakpoint
CREATE INDEX "vorgang_ereignis_fuer_index" ON "vorgang_ereignis" USING btree ("fuer");--> statement-breakpoint
CREATE INDEX "vorgang_frist_offene" ON "vorgang_frist" USING btree ("faellig") WHERE "vorgang_frist"."offen" and not "vorgang_frist"."ruht";--> statement-breakpoint
CREATE UNIQUE INDEX "interessenkonflikt_ein_offener" ON "interessenkonflikt" USING btree ("person_id","fm_id") WHERE "interessenkonflikt"."aufgehoben_am" is null;--> statement-breakpoint
CREATE INDEX "interessenkonflikt_fm_id_index" ON "interessenkonflikt" USING btree ("fm_id");--> statement-breakpoint
CREATE INDEX "interessenkonflikt_vermerkt_von_index" ON "interessenkonflikt" USING btree ("vermerkt_von");--> statement-breakpoint
CREATE INDEX "interessenkonflikt_aufgehoben_von_index" ON "interessenkonflikt" USING btree ("aufgehoben_von");--> statement-breakpoint
CREATE INDEX "themenzustaendigkeit_thema_id_index" ON "themenzustaendigkeit" USING btree ("thema_id");--> statement-breakpoint
CREATE INDEX "themenzustaendigkeit_fm_id_index" ON "themenzustaendigkeit" USING btree ("fm_id");--> statement-breakpoint
CREATE INDEX "themenzustaendigkeit_kontakt_team_id_index" ON "themenzustaendigkeit" USING btree ("kontakt_team_id");--> statement-breakpoint
ALTER TABLE "fall" ADD CONSTRAINT "fall_aufnehmender_pap_id_mitarbeitende_id_fk" FOREIGN KEY ("aufnehmender_pap_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall" ADD CONSTRAINT "fall_extern_id_mitarbeitende_id_fk" FOREIGN KEY ("extern_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall" ADD CONSTRAINT "fall_abgebend_id_mitarbeitende_id_fk" FOREIGN KEY ("abgebend_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall" ADD CONSTRAINT "fall_weitergeleitet_an_id_mitarbeitende_id_fk" FOREIGN KEY ("weitergeleitet_an_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall" ADD CONSTRAINT "fall_vorgaenger_fall_id_fall_id_fk" FOREIGN KEY ("vorgaenger_fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall_ereignis" ADD CONSTRAINT "fall_ereignis_fuer_mitarbeitende_id_fk" FOREIGN KEY ("fuer") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_fm_u_25_id_mitarbeitende_id_fk" FOREIGN KEY ("fm_u_25_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eingang" ADD CONSTRAINT "eingang_vorgang_id_vorgang_id_fk" FOREIGN KEY ("vorgang_id") REFERENCES "public"."vorgang"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eingang" ADD CONSTRAINT "eingang_vertretung_mitarbeitende_id_fk" FOREIGN KEY ("vertretung") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protokoll" ADD CONSTRAINT "protokoll_fuer_id_mitarbeitende_id_fk" FOREIGN KEY ("fuer_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fall_aufnehmender_pap_id_index" ON "fall" USING btree ("aufnehmender_pap_id");--> statement-breakpoint
CREATE INDEX "fall_extern_id_index" ON "fall" USING btree ("extern_id");--> statement-breakpoint
CREATE INDEX "fall_abgebend_id_index" ON "fall" USING btree ("abgebend_id");--> statement-breakpoint
CREATE INDEX "fall_weitergeleitet_an_id_index" ON "fall" USING btree ("weitergeleitet_an_id");--> statement-breakpoint
CREATE INDEX "fall_vorgaenger_fall_id_index" ON "fall" USING btree ("vorgaenger_fall_id");--> statement-breakpoint
CREATE INDEX "fall_ereignis_fuer_index" ON "fall_ereignis" USING btree ("fuer");--> statement-breakpoint
CREATE INDEX "person_fm_u_25_id_index" ON "person" USING btree ("fm_u_25_id");--> statement-breakpoint
CREATE INDEX "ausgang_vorgang_id_index" ON "ausgang" USING btree ("vorgang_id");--> statement-breakpoint
CREATE INDEX "befehl_vorgang_id_index" ON "befehl" USING btree ("vorgang_id");--> statement-breakpoint
CREATE INDEX "dokument_vorgang_id_index" ON "dokument" USING btree ("vorgang_id");--> statement-breakpoint
CREATE INDEX "eingang_vorgang_id_index" ON "eingang" USING btree ("vorgang_id");--> statement-breakpoint
CREATE INDEX "eingang_vertretung_index" ON "eingang" USING btree ("vertretung");--> statement-breakpoint
CREATE INDEX "protokoll_vorgang_id_index" ON "protokoll" USING btree ("vorgang_id");--> statement-breakpoint
CREATE INDEX "protokoll_fuer_id_index" ON "protokoll" USING btree ("fuer_id");--> statement-breakpoint
CREATE VIEW "public"."jede_frist" AS (
  select 'fall' as art, f.id as fall_id, f.fallnummer, f.person_id, f.team_id, f.fm_id, f.pap_id,
    f.aufnehmender_pap_id, f.extern_id, f.abgebend_id, f.weitergeleitet_an_id, f.zustand,
    null as gegenstand, null::jsonb as kontakt_fm, d.frist_id, d.vorkommen, d.beginn, d.faellig, d.status, d.offen, d.ruht
  from frist d join fall f on f.id = d.fall_id
  union all
  select v.art, null, null, v.person_id, v.team_id, v.fm_id, v.pap_id,
    null, null, null, null, v.zustand,
    a.wert ->> 'gegenstand', k.wert -> 'kontaktFm', d.frist_id, d.vorkommen, d.beginn, d.faellig, d.status,
    d.offen, d.ruht
  from vorgang_frist d
  join vorgang v on v.id = d.vorgang_id
  left join lateral jsonb_array_elements(case v.art when 'team' then v.stand -> 'auftraege' end) a(wert)
    on a.wert ->> 'id' = d.frist_id and (a.wert ->> 'vorkommen')::int = d.vorkommen
  left join lateral jsonb_array_elements(case v.art when 'team' then v.stand -> 'kontaktteams' end) k(wert)
    on k.wert ->> 'team' = a.wert ->> 'gegenstand');