import { liesBesprechung, type Aufgerufene, type Besprechungsakte } from '../../db/besprechung.ts';
import { mitGemerktem, type Transaktion } from '../../db/client.ts';
import type { Fristverweis } from '../../db/fristliste.ts';
import { ladeKalenderFuerTeam } from '../../db/kalender.ts';
import { liesVormerkungsakte, type Vormerkungszeile } from '../../db/vormerkungen.ts';
import { liesBewerbungen, zuordnungsstand } from '../../db/zuordnung.ts';
import { offeneBedarfe } from '../../domain/fall/decide/handlungsbedarfe.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Schluesselgruppe } from '../../domain/kennungen.ts';
import { darf, fallbezugVon } from '../../domain/rollen/befehlsrechte.ts';
import { nichtBerechtigt } from '../kern/absage.ts';
import type { Listenname } from '../kern/lesespur.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import { auslastungAus, frageVon, sichtbareTeams, vorschlagsansicht } from '../zuordnung/faelle.ts';
import { personIn } from './faelle.ts';
import type { Besprechungsansicht, Zugeordnete } from './formen.ts';
import { teamsVon } from './teamlagefaelle.ts';
import { vormerkungseintrag } from './vormerkungsfaelle.ts';

/** More nobody goes through in one meeting. */
const HOECHSTENS = 100;

/** How the audit calls it. */
const LISTE: Listenname = 'besprechung';

/** Worked through in a meeting that is closed, or assigned before it. */
function istBesprochen({ fallId, team, beginn }: Fristverweis, teams: Besprechungsakte['teams']): boolean {
  const letzte = teams.find(({ id }) => id === team)?.letzte ?? null;
  return letzte !== null && (letzte.faelle.includes(fallId) || beginn < (letzte.am ?? ''));
}

/** Assigned cases nobody has acted in: they owe the first contact, out of a Jour-Fixe the first talk (T-02, T-03). */
function zugeordnete(konto: Konto, { erstkontakte, erstgespraeche, teams }: Besprechungsakte): Zugeordnete[] {
  const jeFall = new Map<string, Fristverweis>();
  for (const eintrag of [...erstkontakte, ...erstgespraeche])
    if (eintrag.zustand === 'zugeordnet' && !jeFall.has(eintrag.fallId)) jeFall.set(eintrag.fallId, eintrag);
  return [...jeFall.values()]
    .filter((eintrag) => !istBesprochen(eintrag, teams))
    .map(({ fallId, fallnummer, name, fm, team, beginn }) => {
      const { person } = personIn(konto, { personId: null, name });
      return { fallId, fallnummer, person, fm, team, beginn };
    });
}

/** The one the meeting speaks about: who is meant, otherwise the first. */
const dranVon = (
  wartende: readonly Vormerkungszeile[],
  fall: string | undefined,
): Vormerkungszeile | undefined => wartende.find(({ fallId }) => fallId === fall) ?? wartende[0];

/** What is open, by group and never by its words; of the profiles the newest. */
function personlage(person: Aufgerufene | null): Besprechungsansicht['person'] {
  if (person === null) return null;
  const jeGruppe = new Map<Schluesselgruppe, number>();
  for (const { schluesselgruppe: gruppe } of offeneBedarfe(person.bedarfe))
    jeGruppe.set(gruppe, (jeGruppe.get(gruppe) ?? 0) + 1);
  return {
    geburtsdatum: person.geburtsdatum,
    profiling: person.profiling,
    bedarfe: [...jeGruppe].map(([schluesselgruppe, offene]) => ({ schluesselgruppe, offene })),
  };
}

/** Who may be called up may be assigned: the queue shows the own teams alone. @throws Absage NICHT_BERECHTIGT */
function kopfVon(konto: Konto, zeile: Vormerkungszeile) {
  const bezug = fallbezugVon(zeile.stand);
  if (!darf(konto, 'zuordnen', bezug)) throw nichtBerechtigt();
  return {
    ...bezug,
    id: zeile.fallId,
    fallnummer: zeile.fallnummer,
    personId: zeile.personId,
    stand: zeile.stand,
  };
}

type Zuordnungsbild = Pick<Besprechungsansicht, 'vorschlaege' | 'auslastung'>;

/** Who could take the one the meeting speaks about, and how everybody is loaded; read as the purpose `zuordnung`. */
async function zuordnungsbild(
  tx: Transaktion,
  konto: Konto,
  { dran, tag }: { readonly dran: Vormerkungszeile | undefined; readonly tag: Tag },
): Promise<Zuordnungsbild> {
  const teams = sichtbareTeams(konto, undefined);
  const kopf = dran === undefined ? null : kopfVon(konto, dran);
  if (kopf === null) {
    const akte = await liesBewerbungen(tx, { teams, tag, personId: null, themen: [] });
    const belastungen = akte.bewerber;
    return { vorschlaege: null, auslastung: await auslastungAus(tx, konto, { teams, tag, belastungen }) };
  }
  const frage = frageVon(kopf, tag);
  const akte = await liesBewerbungen(tx, { ...frage, teams });
  const stand = zuordnungsstand(frage, akte, await ladeKalenderFuerTeam(tx, kopf.team));
  const belastungen = akte.bewerber;
  return {
    vorschlaege: vorschlagsansicht(kopf, stand),
    auslastung: await auslastungAus(tx, konto, { teams, tag, belastungen }),
  };
}

function teamtage({ teams }: Besprechungsakte, tag: Tag): Besprechungsansicht['teams'] {
  return teams.map(({ id, kennzeichen, offene }) => {
    if (offene === null) return { id, kennzeichen, offene };
    const { faellig, ruht } = offene;
    return { id, kennzeichen, offene: { faellig, ueberfaellig: !ruht && faellig < tag } };
  });
}

/**
 * What lies before the meeting, and who could take the one it speaks about. After each assignment it is asked again, so it costs
 * three statements in one transaction: what the Teamleitung reads with the look; what is missing; load and conflicts.
 */
export async function besprechung(
  umgebung: Umgebung,
  konto: Konto,
  { fall }: { readonly fall?: string | undefined },
): Promise<Besprechungsansicht> {
  const am = umgebung.uhr.jetzt();
  const tag = ortstag(am);
  const teams = teamsVon(konto);
  const frage = { sicht: konto.teams, teams, heute: tag, fall: fall ?? null, limit: HOECHSTENS };
  const blick = { liste: LISTE, am, merkmale: [], anfaenge: [] };
  return mitGemerktem(umgebung.db, akteurVon(konto), async (tx) => {
    const gelesen = await liesBesprechung(tx, { ...frage, blick, dannAls: 'vormerkungen' });
    const { wartende, gesamt } = gelesen;
    const akte = await liesVormerkungsakte(tx, { zeilen: wartende, dannAls: 'zuordnung' });
    const bild = await zuordnungsbild(tx, konto, { dran: dranVon(wartende, fall), tag });
    const zeige = vormerkungseintrag(konto, tag);
    return {
      wartende: {
        eintraege: wartende.map((zeile) => zeige({ zeile, akte })),
        gesamt,
        limit: HOECHSTENS,
        offset: 0,
      },
      zugeordnete: zugeordnete(konto, gelesen),
      teams: teamtage(gelesen, tag),
      person: personlage(gelesen.aufgerufen),
      ...bild,
    };
  });
}
