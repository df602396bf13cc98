import { liesEingang, markiereGelesen } from '../../db/eingang.ts';
import { liesOffeneFristen } from '../../db/fristliste.ts';
import { liesFaelle } from '../../db/listen.ts';
import { anlassname } from '../../domain/fall/bezeichnungen.ts';
import {
  fristname,
  NACHHALTUNGSFRISTEN,
  verantwortlicheRolle,
} from '../../domain/pflicht/katalog/katalog.ts';
import type { Sicht } from '../../db/sicht.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { FRIST_IDS, type Fristid } from '../../domain/kennungen.ts';
import type {
  Eingangsabfrage,
  Eingangseintrag,
  Faelleabfrage,
  Falleintrag,
  Fristeintrag,
  Fristenabfrage,
} from './formen.ts';
import { blaettere } from '../kern/blaettern.ts';
import type { Seite } from '../kern/seiten.ts';
import { nichtGefunden } from '../kern/absage.ts';
import { siehtNamen } from '../faelle/faelle.ts';
import type { Schluessel } from '../kern/schluessel.ts';
import { einmalig, vermerke } from '../kern/schreiben.ts';
import { sichtVon } from '../kern/sicht.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

type Fristzeile = Awaited<ReturnType<typeof liesOffeneFristen>>['zeilen'][number];

/** Is it somebody the colleague represents whose case this is? */
function inVertretung({ vertritt }: Konto, fm: { readonly id: string } | null): boolean {
  return vertritt.some(({ id }) => id === fm?.id);
}

/** The person as far as the role may know them (K0). */
export function personIn(
  { rolle }: Konto,
  { personId, name }: { readonly personId: string | null; readonly name: string | null },
): { personId: string | null; person: string | null } {
  return siehtNamen(rolle) ? { personId, person: name } : { personId: null, person: null };
}

export function fristeintrag(konto: Konto): (zeile: Fristzeile) => Fristeintrag {
  return ({ name, personId, ...zeile }) => ({
    ...zeile,
    ...personIn(konto, { personId, name }),
    name: fristname(zeile.frist),
    inVertretung: inVertretung(konto, zeile.fm),
  });
}

/** Where the duties of a colleague lie: the FM U25 owes for persons, not for the cases that were handed over (T-14). */
function pflichtsicht(konto: Konto): Sicht {
  if (konto.rolle === 'pap') return { pflichtPap: konto.id };
  return konto.rolle === 'fm_u25' ? { fm: [konto.id] } : sichtVon(konto);
}

/** Which duties are a colleague's to fulfil, and in whose cases. */
export const meinePflichten = (
  konto: Konto,
  frist?: Fristid,
): { readonly nur: readonly Fristid[]; readonly sicht: Sicht } => ({
  nur: FRIST_IDS.filter(
    (id) => verantwortlicheRolle(id) === konto.rolle && (frist === undefined || frist === id),
  ),
  sicht: pflichtsicht(konto),
});

/** Duties this colleague has to fulfil: the FM those of own cases and, marked, those of whom they represent, the Teamleitung the weekly assignment. */
export function meineFristen(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Fristenabfrage,
): Promise<Seite<Fristeintrag>> {
  const heute = ortstag(umgebung.uhr.jetzt());
  const pflichten = meinePflichten(konto, wahl.frist);
  return blaettere(
    { umgebung, konto, blatt: wahl, liste: 'meine_fristen' },
    (tx, blatt) => liesOffeneFristen(tx, { ...wahl, ...blatt, ...pflichten, heute }),
    fristeintrag(konto),
  );
}

/** All open duties of the teams this colleague leads or oversees. */
export function teamFristen(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Fristenabfrage,
): Promise<Seite<Fristeintrag>> {
  const nur = wahl.frist === undefined ? FRIST_IDS : [wahl.frist];
  const heute = ortstag(umgebung.uhr.jetzt());
  return blaettere(
    { umgebung, konto, blatt: wahl, liste: 'team_fristen' },
    (tx, blatt) => liesOffeneFristen(tx, { ...wahl, ...blatt, nur, heute, sicht: { teams: konto.teams } }),
    fristeintrag(konto),
  );
}

/** Open Nachhaltungen: an FM's own, for Teamleitung and Controlling those of their teams (TR57). */
export function nachhaltungen(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Fristenabfrage,
): Promise<Seite<Fristeintrag>> {
  const nur = NACHHALTUNGSFRISTEN.filter((id) => wahl.frist === undefined || wahl.frist === id);
  const heute = ortstag(umgebung.uhr.jetzt());
  const sicht: Sicht = konto.rolle === 'fm' ? sichtVon(konto) : { teams: konto.teams };
  return blaettere(
    { umgebung, konto, blatt: wahl, liste: 'nachhaltungen' },
    (tx, blatt) => liesOffeneFristen(tx, { ...wahl, ...blatt, nur, heute, sicht }),
    fristeintrag(konto),
  );
}

/** The cases this colleague has to do with. */
export function meineFaelle(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Faelleabfrage,
): Promise<Seite<Falleintrag>> {
  const heute = ortstag(umgebung.uhr.jetzt());
  return blaettere(
    { umgebung, konto, blatt: wahl, liste: 'faelle' },
    (tx, blatt) => liesFaelle(tx, { ...wahl, ...blatt, heute, sicht: sichtVon(konto) }),
    ({ name, ...zeile }) => ({
      ...zeile,
      person: siehtNamen(konto.rolle) ? name : null,
      inVertretung: inVertretung(konto, zeile.fm),
    }),
  );
}

/** Messages to this colleague, to those they represent while they do, and to their role in their teams. */
export function eingang(
  umgebung: Umgebung,
  konto: Konto,
  wahl: Eingangsabfrage,
): Promise<Seite<Eingangseintrag>> {
  return blaettere(
    { umgebung, konto, blatt: wahl, liste: 'eingang' },
    (tx, blatt) => liesEingang(tx, { ...wahl, ...blatt, wer: konto }),
    ({ name, personId, ...zeile }) => ({
      ...zeile,
      ...personIn(konto, { personId, name }),
      name: anlassname(zeile.anlass),
    }),
  );
}

/** Marks a message as read. @throws Absage NICHT_GEFUNDEN for one that is not in this inbox. */
export function liesNachricht(
  umgebung: Umgebung,
  konto: Konto,
  { id, schluessel }: { readonly id: string; readonly schluessel: Schluessel },
): Promise<{ id: string }> {
  const was = { ort: id, schluessel, rumpf: null };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    const wozu = await markiereGelesen(tx, konto, { id, am });
    if (wozu === null) throw nichtGefunden('Diese Nachricht');
    await vermerke(tx, konto, { ...wozu, am, aktion: 'nachricht_gelesen', gegenstand: `eingang:${id}` });
    return { id };
  });
}
