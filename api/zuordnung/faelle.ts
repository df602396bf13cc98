import { fallkopf, type Fallkopf } from '../../db/akte.ts';
import { aktivePolicy } from '../../db/policy.ts';
import { liesBelastungen, type Belastung } from '../../db/auslastung.ts';
import { mitAkteur, mitGemerktem, type Transaktion } from '../../db/client.ts';
import { ladeKalenderFuerTeam } from '../../db/kalender.ts';
import { zuletztAlsSystem } from '../../db/systemzugriff.ts';
import { ladeZuordnungslage, type Zuordnungsfrage, type Zuordnungsstand } from '../../db/zuordnung.ts';
import { themenfrageVon } from '../../domain/fall/herkunft.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import { darf } from '../../domain/rollen/befehlsrechte.ts';
import { anwesenheitsanteil, auslastung, individuellesSoll } from '../../domain/zuordnung/auslastung.ts';
import { schlageVor } from '../../domain/zuordnung/gruende.ts';
import { REIHENFOLGE } from '../../domain/zuordnung/vorschlag.ts';
import type { Auslastungseintrag, Vorschlaegeansicht } from './formen.ts';
import { Absage, nichtBerechtigt } from '../kern/absage.ts';
import { unsichtbar } from '../kern/unsichtbar.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

/** What the record is asked for the Vormerkung of a case. */
export function frageVon(
  { team, personId, stand }: Pick<Fallkopf, 'team' | 'personId' | 'stand'>,
  tag: Tag,
): Zuordnungsfrage {
  return { teamId: team, personId, policy: stand.policy, tag, ...themenfrageVon(stand) };
}

type Mensch = { readonly id: string; readonly anzeigename: string };

const menschen =
  (namen: ReadonlyMap<string, string>) =>
  (id: string): Mensch => ({ id, anzeigename: namen.get(id) ?? '' });

/** What is suggested for a case, and who cannot be. */
export function vorschlagsansicht(
  { id, fallnummer }: Pick<Fallkopf, 'id' | 'fallnummer'>,
  { lage, namen }: Zuordnungsstand,
): Vorschlaegeansicht {
  const wer = menschen(namen);
  const { vorschlaege, ausgeschlossen } = schlageVor(lage);
  return {
    fallId: id,
    fallnummer,
    reihenfolge: REIHENFOLGE,
    vorschlaege: vorschlaege.map(({ fm, gruende, wirkung }) => ({
      fm: wer(fm),
      gruende: [...gruende],
      wirkung: wirkung.map((w) => ({ ...w, fm: wer(w.fm) })),
    })),
    ausgeschlossen: ausgeschlossen.map(({ fm, grund }) => ({ fm: wer(fm), grund })),
  };
}

/** Up to three suggestions for a waiting Vormerkung. @throws Absage ZUSTAND once it waits no more. */
export async function zuordnungsvorschlaege(
  { db, uhr }: Umgebung,
  konto: Konto,
  fallId: string,
): Promise<Vorschlaegeansicht> {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const kopf = await fallkopf(tx, fallId);
    if (kopf === null) throw await unsichtbar(tx, { tabelle: 'fall', id: fallId });
    if (!darf(konto, 'zuordnen', kopf)) throw nichtBerechtigt();
    if (kopf.stand.zustand !== 'vorgemerkt') {
      throw new Absage('ZUSTAND', 'Dieser Fall wartet auf keine Zuordnung.', { regel: 'TR07' });
    }
    return vorschlagsansicht(kopf, await ladeZuordnungslage(tx, frageVon(kopf, ortstag(uhr.jetzt()))));
  });
}

/** Whose load a colleague may see: the leaders that of their teams, a Fallmanager the own one (rollen.md 3). */
export function sichtbareTeams(konto: Konto, team: string | undefined): readonly string[] {
  const eigene = konto.rolle === 'fm' ? [konto.team.id] : konto.teams;
  return team === undefined ? eigene : eigene.filter((id) => id === team);
}

type Lastfrage = { readonly teams: readonly string[]; readonly tag: Tag };

/** The load of these teams, one after the other, as far as it is the colleague's to see; read as the purpose `zuordnung`. */
export async function auslastungDerTeams(
  tx: Transaktion,
  konto: Konto,
  frage: Lastfrage,
): Promise<Auslastungseintrag[]> {
  return auslastungAus(tx, konto, {
    ...frage,
    belastungen: await liesBelastungen(tx, frage.teams, frage.tag),
  });
}

/** The same out of what was read already. */
export async function auslastungAus(
  tx: Transaktion,
  konto: Konto,
  { teams, tag, belastungen }: Lastfrage & { readonly belastungen: readonly Belastung[] },
): Promise<Auslastungseintrag[]> {
  const policy = policyAus(await aktivePolicy(tx, tag));
  const sichtbare = konto.rolle === 'fm' ? belastungen.filter(({ id }) => id === konto.id) : belastungen;
  const eintraege: Auslastungseintrag[] = [];
  for (const team of teams) {
    const kalender = await ladeKalenderFuerTeam(tx, team);
    for (const { id, anzeigename, anteil, faelle, abwesenheiten } of sichtbare.filter(
      (fm) => fm.team === team,
    )) {
      const anwesenheit = anwesenheitsanteil(id, tag, { abwesenheiten, kalender });
      const soll = individuellesSoll(policy, { anteil, anwesenheit });
      eintraege.push({ fm: { id, anzeigename }, anteil, anwesenheit, auslastung: auslastung(faelle, soll) });
    }
  }
  return eintraege;
}

/** Load of every Fallmanager against the individual Soll (E41, AC-10). */
export async function auslastungen(
  { db, uhr }: Umgebung,
  konto: Konto,
  wahl: { readonly team?: string | undefined },
): Promise<readonly Auslastungseintrag[]> {
  const auftrag = { teams: sichtbareTeams(konto, wahl.team), tag: ortstag(uhr.jetzt()) };
  return mitGemerktem(db, akteurVon(konto), (tx) =>
    zuletztAlsSystem(tx, 'zuordnung', () => auslastungDerTeams(tx, konto, auftrag)),
  );
}
