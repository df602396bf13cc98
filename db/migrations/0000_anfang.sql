CREATE TABLE "eingangsqualitaet" (
	"fall_id" uuid PRIMARY KEY NOT NULL,
	"festgehalten_am" timestamp with time zone NOT NULL,
	"bild" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fall" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fallnummer" text NOT NULL,
	"person_id" uuid NOT NULL,
	"zustand" text NOT NULL,
	"offen" boolean NOT NULL,
	"neben" text[] DEFAULT '{}' NOT NULL,
	"team_id" uuid NOT NULL,
	"fm_id" uuid,
	"pap_id" uuid,
	"sequenz" integer NOT NULL,
	"vorgemerkt_am" date NOT NULL,
	"fallzugang_am" date,
	"fallabgang_am" date,
	"ueber24_monate" boolean DEFAULT false NOT NULL,
	"hinweise" text[] DEFAULT '{}' NOT NULL,
	"policyversion" text NOT NULL,
	"stand" jsonb NOT NULL,
	"angehalten_seit" timestamp with time zone,
	CONSTRAINT "fall_fallnummer_unique" UNIQUE("fallnummer")
);
--> statement-breakpoint
CREATE TABLE "fall_ereignis" (
	"id" text PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"sequenz" integer NOT NULL,
	"art" text NOT NULL,
	"am" timestamp with time zone NOT NULL,
	"akteur" uuid,
	"befehl_id" text NOT NULL,
	"daten" jsonb NOT NULL,
	"gespeichert_am" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fall_ereignis_folge" UNIQUE("fall_id","sequenz")
);
--> statement-breakpoint
CREATE TABLE "frist" (
	"fall_id" uuid NOT NULL,
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
	CONSTRAINT "frist_fall_id_frist_id_vorkommen_pk" PRIMARY KEY("fall_id","frist_id","vorkommen")
);
--> statement-breakpoint
CREATE TABLE "fallnummernkreis" (
	"jahr" integer PRIMARY KEY NOT NULL,
	"letzte" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kalenderabweichung" (
	"tag" date PRIMARY KEY NOT NULL,
	"frei" boolean NOT NULL,
	"grund" text NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"erfasst_von" uuid
);
--> statement-breakpoint
CREATE TABLE "mitarbeitende" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subjekt" text NOT NULL,
	"anzeigename" text NOT NULL,
	"email" text NOT NULL,
	"rolle" text NOT NULL,
	"team_id" uuid NOT NULL,
	"anteil" numeric(3, 2) DEFAULT 1 NOT NULL,
	"aktiv" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mitarbeitende_subjekt_unique" UNIQUE("subjekt")
);
--> statement-breakpoint
CREATE TABLE "policyversion" (
	"name" text PRIMARY KEY NOT NULL,
	"wahl" jsonb NOT NULL,
	"gueltig_ab" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "team" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kennzeichen" text NOT NULL,
	"art" text NOT NULL,
	"land" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "team_kennzeichen_unique" UNIQUE("kennzeichen")
);
--> statement-breakpoint
CREATE TABLE "teamverantwortung" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mitarbeitende_id" uuid NOT NULL,
	"team_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handlungsbedarf" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"schluesselgruppe" text NOT NULL,
	"bezeichnung" text NOT NULL,
	"status" text NOT NULL,
	"erkannt_am" date NOT NULL,
	"erkannt_von" text NOT NULL,
	"massgeblich_fuer_uebergabe" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "handlungsbedarf_verlauf" (
	"id" uuid PRIMARY KEY NOT NULL,
	"handlungsbedarf_id" uuid NOT NULL,
	"status" text NOT NULL,
	"am" date NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL,
	"von" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kundennummer" text NOT NULL,
	"bg_nummer" text NOT NULL,
	"name" text NOT NULL,
	"geburtsdatum" date NOT NULL,
	"rechtskreis" text NOT NULL,
	"erwerbsfaehig" boolean NOT NULL,
	"zur_arbeitsvermittlung_angemeldet" boolean DEFAULT true NOT NULL,
	"pap_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_kundennummer_unique" UNIQUE("kundennummer")
);
--> statement-breakpoint
CREATE TABLE "profiling" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"datum" date NOT NULL,
	"profillage" text,
	"anlass" text NOT NULL,
	"abgesichert" boolean DEFAULT false NOT NULL,
	"erstellt_von" uuid NOT NULL,
	"erfasst_am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ausgang" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"art" text NOT NULL,
	"eingang_id" uuid,
	"empfaenger" uuid,
	"erstellt_am" timestamp with time zone NOT NULL,
	"zugestellt_am" timestamp with time zone,
	"versuche" integer DEFAULT 0 NOT NULL,
	"letzter_fehler" text
);
--> statement-breakpoint
CREATE TABLE "befehl" (
	"akteur_id" uuid NOT NULL,
	"schluessel" uuid NOT NULL,
	"befehl_id" uuid NOT NULL,
	"route" text NOT NULL,
	"pruefsumme" text NOT NULL,
	"fall_id" uuid NOT NULL,
	"fallnummer" text,
	"at" timestamp with time zone NOT NULL,
	"status" integer,
	"antwort" jsonb,
	CONSTRAINT "befehl_akteur_id_schluessel_pk" PRIMARY KEY("akteur_id","schluessel")
);
--> statement-breakpoint
CREATE TABLE "dokument" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"befehl_id" uuid NOT NULL,
	"klasse" text NOT NULL,
	"feld" text NOT NULL,
	"text" text NOT NULL,
	"stand" text NOT NULL,
	"verfasser_id" uuid NOT NULL,
	"erstellt_am" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "eingang" (
	"id" uuid PRIMARY KEY NOT NULL,
	"fall_id" uuid NOT NULL,
	"ereignis_id" text NOT NULL,
	"an_rolle" text NOT NULL,
	"an_person" uuid,
	"team_id" uuid NOT NULL,
	"anlass" text NOT NULL,
	"stufe" text NOT NULL,
	"vorkommen" integer,
	"faellig" date,
	"am" timestamp with time zone NOT NULL,
	"gelesen_am" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "protokoll" (
	"id" uuid PRIMARY KEY NOT NULL,
	"am" timestamp with time zone NOT NULL,
	"akteur_id" uuid,
	"aktion" text NOT NULL,
	"rechtsgrundlage" text,
	"fall_id" uuid,
	"gegenstand" text,
	"befehl_id" text,
	"gespeichert_am" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "eingangsqualitaet" ADD CONSTRAINT "eingangsqualitaet_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall" ADD CONSTRAINT "fall_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall" ADD CONSTRAINT "fall_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall" ADD CONSTRAINT "fall_fm_id_mitarbeitende_id_fk" FOREIGN KEY ("fm_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall" ADD CONSTRAINT "fall_pap_id_mitarbeitende_id_fk" FOREIGN KEY ("pap_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall_ereignis" ADD CONSTRAINT "fall_ereignis_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fall_ereignis" ADD CONSTRAINT "fall_ereignis_akteur_mitarbeitende_id_fk" FOREIGN KEY ("akteur") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "frist" ADD CONSTRAINT "frist_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kalenderabweichung" ADD CONSTRAINT "kalenderabweichung_erfasst_von_mitarbeitende_id_fk" FOREIGN KEY ("erfasst_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mitarbeitende" ADD CONSTRAINT "mitarbeitende_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teamverantwortung" ADD CONSTRAINT "teamverantwortung_mitarbeitende_id_mitarbeitende_id_fk" FOREIGN KEY ("mitarbeitende_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teamverantwortung" ADD CONSTRAINT "teamverantwortung_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handlungsbedarf" ADD CONSTRAINT "handlungsbedarf_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handlungsbedarf_verlauf" ADD CONSTRAINT "handlungsbedarf_verlauf_handlungsbedarf_id_handlungsbedarf_id_fk" FOREIGN KEY ("handlungsbedarf_id") REFERENCES "public"."handlungsbedarf"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handlungsbedarf_verlauf" ADD CONSTRAINT "handlungsbedarf_verlauf_von_mitarbeitende_id_fk" FOREIGN KEY ("von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_pap_id_mitarbeitende_id_fk" FOREIGN KEY ("pap_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiling" ADD CONSTRAINT "profiling_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profiling" ADD CONSTRAINT "profiling_erstellt_von_mitarbeitende_id_fk" FOREIGN KEY ("erstellt_von") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ausgang" ADD CONSTRAINT "ausgang_eingang_id_eingang_id_fk" FOREIGN KEY ("eingang_id") REFERENCES "public"."eingang"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ausgang" ADD CONSTRAINT "ausgang_empfaenger_mitarbeitende_id_fk" FOREIGN KEY ("empfaenger") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "befehl" ADD CONSTRAINT "befehl_akteur_id_mitarbeitende_id_fk" FOREIGN KEY ("akteur_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dokument" ADD CONSTRAINT "dokument_verfasser_id_mitarbeitende_id_fk" FOREIGN KEY ("verfasser_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eingang" ADD CONSTRAINT "eingang_fall_id_fall_id_fk" FOREIGN KEY ("fall_id") REFERENCES "public"."fall"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eingang" ADD CONSTRAINT "eingang_an_person_mitarbeitende_id_fk" FOREIGN KEY ("an_person") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eingang" ADD CONSTRAINT "eingang_team_id_team_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."team"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protokoll" ADD CONSTRAINT "protokoll_akteur_id_mitarbeitende_id_fk" FOREIGN KEY ("akteur_id") REFERENCES "public"."mitarbeitende"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "fall_ein_offener_je_person" ON "fall" USING btree ("person_id") WHERE "fall"."offen";--> statement-breakpoint
CREATE INDEX "fall_person_id_index" ON "fall" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "fall_team_id_zustand_vorgemerkt_am_index" ON "fall" USING btree ("team_id","zustand","vorgemerkt_am");--> statement-breakpoint
CREATE INDEX "fall_fm_id_index" ON "fall" USING btree ("fm_id");--> statement-breakpoint
CREATE INDEX "fall_pap_id_index" ON "fall" USING btree ("pap_id");--> statement-breakpoint
CREATE INDEX "fall_ereignis_befehl_id_index" ON "fall_ereignis" USING btree ("befehl_id");--> statement-breakpoint
CREATE INDEX "fall_ereignis_akteur_index" ON "fall_ereignis" USING btree ("akteur");--> statement-breakpoint
CREATE INDEX "frist_offene" ON "frist" USING btree ("faellig") WHERE "frist"."offen" and not "frist"."ruht";--> statement-breakpoint
CREATE INDEX "mitarbeitende_team_id_index" ON "mitarbeitende" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "mitarbeitende_rolle_index" ON "mitarbeitende" USING btree ("rolle");--> statement-breakpoint
CREATE INDEX "teamverantwortung_mitarbeitende_id_index" ON "teamverantwortung" USING btree ("mitarbeitende_id");--> statement-breakpoint
CREATE INDEX "teamverantwortung_team_id_index" ON "teamverantwortung" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "handlungsbedarf_person_id_index" ON "handlungsbedarf" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "handlungsbedarf_verlauf_handlungsbedarf_id_index" ON "handlungsbedarf_verlauf" USING btree ("handlungsbedarf_id");--> statement-breakpoint
CREATE INDEX "handlungsbedarf_verlauf_von_index" ON "handlungsbedarf_verlauf" USING btree ("von");--> statement-breakpoint
CREATE INDEX "person_pap_id_index" ON "person" USING btree ("pap_id");--> statement-breakpoint
CREATE INDEX "profiling_person_id_index" ON "profiling" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "profiling_erstellt_von_index" ON "profiling" USING btree ("erstellt_von");--> statement-breakpoint
CREATE INDEX "ausgang_offen" ON "ausgang" USING btree ("erstellt_am") WHERE "ausgang"."zugestellt_am" is null;--> statement-breakpoint
CREATE INDEX "ausgang_fall_id_index" ON "ausgang" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "ausgang_eingang_id_index" ON "ausgang" USING btree ("eingang_id");--> statement-breakpoint
CREATE INDEX "ausgang_empfaenger_index" ON "ausgang" USING btree ("empfaenger");--> statement-breakpoint
CREATE UNIQUE INDEX "befehl_id" ON "befehl" USING btree ("befehl_id");--> statement-breakpoint
CREATE INDEX "befehl_fall_id_index" ON "befehl" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "dokument_fall_id_index" ON "dokument" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "dokument_befehl_id_index" ON "dokument" USING btree ("befehl_id");--> statement-breakpoint
CREATE INDEX "dokument_verfasser_id_index" ON "dokument" USING btree ("verfasser_id");--> statement-breakpoint
CREATE INDEX "dokument_entwuerfe" ON "dokument" USING btree ("erstellt_am") WHERE "dokument"."stand" = 'entwurf';--> statement-breakpoint
CREATE INDEX "eingang_fall_id_index" ON "eingang" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "eingang_an_person_index" ON "eingang" USING btree ("an_person");--> statement-breakpoint
CREATE INDEX "eingang_team_id_an_rolle_index" ON "eingang" USING btree ("team_id","an_rolle");--> statement-breakpoint
CREATE INDEX "protokoll_fall_id_index" ON "protokoll" USING btree ("fall_id");--> statement-breakpoint
CREATE INDEX "protokoll_akteur_id_index" ON "protokoll" USING btree ("akteur_id");--> statement-breakpoint
CREATE INDEX "protokoll_befehl_id_index" ON "protokoll" USING btree ("befehl_id");