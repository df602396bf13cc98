import { vertragFuer } from '../../../api/befehle/vertraege.ts';
import type { Umfeld } from '../../../api/befehle/vertrag.ts';
import {
  einwilligungszweckFuer,
  massgebliche,
  nurFakten,
  type Umfang,
} from '../../../domain/einwilligung/einwilligung.ts';
import type { Bedarfsstand } from '../../../domain/fall/befehle/kopf.ts';
import type { Fallgruendung, Personenfakten } from '../../../domain/fall/befehle.ts';
import { laeuftNoch, WIEDER_AUFNEHMBAR } from '../../../domain/fall/fall.ts';
import type { Tag } from '../../../domain/frist/tag.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import type { Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import { abgebendeFuer } from '../../../domain/zugang/abgebend.ts';
import { personenfakten, uebergabefakten } from '../../../domain/zugang/fakten.ts';
import { zuordnungsfakten } from '../../../domain/zuordnung/fakten.ts';
import { bedarfId, kennung, mitIds, TEAM } from '../verweise.ts';
import { policyAm } from './amt.ts';
import { befehlskopf } from './befehlskopf.ts';
import { bezugIn, type Fallakte } from './fallakte.ts';
import { ein, type Sachschritt, type Welt } from './welt.ts';
import { zuordnungslage } from './zuordnung.ts';

function fakten(welt: Welt, person: string, eigener: Fallakte | undefined): Personenfakten {
  const akte = ein(welt.akten.get(person), person);
  const andererOffenerFall = welt.faelle.some(
    (f) => f !== eigener && f.person === person && laeuftNoch(f.fall),
  );
  const policy = policyAus(eigener?.fall.policy ?? policyAm(welt.amt, ortstag(welt.uhr)));
  return personenfakten({ ...akte, andererOffenerFall }, policy, ortstag(welt.uhr));
}

/** The newest case of the person that was ended or refused (TR49). */
function vorgaenger(welt: Welt, person: string): Fallakte['fall'] | null {
  const fruehere = welt.faelle.filter((f) => f.person === person).map((f) => f.fall);
  const zustaende: readonly string[] = WIEDER_AUFNEHMBAR;
  return fruehere.findLast(({ zustand }) => zustaende.includes(zustand)) ?? null;
}

function gruendung(welt: Welt, { befehl }: Sachschritt, o: { person: string; wer: string }): Fallgruendung {
  const { person } = o;
  const { pap, fmU25 } = ein(welt.akten.get(person), person);
  const frueher = vorgaenger(welt, person);
  return {
    personId: kennung('person', person),
    fallnummer: `F-${welt.uhr.slice(0, 4)}-${String(welt.faelle.length + 1).padStart(5, '0')}`,
    team: TEAM,
    pap: kennung('personal', pap),
    abgebend: abgebendeFuer(befehl, o.wer, fmU25 === null ? null : kennung('personal', fmU25)),
    vorgaengerFallId: frueher?.fallId ?? null,
    laufendeNummer: (frueher?.laufendeNummer ?? 0) + 1,
    policy: policyAm(welt.amt, ortstag(welt.uhr)),
    kalender: welt.amt.kalender,
  };
}

/** What a use case loads before a command: the head with the proofs of its texts, the file, the staff. */
export function umfeld(
  welt: Welt,
  schritt: Sachschritt,
  lage: { wer: Berechtigter; akte: Fallakte | undefined; fuer: string | null },
): Umfeld {
  const { eingabe, befehl } = schritt;
  const vertrag = vertragFuer(befehl);
  const roh = mitIds(vertrag, eingabe, ({ art, label }) => kennung(art, label));
  const kopf = befehlskopf(vertrag, roh, { schritt, wer: lage.wer, fuer: lage.fuer });
  const person = lage.akte?.person ?? text(eingabe, 'person');
  const neuere = lage.akte === undefined ? [] : welt.faelle.slice(welt.faelle.indexOf(lage.akte) + 1);
  const genannt = welt.geschichte.personal.find((m) => m.id === eingabe['fm']);
  const rolle = genannt?.rolle;
  const datei = ein(welt.akten.get(person), person);
  return {
    kopf,
    gruendung: lage.akte === undefined ? gruendung(welt, schritt, { person, wer: lage.wer.id }) : null,
    person: fakten(welt, person, lage.akte),
    fmIstFallmanager: rolle === 'fm',
    fmBefangen: false,
    fmIstExtern: rolle === 'fm_extern',
    last: last(welt, lage.akte, genannt?.id),
    anIstFmSpezial: rolleVon(welt, angabe(eingabe, 'weiterleitung', 'an')) === 'fm_spezial',
    uebergabe: uebergabefakten(datei.geburtsdatum, tagVon(eingabe['uebergabeAm'])),
    neuerFall: neuere.some((f) => f.person === person),
    begleitpersonInformieren: datei.begleitpersonInformieren,
    ...austausch(welt, datei.einwilligungen, { eingabe, am: kopf.ereignisAm }),
    bedarfe: bedarfsstaende(welt, person),
    bezug: bezug(lage.akte, eingabe['bezug']),
  };
}

/** The provider a command names with the consent for it; without one the consent to ask a Fachdienst. */
function austausch(
  { geschichte }: Welt,
  einwilligungen: readonly Umfang[],
  { eingabe, am }: { readonly eingabe: Sachschritt['eingabe']; readonly am: Tag },
): Pick<Umfeld, 'erbringer' | 'einwilligung'> {
  const eintrag = geschichte.leistungserbringer.find(({ id }) => id === eingabe['erbringer']);
  if (eintrag === undefined) {
    const zweck = einwilligungszweckFuer(eingabe['betrifftBedarfsgemeinschaft'] === true);
    return { erbringer: null, einwilligung: massgebliche(einwilligungen, { zweck, am }) };
  }
  const { grundlage, wartezeitTage } = eintrag;
  const id = kennung('leistungserbringer', eintrag.id);
  const gemeint = massgebliche(einwilligungen, { zweck: 'leistung_16a', am, leistungserbringerId: id });
  return {
    erbringer: { id, aktiv: true, grundlage, wartezeitTage },
    einwilligung: gemeint === null ? null : nurFakten(gemeint),
  };
}

/** Which Handlungsbedarfe a person has and how far each is. */
export function bedarfsstaende(welt: Welt, person: string): readonly Bedarfsstand[] {
  const { handlungsbedarfe } = ein(welt.akten.get(person), person);
  return handlungsbedarfe.map(({ status }, n) => ({ id: bedarfId(person, n + 1), status }));
}

function last(welt: Welt, akte: Fallakte | undefined, fm: string | undefined): Umfeld['last'] {
  if (akte === undefined || fm === undefined) return null;
  return zuordnungsfakten(zuordnungslage(welt, akte), kennung('personal', fm));
}

function rolleVon(welt: Welt, label: unknown): string | undefined {
  return welt.geschichte.personal.find((m) => m.id === label)?.rolle;
}

function angabe(eingabe: Readonly<Record<string, unknown>>, feld: string, teil: string): unknown {
  const wert = eingabe[feld];
  return typeof wert === 'object' && wert !== null
    ? Object.entries(wert).find(([n]) => n === teil)?.[1]
    : undefined;
}

function tagVon(wert: unknown): Tag | undefined {
  return typeof wert === 'string' ? wert : undefined;
}

/** A text field of the input; empty when there is none. */
export function text(eingabe: Readonly<Record<string, unknown>>, feld: string): string {
  const wert = eingabe[feld];
  return typeof wert === 'string' ? wert : '';
}

function bezug(akte: Fallakte | undefined, wert: unknown): Umfeld['bezug'] {
  if (akte === undefined || typeof wert !== 'object' || wert === null || !('art' in wert)) return null;
  const nummer = 'nummer' in wert && typeof wert.nummer === 'number' ? wert.nummer : undefined;
  const teil = 'teil' in wert && typeof wert.teil === 'string' ? wert.teil : undefined;
  return typeof wert.art === 'string' ? bezugIn(akte, { art: wert.art, nummer, teil }) : null;
}
