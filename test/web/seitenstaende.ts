import type { Page } from 'playwright-core';
import type { Wer } from './haus.ts';

/** What the pages are looked at with: ids and addresses of one of everything. */
export type Welt = Readonly<
  Record<
    | 'fall'
    | 'person'
    | 'wartend'
    | 'ueberfaellig'
    | 'team'
    | 'policy'
    | 'migration'
    | 'erbringer'
    | 'kollegin'
    | 'brief'
    | 'entbindung',
    string
  >
>;

/** A page as somebody has it before them: after its address, or after what they did there. */
export type Stand = {
  readonly wer: Wer;
  /** Below the address of the house. */
  readonly ort: (welt: Welt) => string;
  /** In words; the address alone says it when absent. */
  readonly als?: string;
  readonly tue?: (seite: Page) => Promise<void>;
};

const offen = (wer: Wer, ort: Stand['ort'] | string): Stand => ({
  wer,
  ort: typeof ort === 'string' ? () => ort : ort,
});
const danach = (stand: Stand, als: string, tue: NonNullable<Stand['tue']>): Stand => ({ ...stand, als, tue });

const drueckt =
  (knopf: string | RegExp) =>
  async (seite: Page): Promise<void> => {
    await seite.getByRole('button', { name: knopf }).last().click();
    await seite.waitForLoadState('load');
  };
/** Sends a form as it is: something is missing in it. */
const leer = (stand: Stand): Stand =>
  danach(stand, 'leer abgeschickt', async (seite) => {
    await drueckt('Festhalten')(seite);
    await seite.getByRole('alert').waitFor();
  });
const sucht = (stand: Stand, wen: string): Stand =>
  danach(stand, `sucht ${wen}`, async (seite) => {
    await seite.getByLabel('Name, Geburtsdatum, Kunden- oder Fallnummer').fill(wen);
    await drueckt('Suchen')(seite);
  });

const fall =
  (rest = '') =>
  ({ fall: id }: Welt) =>
    `/faelle/${id}${rest}`;
const person =
  (rest = '') =>
  ({ person: id }: Welt) =>
    `/personen/${id}${rest}`;

const kontakt = offen('fm', ({ ueberfaellig }) => `/faelle/${ueberfaellig}/tun/kontakt-erfassen`);
const ueberpruefung = offen('fm', fall('/tun/ueberpruefen'));
const vormerkung = offen('pap', '/beginnen/vormerken');
const anPerson = offen('pap', person('/beginnen/vormerken'));
const schreibt = offen('pap', '/tun/legePersonAn');
const antwort = offen('tl', ({ wartend }) => `/besprechung/${wartend}/vormerkung-beantworten`);
const zugriff = offen('fm2', fall('/zugriff'));

/** A page of which only forms know: what it answers is the state of one of them. */
const vonFormular: readonly Stand[] = [];

/** Every page with the states it can be in; one without a row fails the test. */
export const SEITENSTAENDE: Readonly<Record<string, readonly Stand[]>> = {
  'get /': [offen('fm', '/'), offen('tl', '/'), offen('pap', '/'), offen('controlling', '/')],
  'get /hilfe': [offen('fm', '/hilfe')],
  'get /hilfe/:kapitel': [
    offen('fm', '/hilfe/heute'),
    offen('datenschutz', '/hilfe/datenschutz'),
    // For everybody, signed in or not.
    offen('fm', '/barrierefreiheit'),
    offen('fm', '/einfach-erklaert'),
  ],
  'get /eingang': [offen('fm', '/eingang'), offen('fm', '/eingang?offset=50')],
  'post /eingang/:id/gelesen': vonFormular,
  'get /faelle': [offen('fm', '/faelle'), offen('fm3', '/faelle')],
  'get /vormerkungen': [offen('pap', '/vormerkungen'), offen('tl', '/vormerkungen')],
  'get /beginnen/:befehl': [vormerkung],
  'post /beginnen/:befehl': [leer(vormerkung)],
  'get /personen': [offen('pap', '/personen')],
  'post /personen': [
    sucht(offen('pap', '/personen'), 'Prüfperson'),
    sucht(offen('pap', '/personen'), 'gibt es nicht'),
  ],
  'get /personen/:personId': [offen('fm', person()), offen('tl', person())],
  'get /personen/:personId/protokoll': [offen('fm', person('/protokoll'))],
  'get /personen/:personId/beginnen/:befehl': [anPerson],
  'post /personen/:personId/beginnen/:befehl': [leer(anPerson)],
  'get /tun/:name{/:erste}{/:zweite}': [schreibt],
  'post /tun/:name{/:erste}{/:zweite}': [leer(schreibt)],
  'get /haus': [offen('tl', '/haus')],
  'get /haus/mitarbeitende': [offen('tl', '/haus/mitarbeitende')],
  'get /haus/mitarbeitende/:id': [offen('tl', ({ kollegin }) => `/haus/mitarbeitende/${kollegin}`)],
  'get /haus/teams': [offen('tl', '/haus/teams')],
  'get /haus/themen': [offen('tl', '/haus/themen')],
  'get /haus/kalender': [offen('tl', '/haus/kalender')],
  'get /haus/zugriffe': [offen('datenschutz', '/haus/zugriffe')],
  'get /haus/beanstandungen': [offen('tl', '/haus/beanstandungen')],
  'get /haus/loeschantraege': [offen('tl', '/haus/loeschantraege')],
  'get /haus/loeschsperren': [offen('tl', '/haus/loeschsperren')],
  'get /haus/angebotsluecken': [offen('tl', '/haus/angebotsluecken')],
  'get /haus/policies': [offen('tl', '/haus/policies')],
  'get /haus/policies/:name': [offen('bereichsleitung', ({ policy }) => `/haus/policies/${policy}`)],
  'get /haus/migrationen/:id': [
    offen('bereichsleitung', ({ migration }) => `/haus/migrationen/${migration}`),
  ],
  'get /netzwerk': [offen('koordinator', '/netzwerk')],
  'get /netzwerk/:erbringerId': [offen('koordinator', ({ erbringer }) => `/netzwerk/${erbringer}`)],
  'get /faelle/:fallId/akte': [offen('fm', fall('/akte'))],
  'get /faelle/:fallId/protokoll': [offen('fm', fall('/protokoll'))],
  'get /faelle/:fallId/zugriff': [zugriff],
  'post /faelle/:fallId/zugriff': [leer(zugriff)],
  'get /besprechung': [offen('tl', '/besprechung'), offen('tl', '/besprechung?namen=ja')],
  'post /besprechung': vonFormular,
  'get /besprechung/abschluss': [offen('tl', '/besprechung/abschluss')],
  'get /besprechung/:fallId/:befehl': [antwort],
  'post /besprechung/:fallId/:befehl': [leer(antwort)],
  'get /team': [offen('tl', '/team'), offen('fm', '/team'), offen('controlling', '/team')],
  'get /team/fristen': [offen('tl', '/team/fristen')],
  'get /fristen': [
    offen('fm', '/fristen'),
    offen('fm', '/fristen?regel=CAL-F&ereignis=2026-11-24&anzahl=1&einheit=monate&land=HB'),
    offen('fm', '/fristen?regel=CAL-F&ereignis=2026-11-24&anzahl=viele&einheit=monate&land=HB'),
  ],
  'get /konto': [offen('fm', '/konto')],
  'post /konto/kalender': vonFormular,
  'post /konto/kalender/widerruf': vonFormular,
  'post /entwurf': vonFormular,
  'post /entwurf/verwerfen': vonFormular,
  'get /faelle/:fallId': [
    offen('fm', fall()),
    offen('tl', fall()),
    offen('pap', fall()),
    offen('fm', fall('?stand=2026-10-01')),
    offen('fm', fall('?stand=morgen')),
    // Nobody may look at it; and there is none.
    offen('fm2', fall()),
    offen('fm', '/faelle/00000000-0000-4000-8000-000000000000'),
    offen('fm', '/gibt-es-nicht'),
  ],
  'get /faelle/:fallId/fristen/:fristId/:vorkommen': [offen('fm', fall('/fristen/T-10/1'))],
  'get /faelle/:fallId/blatt': [offen('fm', fall('/blatt'))],
  'get /faelle/:fallId/uebergabe': [
    offen('fm', fall('/uebergabe')),
    offen('tl', ({ wartend }) => `/faelle/${wartend}/uebergabe`),
  ],
  // A file.
  'get /faelle/:fallId/uebergabe/:nummer.ics': vonFormular,
  'get /faelle/:fallId/unterlagen': [offen('fm', fall('/unterlagen'))],
  'get /faelle/:fallId/schreiben/:sequenz': [offen('fm', ({ brief }) => brief)],
  'get /faelle/:fallId/entbindungen/:einwilligung': [offen('fm', ({ entbindung }) => entbindung)],
  'get /faelle/:fallId/tun/:befehl': [ueberpruefung, kontakt],
  'post /faelle/:fallId/tun/:befehl': [
    leer(ueberpruefung),
    danach(ueberpruefung, 'Vorschau', drueckt('Vorschau der Fristen')),
    danach(kontakt, 'zwischengespeichert', drueckt('Zwischenspeichern')),
    danach(kontakt, 'festgehalten', async (seite) => {
      await seite.getByLabel('Vermerk').fill('Telefonat geführt.');
      await drueckt('Festhalten')(seite);
      await seite.getByRole('status').first().waitFor();
    }),
  ],
};
