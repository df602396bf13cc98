import { zeileVon } from '../fall/uebergaenge/katalog.ts';
import type { Empfaengerrolle } from '../kennungen.ts';
import type { Aggregat } from '../vorgang/aggregat.ts';
import { antwortAus } from '../vorgang/antwort.ts';
import type { Pflegebefehl } from '../vorgang/befehl.ts';
import { leiternachrichten, mitteilungen, type Nachricht } from '../vorgang/nachricht.ts';
import { potenzialAufHeutigenStand } from './altstand.ts';
import type { Potenzialbefehl } from './befehle.ts';
import { decide } from './decide.ts';
import type { Potenzialdaten, Potenzialereignis } from './ereignisse.ts';
import { evolve } from './evolve.ts';
import { pflichtlage } from './fristen.ts';
import type { NeuesPotenzial, Potenzial } from './potenzial.ts';

export type Potenzialtypen = {
  readonly anfang: NeuesPotenzial;
  readonly stand: Potenzial;
  readonly befehl: Potenzialbefehl;
  readonly daten: Potenzialdaten;
};

/** Values shown to the clerk after a check. */
export type Potenzialfakten = { readonly kriteriumA?: boolean; readonly anzahlHandlungsbedarfe?: number };

function fakten(befehl: Potenzialbefehl | Pflegebefehl): Potenzialfakten {
  if (befehl.befehl !== 'komplexprofil_pruefen') return {};
  const { kriteriumA, zaehlendeHandlungsbedarfe } = befehl.fakten;
  return { kriteriumA, anzahlHandlungsbedarfe: zaehlendeHandlungsbedarfe };
}

function nachrichten(ereignis: Potenzialereignis, nachher: Potenzial): Nachricht[] {
  const { pap, fmU25 } = nachher.lage;
  const person = (rolle: Empfaengerrolle): string | null =>
    rolle === 'pap' ? pap : rolle === 'fm_u25' ? fmU25 : null;
  if (ereignis.art === 'frist_schritte')
    return leiternachrichten(ereignis.schritte, (an) => ({ person: person(an) }));
  if (ereignis.tr === null) return [];
  // Outside bFM nobody has handed the person over.
  const rollen = zeileVon(ereignis.tr).an.filter((an) => an !== 'abgebend');
  return mitteilungen(
    ereignis.tr,
    rollen.map((an) => ({ an, person: person(an) })),
  );
}

/** The check record of a person as the loop, the recording and the workflow know it. */
export const POTENZIAL: Aggregat<Potenzialtypen> = {
  art: 'potenzial',
  neu: (personId) => ({ zustand: 'neu', personId, sequenz: 0 }),
  idVon: ({ personId }) => personId,
  decide,
  evolve,
  pflichtlage,
  zeituebergaenge: () => [],
  antwortAuf: (befehl, ereignisse, stand) =>
    antwortAus(ereignisse, stand, { neben: [], fakten: fakten(befehl) }),
  nachrichten: (ereignis, _, nachher) => nachrichten(ereignis, nachher),
  istAbgeschlossen: ({ fristen }) => fristen.every(({ ende }) => ende !== null),
  aufHeutigenStand: potenzialAufHeutigenStand,
  befehlVonHeute: (befehl) => befehl,
};
