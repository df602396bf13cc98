import { kalenderFuer, plusArbeitstage, vorherigerArbeitstag } from '../../domain/frist/kalender.ts';
import { plusMonate, plusTage, type Tag } from '../../domain/frist/tag.ts';
import { STANDARD } from '../../domain/policy/standard.ts';
import { PERSONAL } from '../probehaus/stammdaten.ts';
import type { Sender } from './api-anmeldung.ts';
import { BESTAND, ZUGAENGE, type Bestandsfall, type Zugangsfall } from './bestand.ts';
import { papVon, personId } from './personen.ts';

const KALENDER = kalenderFuer('HB');
const arbeitstag = (tag: Tag): Tag => vorherigerArbeitstag(tag, KALENDER);

/** Contacts every four weeks, from the last one back to the Fallzugang. */
function kontakte(fallzugangAm: Tag, letzter: Tag): Tag[] {
  const tage: Tag[] = [];
  for (let tag = letzter; tag >= fallzugangAm; tag = plusTage(tag, -28)) tage.unshift(arbeitstag(tag));
  return tage.filter((tag) => tag >= fallzugangAm);
}

/** The dates of a running case as the take-over wants them. */
function bestandsdaten(fall: Bestandsfall, stichtag: Tag): unknown {
  const vor = (tage: number): Tag => arbeitstag(plusTage(stichtag, -tage));
  const { monate, tage } = fall.fallzugang;
  const fallzugangAm = arbeitstag(plusTage(plusMonate(stichtag, -monate), -tage));
  const davor = (abstand: number): Tag => arbeitstag(plusTage(fallzugangAm, -abstand));
  return {
    vorgemerktAm: davor(25),
    zuordnung: { am: davor(18), fm: PERSONAL[fall.fm] },
    uebernahmegespraechAm: davor(7),
    erstgespraechAm: davor(7),
    fallzugangAm,
    vereinbarungenAm: fall.vereinbarung === null ? [] : [vor(fall.vereinbarung)],
    kontakteAm: kontakte(fallzugangAm, vor(fall.letzterKontakt)),
    ueberpruefungenAm: Array.from({ length: fall.ueberpruefungen }, (_, n) =>
      arbeitstag(plusTage(plusMonate(fallzugangAm, 6 * (n + 1)), -6)),
    ),
    standortgespraecheAm:
      fall.standortgespraech === undefined ? [] : [arbeitstag(plusTage(plusMonate(fallzugangAm, 24), -7))],
    feedbackAm: fall.feedback ? arbeitstag(plusTage(fallzugangAm, 80)) : null,
  };
}

type Begleitet = { readonly fall: Bestandsfall; readonly fallId: string; readonly stichtag: Tag };

/** What was talked today and what is planned, with the minutes, time and place the take-over does not know (E27). */
async function fuehreGespraeche(sende: Sender, { fall, fallId, stichtag }: Begleitet): Promise<void> {
  const { heute, geplant } = fall.gespraeche ?? {};
  const befehl = { als: fall.fm, pfad: `/${fallId}/kontakte` };
  if (heute !== undefined) {
    const marke = `Gespräch Testperson ${fall.person}`;
    await sende({ ...befehl, marke, rumpf: { ...heute, status: 'durchgefuehrt' } });
  }
  if (geplant === undefined) return;
  const { in: tage, ...angaben } = geplant;
  const marke = `Nächstes Gespräch Testperson ${fall.person}`;
  const termin = arbeitstag(plusTage(stichtag, tage));
  await sende({ ...befehl, marke, rumpf: { ...angaben, termin, status: 'geplant' } });
}

/** Told before the two agree on their Arbeitsbündnis (TR63), then a measure with what it costs (003 ch7). */
async function fuehreWeiter(sende: Sender, { fall, fallId, stichtag }: Begleitet): Promise<void> {
  const { massnahme } = fall;
  if (massnahme === undefined) return;
  const einer = { als: fall.fm, marke: `Rechtsfolgen Testperson ${fall.person}` };
  const worte = 'Ich habe erklärt, was folgen kann, wenn Termine ohne Grund nicht wahrgenommen werden.';
  await sende({ ...einer, pfad: `/${fallId}/rechtsfolgen`, rumpf: { worte } });
  const bis = plusTage(stichtag, massnahme.tage);
  await sende({
    ...{ als: fall.fm, marke: `Maßnahme Testperson ${fall.person}`, pfad: `/${fallId}/massnahmen` },
    rumpf: { art: massnahme.art, von: stichtag, bis, kostenCent: massnahme.kostenCent },
  });
}

/** Takes the running cases over, one after the other, so that the numbers are the same everywhere. */
export async function uebernimmBestand(sende: Sender, stichtag: Tag): Promise<number> {
  for (const fall of BESTAND) {
    const fallId = await sende({
      marke: `Übernahme Testperson ${fall.person}`,
      als: 'tl',
      pfad: '/uebernahme',
      rumpf: { person: personId(fall.person), bestand: bestandsdaten(fall, stichtag) },
    });
    if (fallId === null) continue;
    await sende({
      marke: `Unterlage Testperson ${fall.person}`,
      als: fall.fm,
      pfad: `/${fallId}/eakte`,
      rumpf: { nummer: `EA-${fall.person}-1`, datum: stichtag, titel: 'Vermerk über die Übernahme' },
    });
    await fuehreGespraeche(sende, { fall, fallId, stichtag });
    await fuehreWeiter(sende, { fall, fallId, stichtag });
  }
  return BESTAND.length;
}

const ZUORDNUNG = { 'V-70': 'In der Teambesprechung so entschieden: Erfahrung mit der Problemlage.' };

/** A reason for what is entered late; on some days of the week it is not late yet, and nobody asks (V-74, V-83). */
function nachtrag(ereignisAm: Tag, stichtag: Tag): Record<string, string> {
  const rechtzeitigBis = plusArbeitstage(ereignisAm, STANDARD['POL-KORREKTUR'].nachtrag, KALENDER);
  return stichtag > rechtzeitigBis
    ? { 'V-74': 'Nachgetragen aus der bisher auf Papier geführten Liste.' }
    : {};
}

async function fuehreZu(sende: Sender, fall: Zugangsfall, stichtag: Tag): Promise<void> {
  const vor = (tage: number): Tag => plusTage(stichtag, -tage);
  const marke = (was: string): string => `${was} Testperson ${fall.person}`;
  const fallId = await sende({
    marke: marke('Vormerkung'),
    als: papVon(fall.person),
    pfad: '',
    rumpf: {
      person: personId(fall.person),
      gruende: 'Mehrere Handlungsbedarfe wirken zusammen; allein kommt die Vermittlung nicht weiter.',
      erlaeutertAm: vor(fall.vorgemerkt),
      ereignisAm: vor(fall.vorgemerkt),
      begruendungen: nachtrag(vor(fall.vorgemerkt), stichtag),
    },
  });
  const { zugeordnet, terminIn } = fall;
  if (fallId === null || zugeordnet === undefined) return;
  await sende({
    marke: marke('Zuordnung'),
    als: 'tl',
    pfad: `/${fallId}/zuordnung`,
    rumpf: {
      fm: PERSONAL[zugeordnet.fm],
      ereignisAm: vor(zugeordnet.vor),
      begruendungen: { ...nachtrag(vor(zugeordnet.vor), stichtag), ...ZUORDNUNG },
    },
  });
  if (terminIn === undefined) return;
  await sende({
    marke: marke('Termin'),
    als: zugeordnet.fm,
    pfad: `/${fallId}/uebernahmegespraech/termin`,
    rumpf: { termin: plusTage(stichtag, terminIn), uhrzeit: '09:00', dauerMinuten: 60, ort: 'fm_buero' },
  });
}

/** Leads the others to the door: some wait, some are assigned. */
export async function legeZugaengeAn(sende: Sender, stichtag: Tag): Promise<number> {
  for (const fall of ZUGAENGE) await fuehreZu(sende, fall, stichtag);
  return ZUGAENGE.length;
}
