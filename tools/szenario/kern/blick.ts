import { frageVon } from '../../../api/zuordnung/faelle.ts';
import { fallblatt } from '../../../domain/fall/fallblatt.ts';
import { protokollAus } from '../../../domain/fall/protokoll.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import {
  darf,
  darfLesen,
  fallbezugVon,
  fuehrt,
  lesbareKlassen,
} from '../../../domain/rollen/befehlsrechte.ts';
import { ereignisklasse } from '../../../domain/rollen/ereignisklassen.ts';
import { schlageVor } from '../../../domain/zuordnung/gruende.ts';
import { blattfakten, protokollfakten, textfakten } from '../blattfakten.ts';
import type { Befehlsergebnis } from '../motor.ts';
import type { Blick } from '../stammdaten.ts';
import { vorschlagsfakten } from '../vorschlagsfakten.ts';
import type { Fallakte } from './fallakte.ts';
import { fallkopfVon } from './fallleser.ts';
import { geschichtenleser } from './aktenleser.ts';
import { entwuerfeVon } from './befehlskopf.ts';
import { berechtigter, ein, fallakte, type Stammschritt, type Welt } from './welt.ts';
import { zuordnungslage } from './zuordnung.ts';

/** What the meeting would see of a Vormerkung. */
function vorschlaege(welt: Welt, akte: Fallakte, als: string): Befehlsergebnis {
  if (!darf(berechtigter(welt, als), 'zuordnen', fallbezugVon(akte.fall))) return { verboten: true };
  if (akte.fall.zustand !== 'vorgemerkt') return { abgelehnt: 'TR07' };
  const gesehen = zuordnungslage(welt, frageVon(fallkopfVon(akte), ortstag(welt.uhr)));
  const fakten = vorschlagsfakten(schlageVor(gesehen), welt.geschichte.personal);
  return { ergebnis: 'ok', zustand: akte.fall.zustand, neben: [], warnungen: [], fakten };
}

/** The pages of those who lead the case; the Teamleitung reads them in a sample only, which no story of kern draws. */
async function blatt(
  welt: Welt,
  akte: Fallakte,
  { als, seite }: { readonly als: string; readonly seite: 'fallblatt' | 'assessment' },
): Promise<Befehlsergebnis> {
  if (!fuehrt(berechtigter(welt, als), fallbezugVon(akte.fall))) return { verboten: true };
  const { ereignisse, fall } = akte;
  const bedarfe = await geschichtenleser(welt).bedarfsstaende(fallkopfVon(akte).personId);
  const fallblattlage = { fall, ereignisse, bedarfe, heute: ortstag(welt.uhr) };
  const fakten =
    seite === 'assessment'
      ? protokollfakten(protokollAus(ereignisse))
      : blattfakten(fallblatt(fallblattlage));
  return { ergebnis: 'ok', zustand: fall.zustand, neben: [], warnungen: [], fakten };
}

/** The texts of the case by the contracts they came with, as far as event and class are the colleague's business. */
function akteneinsicht(welt: Welt, akte: Fallakte, als: string): Befehlsergebnis {
  const wer = berechtigter(welt, als);
  const bezug = fallbezugVon(akte.fall);
  if (!darfLesen(wer, bezug)) return { verboten: true };
  const lesbar = new Set<string>(lesbareKlassen(wer, bezug));
  const sichtbare = akte.ereignisse.filter(({ art }) => lesbar.has(ereignisklasse(art)));
  const belegt = new Set(sichtbare.flatMap(({ dokumente }) => dokumente.map(({ id }) => id)));
  const texte = welt.geschichte.schritte
    .flatMap(entwuerfeVon)
    .filter(({ id, klasse }) => belegt.has(id) && lesbar.has(klasse));
  const { zustand } = akte.fall;
  return { ergebnis: 'ok', zustand, neben: [], warnungen: [], fakten: textfakten(texte) };
}

/** What a page of the case shows to the one who looks; nothing changes. */
export async function blicke(
  welt: Welt,
  { befehl }: Blick,
  { als, fall }: Stammschritt,
): Promise<Befehlsergebnis> {
  const akte = ein(fallakte(welt, fall), `der Fall ${fall}`);
  if (befehl === 'vorschlaege_ansehen') return vorschlaege(welt, akte, als);
  if (befehl === 'fall_ansehen') return akteneinsicht(welt, akte, als);
  return blatt(welt, akte, { als, seite: befehl === 'fallblatt_ansehen' ? 'fallblatt' : 'assessment' });
}
