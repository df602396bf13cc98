import { randomUUID } from 'node:crypto';
import { nebeneinander } from '../../activities/nebeneinander.ts';
import { systemuhr } from '../../api/kern/uhr.ts';
import type { Vormerkung } from '../../api/arbeitslisten/formen.ts';
import type { Vorschlaegeansicht } from '../../api/zuordnung/formen.ts';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { kuendigeNeuenTeamsAn } from '../../db/team.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { starteApi, type Pruefapi } from '../probehaus/api.ts';
import { legePersonAn, PERSONAL, TEAM } from '../probehaus/stammdaten.ts';
import { baueStand, echtzeitserver } from '../probehaus/stand.ts';
import { zustellungsanstoss } from '../../worker/anstoss.ts';

const FAELLE = 400;
const VORMERKUNGEN = 30;
const FM = 8;
/** Cases that are taken over at the same time. */
const GLEICHZEITIG = 8;
const ZIEL_MS = 100;

type Abschluss = { readonly fakten: { readonly zugeordnet: number } };
type Ruf = <T>(wer: string, pfad: string, rumpf?: unknown) => Promise<T>;

function rufer(api: Pruefapi): Ruf {
  const tokens = new Map<string, Promise<string>>();
  const token = (wer: string): Promise<string> => {
    const bekannt = tokens.get(wer) ?? api.token(wer);
    tokens.set(wer, bekannt);
    return bekannt;
  };
  return async <T>(wer: string, pfad: string, rumpf?: unknown): Promise<T> => {
    const antwort = await fetch(`${api.url}/api/v1${pfad}`, {
      method: rumpf === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${await token(wer)}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      ...(rumpf === undefined ? {} : { body: JSON.stringify(rumpf) }),
    });
    const inhalt: unknown = await antwort.json();
    if (!antwort.ok) throw new Error(`${pfad} ergibt ${antwort.status}: ${JSON.stringify(inhalt)}`);
    // The contracts of the routes say what comes; the API checks its own answers in its tests.
    return inhalt as T;
  };
}

/** Eight Fallmanager: the three of the demo and five more; every second one speaks Turkish. */
async function legeFmAn(db: Datenbank): Promise<string[]> {
  const neue = Array.from({ length: FM - 3 }, () => randomUUID());
  await mitAkteur(db, { system: 'wartung' }, async (tx) => {
    for (const [nummer, id] of neue.entries()) {
      await tx.insert(tabellen.mitarbeitende).values({
        id,
        subjekt: id,
        anzeigename: `Demo Fallmanagement ${nummer + 4}`,
        email: `fm${nummer + 4}@jobcenter.example`,
        rolle: 'fm',
        teamId: TEAM,
        anteil: nummer % 2 === 0 ? 0.5 : 1,
        sprachen: nummer % 2 === 0 ? ['tr'] : [],
      });
    }
  });
  return [PERSONAL.fm, PERSONAL.fm2, PERSONAL.fm3, ...neue];
}

const jeweils = (anzahl: number, tue: (nummer: number) => Promise<unknown>): Promise<unknown> =>
  nebeneinander([...Array(anzahl).keys()], GLEICHZEITIG, tue);

async function fuelle(db: Datenbank, ruf: Ruf, fm: readonly string[]): Promise<void> {
  const heute = ortstag(systemuhr.jetzt());
  const vor = (tage: number): string => plusTage(heute, -tage);
  await jeweils(FAELLE, async (nummer) => {
    const person = await legePersonAn(db, `bench-fall-${nummer}`);
    const zuordnung = { am: vor(90), fm: fm[nummer % fm.length] };
    const zugang = { uebernahmegespraechAm: vor(80), erstgespraechAm: vor(80), fallzugangAm: vor(75) };
    const bestand = { vorgemerktAm: vor(100), zuordnung, ...zugang, kontakteAm: [vor(10)] };
    await ruf(PERSONAL.tl, '/faelle/uebernahme', { person, bestand });
  });
  await jeweils(VORMERKUNGEN, async (nummer) => {
    const person = await legePersonAn(db, `bench-vormerkung-${nummer}`);
    await ruf(PERSONAL.pap, '/faelle', { person, gruende: 'Mehrere Hemmnisse.', erlaeutertAm: heute });
  });
}

async function gemessen<T>(tue: () => Promise<T>): Promise<{ ms: number; wert: T }> {
  const beginn = performance.now();
  const wert = await tue();
  return { ms: performance.now() - beginn, wert };
}

const alsText = (zeiten: readonly number[]): string => {
  const sortiert = [...zeiten].sort((a, b) => a - b);
  const bei = (anteil: number): string =>
    (sortiert[Math.ceil(sortiert.length * anteil) - 1] ?? NaN).toFixed(1);
  return `Median ${bei(0.5)} ms, 95 % ${bei(0.95)} ms, längste ${bei(1)} ms`;
};

/** The meeting: the list, suggestions for each Vormerkung, the first one taken. */
async function besprechung(ruf: Ruf): Promise<void> {
  const warteschlange = (): Promise<{ eintraege: Vormerkung[] }> =>
    ruf(PERSONAL.tl, '/arbeitslisten/vormerkungen?limit=100');
  const liste = await gemessen(warteschlange);
  const { eintraege } = liste.wert;
  if (eintraege.length !== VORMERKUNGEN) throw new Error(`${eintraege.length} Vormerkungen auf der Liste`);
  console.log(`team Liste mit ${VORMERKUNGEN} Vormerkungen: ${liste.ms.toFixed(1)} ms`);
  const vorschlag = (fallId: string): Promise<{ ms: number; wert: Vorschlaegeansicht }> =>
    gemessen(() => ruf(PERSONAL.tl, `/faelle/${fallId}/zuordnung/vorschlaege`));
  const zeiten: number[] = [];
  for (const { fallId } of eintraege) zeiten.push((await vorschlag(fallId)).ms);
  console.log(`team Vorschläge je Vormerkung: ${alsText(zeiten)} (Ziel ${ZIEL_MS} ms)`);
  if (Math.max(...zeiten) > ZIEL_MS) process.exitCode = 1;
  const ganze = await gemessen(async () => {
    for (const { fallId } of eintraege) {
      const { wert } = await vorschlag(fallId);
      const fm = wert.vorschlaege[0]?.fm.id;
      await ruf(PERSONAL.tl, `/faelle/${fallId}/zuordnung`, { fm });
    }
  });
  const abschluss = await gemessen(() =>
    ruf<Abschluss>(PERSONAL.tl, `/teams/${TEAM}/kalender/besprechungen`, {
      protokoll: 'Liste durchgegangen.',
    }),
  );
  const { zugeordnet } = abschluss.wert.fakten;
  if (zugeordnet !== VORMERKUNGEN) throw new Error(`Die Besprechung nennt ${zugeordnet} Zuordnungen`);
  const uebrig = (await warteschlange()).eintraege.length;
  if (uebrig > 0) throw new Error(`${uebrig} Vormerkungen sind noch offen`);
  const dauer = `${ganze.ms.toFixed(0)} ms, Abschluss ${abschluss.ms.toFixed(0)} ms`;
  console.log(`team ganze Besprechung, ${VORMERKUNGEN} Zuordnungen nach Vorschlag: ${dauer}`);
}

/** A team with 8 FM, 400 open cases and 30 Vormerkungen over HTTP, PostgreSQL and real workflows (issue 4). */
export async function benchTeam(): Promise<void> {
  const stand = await baueStand({ temporal: await echtzeitserver() });
  const haltWorker = await stand.starteWorker();
  const api = await starteApi({
    db: stand.apiDb,
    tresor: stand.tresor,
    client: stand.client,
    uhr: systemuhr,
  });
  try {
    const ruf = rufer(api);
    const fm = await legeFmAn(stand.db);
    await mitAkteur(stand.db, { system: 'wartung' }, (tx) => kuendigeNeuenTeamsAn(tx, systemuhr.jetzt()));
    await zustellungsanstoss(stand.client)();
    const gefuellt = await gemessen(() => fuelle(stand.db, ruf, fm));
    console.log(`team ${FM} FM, ${FAELLE} offene Fälle, angelegt in ${(gefuellt.ms / 1000).toFixed(0)} s`);
    await besprechung(ruf);
  } finally {
    await api.stop();
    await haltWorker();
    await stand.beende();
  }
}
