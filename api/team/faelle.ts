import { mitAkteur, type Transaktion } from '../../db/client.ts';
import { TEAMABLAGE } from '../../db/ablage.ts';
import { liesFristen, liesGeschichte, liesTexte, type Text } from '../../db/geschichte.ts';
import { liesTeams } from '../../db/organisation.ts';
import { liesNamen } from '../../db/mitarbeitende.ts';
import { teamkopf } from '../../db/team.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { darfTeamLesen } from '../../domain/rollen/teamrechte.ts';
import { schluesselwert } from '../../domain/team/schluessel.ts';
import type { Teamereignis } from '../../domain/team/ereignisse.ts';
import type { Stichprobe, Team } from '../../domain/team/team.ts';
import type { Teamkalender, Ziehungsansicht } from './formen.ts';
import { nichtBerechtigt } from '../kern/absage.ts';
import { unsichtbar } from '../kern/unsichtbar.ts';
import { ereignisansicht, fristansicht } from '../kern/akteneinsicht.ts';
import { gehalten, istGeschuetzt, vermerkeEinsicht } from '../kern/einsicht.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

/** The review of a sample speaks of cases (K3): the Teamleitung alone reads it. */
const LESBAR: Readonly<Partial<Record<Rolle, readonly Text['klasse'][]>>> = { tl: ['K1', 'K3'], fm: ['K1'] };

async function lesbaresTeam(tx: Transaktion, konto: Konto, teamId: string): Promise<Team> {
  const kopf = await teamkopf(tx, teamId);
  if (kopf === null)
    throw await unsichtbar(tx, { tabelle: 'vorgang', id: teamId, was: 'Einen Kalender dieses Teams' });
  if (!darfTeamLesen(konto, { team: teamId, eigenes: konto.team.id })) throw nichtBerechtigt();
  return kopf.stand;
}

export function stichprobenansicht({
  nummer,
  gezogen,
  leseBis,
  faelle,
}: Stichprobe): NonNullable<Teamkalender['stichprobe']> {
  return {
    nummer,
    gezogenAm: gezogen.am,
    leseBis,
    faelle: faelle.map(({ fall, fallnummer, geprueft }) => ({
      fallId: fall,
      fallnummer,
      geprueftAm: geprueft?.am ?? null,
    })),
  };
}

/** DS-29: reviews of samples are K3. */
async function vermerkeKalenderblick(
  tx: Transaktion,
  konto: Konto,
  { am, ansicht }: { readonly am: Instant; readonly ansicht: Teamkalender },
): Promise<void> {
  const klassen = gehalten(ansicht);
  if (!istGeschuetzt(klassen)) return;
  const blick = { am, wo: { vorgangId: ansicht.teamId }, fuer: null, klassen };
  await vermerkeEinsicht(tx, konto, { ...blick, gruende: [{ beziehung: 'team', id: null }] });
}

/** The calendar of a team (E43). @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export async function teamkalender(
  { db, uhr, tresor }: Umgebung,
  konto: Konto,
  teamId: string,
): Promise<Teamkalender> {
  const am = uhr.jetzt();
  const heute = ortstag(am);
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const stand = await lesbaresTeam(tx, konto, teamId);
    const wahl = { klassen: LESBAR[konto.rolle] ?? [], dazu: [], tresor };
    const texte = await liesTexte(tx, { art: 'team', id: teamId }, wahl);
    const textVon = new Map(texte.map((text) => [text.id, text]));
    const kennzeichen = new Map((await liesTeams(tx)).map((t) => [t.id, t.kennzeichen]));
    const namen = await liesNamen(
      tx,
      stand.kontaktteams.flatMap((k) => k.kontaktFm),
    );
    const fristen = await liesFristen(tx, TEAMABLAGE.fristen, teamId);
    const geschichte = await liesGeschichte(tx, TEAMABLAGE.ereignisse, teamId);
    const gegenstand = (id: string, vorkommen: number): string | null => {
      const auftrag = stand.auftraege.find((a) => a.id === id && a.vorkommen === vorkommen);
      return auftrag === undefined ? null : (kennzeichen.get(auftrag.gegenstand) ?? auftrag.gegenstand);
    };
    const ansicht = {
      teamId,
      seit: stand.seit,
      sequenz: stand.sequenz,
      offeneHinweise: [...stand.hinweise],
      kontaktteams: stand.kontaktteams.map(({ team, kontaktFm }) => ({
        team,
        kennzeichen: kennzeichen.get(team) ?? '',
        kontaktFm: kontaktFm.map((id) => ({ id, anzeigename: namen.get(id) ?? '' })),
      })),
      fristen: fristen.map((zeile) => ({
        ...fristansicht(zeile, heute),
        gegenstand: gegenstand(zeile.fristId, zeile.vorkommen),
      })),
      betreuungsschluessel: stand.schluessel.map((s) => ({ ...s, schluessel: schluesselwert(s) })),
      stichprobe: stand.stichprobe === null ? null : stichprobenansicht(stand.stichprobe),
      naechsteVerpflichtung: stand.verpflichtung,
      geschichte: geschichte.map((eintrag) => ereignisansicht(eintrag, textVon)),
    };
    await vermerkeKalenderblick(tx, konto, { am, ansicht });
    return ansicht;
  });
}

const NACHRECHNEN =
  'Zu jeder Fallnummer der Liste SHA-256 von „Saat|Loswort|Fallnummer“ bilden und aufsteigend ordnen; die ersten sind ' +
  'gezogen. SHA-256 der Saat ist die vorher veröffentlichte Verpflichtung. ' +
  "Zum Beispiel: printf '%s' 'SAAT|LOSWORT|F-2026-00001' | sha256sum";

/** Every draw of a team, so that anybody concerned can repeat it (E45). */
export async function ziehungen({ db }: Umgebung, konto: Konto, teamId: string): Promise<Ziehungsansicht[]> {
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    await lesbaresTeam(tx, konto, teamId);
    const geschichte = await liesGeschichte(tx, TEAMABLAGE.ereignisse, teamId);
    return geschichte.flatMap(({ daten }) => {
      // The table of a team holds events of teams only.
      const ereignis = daten as Teamereignis;
      if (ereignis.art !== 'stichprobe_gezogen') return [];
      const { nummer, verpflichtung, ziehung } = ereignis;
      const { saat, loswort, liste, gezogen } = ziehung;
      return [
        {
          nummer,
          am: ereignis.ereignisAm ?? '',
          verpflichtung,
          saat,
          loswort,
          liste: [...liste],
          gezogen: gezogen.map(({ fallnummer }) => fallnummer),
          nachrechnen: NACHRECHNEN,
        },
      ];
    });
  });
}
