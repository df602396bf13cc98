import { PFLEGEBEFEHLE } from '../vorgang/pflege.ts';
import type { Einmalig } from '../einmalig.ts';
import { ABGANG } from './decide/abgang.ts';
import { ABWEICHUNG } from './decide/abweichung.ts';
import { AKH } from './decide/akh.ts';
import { ASSESSMENT } from './decide/assessment.ts';
import { BEGLEITUNG } from './decide/begleitung.ts';
import { BESTAETIGUNG } from './decide/bestaetigung.ts';
import { BERATUNG } from './decide/beratung.ts';
import { BERICHTIGUNG } from './decide/berichtigung.ts';
import { BESTAND } from './decide/bestand.ts';
import { EXTERN } from './decide/extern.ts';
import { FALLABGANG } from './decide/fallabgang.ts';
import { FORTFUEHRUNG } from './decide/fortfuehrung.ts';
import { HANDLUNGSBEDARFE } from './decide/handlungsbedarfe.ts';
import { KONTAKTREGIME } from './decide/kontaktregime.ts';
import { LEISTUNG } from './decide/leistung.ts';
import { LEISTUNGSVERLAUF } from './decide/leistungsverlauf.ts';
import { NACHHALTUNG } from './decide/nachhaltung.ts';
import { NETZWERK } from './decide/netzwerk.ts';
import { PERSONENSTAND } from './decide/personenstand.ts';
import { PLANUNG } from './decide/planung.ts';
import { RUECKNAHME } from './decide/ruecknahme.ts';
import { STANDORT } from './decide/standort.ts';
import { TEILZIELE } from './decide/teilziele.ts';
import { TERMINE } from './decide/termine.ts';
import { UEBERGABE } from './decide/uebergabe.ts';
import { UMKEHR } from './decide/umkehr.ts';
import { VEREINBARUNG } from './decide/vereinbarung.ts';
import { VORMERKUNG } from './decide/vormerkung.ts';
import { ZUGANG } from './decide/zugang.ts';
import { ZUGANGSENTSCHEIDUNG } from './decide/zugangsentscheidung.ts';
import { ZUORDNUNG } from './decide/zuordnung.ts';
import { ZUSTAENDIGKEIT } from './decide/zustaendigkeit.ts';
import type { Eroeffnungszeilen, Folgezeilen } from './decide/zeilen.ts';

const ANFAENGE = { BESTAND, VORMERKUNG };

/** Who decides each command with which a case begins. */
export const EROEFFNUNGEN = {
  ...ANFAENGE.BESTAND,
  ...ANFAENGE.VORMERKUNG,
} satisfies Eroeffnungszeilen & Einmalig<typeof ANFAENGE>;

const TEILE = {
  ABGANG,
  ABWEICHUNG,
  AKH,
  ASSESSMENT,
  BEGLEITUNG,
  BERATUNG,
  BERICHTIGUNG,
  BESTAETIGUNG,
  EXTERN,
  FALLABGANG,
  FORTFUEHRUNG,
  HANDLUNGSBEDARFE,
  KONTAKTREGIME,
  LEISTUNG,
  LEISTUNGSVERLAUF,
  NACHHALTUNG,
  NETZWERK,
  PERSONENSTAND,
  PLANUNG,
  RUECKNAHME,
  STANDORT,
  TEILZIELE,
  TERMINE,
  UEBERGABE,
  UMKEHR,
  VEREINBARUNG,
  ZUGANG,
  ZUGANGSENTSCHEIDUNG,
  ZUORDNUNG,
  ZUSTAENDIGKEIT,
  PFLEGEBEFEHLE,
};

/** Who decides each other command: one without a row, or with two, does not compile. */
export const FOLGEBEFEHLE = {
  ...TEILE.ABGANG,
  ...TEILE.ABWEICHUNG,
  ...TEILE.AKH,
  ...TEILE.ASSESSMENT,
  ...TEILE.BEGLEITUNG,
  ...TEILE.BERATUNG,
  ...TEILE.BERICHTIGUNG,
  ...TEILE.BESTAETIGUNG,
  ...TEILE.EXTERN,
  ...TEILE.FALLABGANG,
  ...TEILE.FORTFUEHRUNG,
  ...TEILE.HANDLUNGSBEDARFE,
  ...TEILE.KONTAKTREGIME,
  ...TEILE.LEISTUNG,
  ...TEILE.LEISTUNGSVERLAUF,
  ...TEILE.NACHHALTUNG,
  ...TEILE.NETZWERK,
  ...TEILE.PERSONENSTAND,
  ...TEILE.PLANUNG,
  ...TEILE.RUECKNAHME,
  ...TEILE.STANDORT,
  ...TEILE.TEILZIELE,
  ...TEILE.TERMINE,
  ...TEILE.UEBERGABE,
  ...TEILE.UMKEHR,
  ...TEILE.VEREINBARUNG,
  ...TEILE.ZUGANG,
  ...TEILE.ZUGANGSENTSCHEIDUNG,
  ...TEILE.ZUORDNUNG,
  ...TEILE.ZUSTAENDIGKEIT,
  ...TEILE.PFLEGEBEFEHLE,
} satisfies Folgezeilen & Einmalig<typeof TEILE>;
