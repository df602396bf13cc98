import { setTimeout as warte } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { mitAkteur } from '../../../db/client.ts';
import { setzeMailwahl } from '../../../db/mailwahl.ts';
import { zaehleOffeneSendungen } from '../../../db/nachrichten.ts';
import { ROUTEN } from '../../../api/routen.ts';
import { OHNE_WAHL } from '../../../domain/mail/mailwahl.ts';
import { PERSONAL, TEAM } from '../../../tools/probehaus/stammdaten.ts';
import { PLAENE, sicherePlaene } from '../../../worker/zeitplan.ts';
import { LOESCHUNG_ID, RUNDGANG_ID, VERANKERUNG_ID } from '../../../workflows/contract.ts';
import { geheUmher } from '../seiten/gang.ts';
import { NACHTS } from '../umfang.ts';
import { volleEingabe } from '../eingaben.ts';
import { ABLAEUFE } from '../operationen/alle.ts';
import { HEUTE, pfadVon, type Wer } from '../operationen/bedienung.ts';
import { bis, type Kanarienwelt } from './welt.ts';

const GLEICHZEITIG = 4;
const SATZ = 'Ein eigener Satz mit mehr als zwanzig Zeichen.';
const system = { system: 'wartung' } as const;

const NICHTS_ZUGESTELLT = { uebrig: 0, gescheitert: 0, postGestoert: false } as const;

/** Every operation once with success, then so many persons with a file and a case of their own. */
export async function geradeWege(welt: Kanarienwelt, faelle: number): Promise<void> {
  for (const ablauf of Object.values(ABLAEUFE)) await ablauf(welt.wie);
  // News come late, as after an outage: each check record hears once what has become of its person.
  const { activities } = welt.stand;
  await welt.haltWorker();
  await welt.starteWorker({ ...activities, stelleZu: () => Promise.resolve(NICHTS_ZUGESTELLT) });
  const arbeite = async (): Promise<void> => {
    while (welt.faelle.length < faelle) await ABLAEUFE['personenakte']?.(welt.wie);
  };
  await Promise.all(Array.from({ length: GLEICHZEITIG }, arbeite));
  await welt.haltWorker();
  await welt.starteWorker();
  await activities.stosseZustellungAn();
  await bis('ein leerer Postausgang', () =>
    mitAkteur(welt.stand.db, system, async (tx) => ((await zaehleOffeneSendungen(tx)) === 0 ? true : null)),
  );
}

const WERTE = Object.keys(PERSONAL) as Wer[];

/** Each operation with every field of its schema filled, to one case after the other: much of it is refused. */
export async function jedeOperation({ faelle, rufe }: Kanarienwelt): Promise<void> {
  for (const [nummer, { methode, pfad, rollen, rumpf }] of ROUTEN.entries()) {
    const { fallId = '', person = '' } = faelle[nummer % faelle.length] ?? {};
    const vorrat = { heute: HEUTE, person, personal: PERSONAL.fm, satz: SATZ };
    const eingabe = rumpf === null ? undefined : volleEingabe(z.toJSONSchema(rumpf, { io: 'input' }), vorrat);
    const werte = {
      fallId,
      personId: person,
      teamId: TEAM,
      vorkommen: '1',
      fristId: 'T-01',
      sequenz: '1',
      tag: HEUTE,
    };
    const ort = pfadVon(pfad, werte, fallId);
    for (const wer of new Set([WERTE.find((w) => rollen.some((rolle) => rolle === w)), 'fm'] as const))
      await rufe(wer ?? 'tl', { methode, pfad: ort, rumpf: eingabe });
  }
}

const BLICKENDE: readonly Wer[] = [
  'fm',
  'tl',
  ...(NACHTS ? (['pap', 'datenschutz', 'koordinator'] as const) : []),
];

/** The pages, as those see them who see most; a form that is wrong, one that is right, a search. */
export async function seitenwege({ besuche, buch, faelle: [fall] }: Kanarienwelt): Promise<number> {
  let seiten = 0;
  for (const wer of BLICKENDE) {
    const gang = { besuche, subjekt: PERSONAL[wer], ab: ['/'], jeArt: 1, unterscheide: () => '' };
    seiten += (await geheUmher(gang)).length;
  }
  const ort = `/faelle/${fall?.fallId ?? ''}/tun/kontakt-erfassen`;
  const vermerk = `Ein Gespräch am Telefon, ${buch.neue('Seite: Vermerk')}.`;
  const kontakt = { anlass: 'laufend', art: 'telefon', status: 'durchgefuehrt', vermerk };
  const formulare: readonly (readonly [ort: string, felder: Record<string, string>])[] = [
    [ort, { ...kontakt, ereignisAm: buch.neue('Seite: Tag') }],
    [ort, { ...kontakt, [buch.neue('Seite: Feldname')]: 'x' }],
    ['/personen', { suche: buch.neue('Seite: Suche') }],
  ];
  for (const [wohin, felder] of formulare) await besuche(PERSONAL.fm, wohin, new URLSearchParams(felder));
  return seiten;
}

/** What a client does wrong, with words of a person where none belong. */
export async function falscheWege({ api, buch, faelle: [fall] }: Kanarienwelt): Promise<number[]> {
  const neu = (was: string): string => buch.neue(`falsch: ${was}`);
  const token = await api.token(PERSONAL.pap);
  const ruf = async (pfad: string, header: Record<string, string>, body?: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...header };
    const methode = body === undefined ? {} : { method: 'POST', body };
    return (await fetch(`${api.url}/api/v1${pfad}`, { headers, ...methode })).status;
  };
  const schluessel = { 'idempotency-key': crypto.randomUUID() };
  const akte = `/faelle/${fall?.fallId ?? ''}`;
  return [
    await ruf(`/${neu('Adresse')}`, {}),
    await ruf(`/faelle/${neu('Kennung')}`, {}),
    await ruf(`/faelle?limit=${neu('Abfrage')}`, {}),
    await ruf(`/faelle?${neu('Abfragefeld')}=1`, {}),
    await ruf('/faelle', { authorization: `Bearer ${neu('Token')}` }),
    await ruf('/faelle', { authorization: `Bearer ${neu('Token')}.${neu('Token')}.${neu('Token')}` }),
    await ruf('/faelle', { authorization: `Bearer ${await api.token(neu('Subjekt'))}` }),
    await ruf('/faelle', { 'idempotency-key': neu('Schlüssel') }, '{}'),
    await ruf('/faelle', schluessel, `{"gruende": "${neu('kein JSON')}`),
    await ruf('/faelle', schluessel, `"${neu('kein Objekt')}"`),
    await ruf('/faelle', schluessel, JSON.stringify({ [neu('Feldname')]: neu('unbekanntes Feld') })),
    await ruf('/faelle', schluessel, JSON.stringify({ person: neu('keine Kennung'), gruende: 4711 })),
    await ruf('/faelle', schluessel, JSON.stringify({ gruende: neu('zu groß').repeat(40_000) })),
    await ruf('/faelle', schluessel, JSON.stringify({ gruende: `${neu('kein Text')}\u0000` })),
    await ruf('/faelle', { ...schluessel, 'content-type': neu('Format') }, neu('Rumpf')),
    await ruf(`${akte}/kontakte`, schluessel, JSON.stringify({ status: neu('kein Wert der Liste') })),
    await ruf(`${akte}/kontakte`, schluessel, JSON.stringify({ begruendungen: { [neu('Regel')]: SATZ } })),
    await ruf('/rueckmeldungen/ansicht', {}, JSON.stringify({ zugang: neu('Zugang') })),
  ];
}

/** For a while PostgreSQL refuses what is recorded and quotes the name of the person; then it goes on. */
export async function gestoerteAufzeichnung({ stand, faelle, rufe }: Kanarienwelt): Promise<number> {
  const fall = faelle.at(-1);
  const lege = (was: ReturnType<typeof sql>): Promise<unknown> =>
    mitAkteur(stand.db, system, (tx) => tx.execute(was));
  await lege(sql`create function stoere() returns trigger language plpgsql security definer as $$
    declare wer text;
    begin
      select p.name || ' ' || p.geburtsdatum into wer from person p join fall f on f.person_id = p.id where f.id = new.fall_id;
      raise exception 'Der Eintrag zu % passt nicht: "%"', new.fall_id, wer using detail = wer;
    end $$`);
  await lege(
    sql`create trigger stoerung before insert on fall_ereignis for each row execute function stoere()`,
  );
  const kontakt = { anlass: 'laufend', art: 'telefon', status: 'durchgefuehrt', ereignisAm: HEUTE };
  const laeuft = rufe('fm', {
    methode: 'post',
    pfad: `/api/v1/faelle/${fall?.fallId ?? ''}/kontakte`,
    rumpf: { ...kontakt, vermerk: 'Ein Gespräch am Telefon über die Wohnung.' },
  });
  await warte(1_500);
  await lege(sql`drop trigger stoerung on fall_ereignis`);
  return (await laeuft).status;
}

/** The mail server refuses and quotes a name; later it takes the mail. */
export async function gestoertePost({ stand, buch, wie }: Kanarienwelt): Promise<void> {
  const abgelehnte = (): Promise<number | null> =>
    mitAkteur(stand.db, system, async (tx) => {
      const [zeile] = await tx.execute<{ anzahl: number }>(
        sql`select count(*)::int as anzahl from ausgang where letzter_fehler is not null`,
      );
      return (zeile?.anzahl ?? 0) > 0 ? 1 : null;
    });
  stand.postfach.weiseAb(
    `Kein Postfach für ${buch.neue('Mailserver')} <${buch.neue('Mailserver')}@jobcenter.example>`,
  );
  // Whoever wants single mails gets one now, not in the morning.
  await mitAkteur(stand.db, system, async (tx) => {
    for (const wer of Object.values(PERSONAL))
      await setzeMailwahl(tx, wer, { ...OHNE_WAHL, mitteilung: 'sofort', am: `${HEUTE}T08:00:00Z` });
  });
  await wie.a.merkeVor('gestoerte-post');
  await bis('eine abgewiesene Mail', abgelehnte);
  stand.postfach.weiseAb(null);
}

/** The workflows no request starts: the schedules of a night. */
export async function nachtlaeufe({ client }: Kanarienwelt['stand']): Promise<void> {
  await sicherePlaene(client);
  for (const plan of Object.keys(PLAENE)) await client.schedule.getHandle(plan).trigger();
  for (const workflowId of [LOESCHUNG_ID, VERANKERUNG_ID, RUNDGANG_ID])
    await bis(workflowId, async () => {
      for await (const { status } of client.workflow.list({
        query: `WorkflowId STARTS_WITH '${workflowId}'`,
      }))
        if (status.name === 'COMPLETED') return true;
      return null;
    });
}
