import { ROUTEN } from '../../../api/routen.ts';
import { ROLLEN, type Rolle } from '../../../domain/kennungen.ts';
import { tatort } from '../../../web/kern/taten.ts';
import { FALLBEFEHLE } from '../../../web/tun/moeglich.ts';
import { darfSchreiben, lesbar, OPERATIONEN, type Operation } from '../matrix-wege.ts';
import { BRIEF } from '../matrixereignisse.ts';
import { kundennummer, marke, type Weltfall } from '../matrixwelt.ts';
import { formularVon } from './erreichbar.ts';
import { verweiseIn } from './gang.ts';
import type { Abruf } from '../../../tools/probehaus/seiten.ts';
import { darfHausseite, darfSeite, OHNE_FALLSEITE, SEITENRECHTE, type Seitenrecht } from './rechte.ts';

/** Opens an address as the colleague of a role. */
export type Rufe = (rolle: Rolle, pfad: string) => Promise<Abruf>;

const KLASSEN = ['K0', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6'];
const NIRGENDS = '00000000-0000-4000-8000-000000000000';

const verweigert = ({ status }: Abruf): boolean => status === 403 || status === 404;

const adresse = (zeile: string, werte: Readonly<Record<string, string>>): string =>
  zeile.replace('get ', '').replaceAll(/:(\w+)/gu, (_, name: string) => werte[name] ?? NIRGENDS);

const operationVon = (name: string): Operation => {
  const route = ROUTEN.find((eine) => eine.name === name);
  const op = OPERATIONEN.find((eine) => eine.op === `${route?.methode ?? ''} ${route?.pfad ?? ''}`);
  if (op === undefined) throw new Error(`Keine Operation heißt ${name}`);
  return op;
};

/** Commands on a case, with their titles as a page calls what is not possible now. */
const FALLSCHREIBEN = FALLBEFEHLE.map(({ vertrag, route }) => ({
  name: route.name,
  titel: vertrag.titel,
  befehl: vertrag.befehl,
  operation: operationVon(route.name),
}));

/** Writes that stand on a page by the right alone, whatever there is to write about. */
const JE_SEITE: Readonly<Record<string, readonly string[]>> = {
  'get /faelle/:fallId/akte': [
    'erfasseEaktenverweis',
    'bestreite',
    'beantrageLoeschung',
    'setzeLoeschsperre',
  ],
  'get /personen/:personId': [
    ...['aenderePerson', 'legeBegleitpersonAn', 'erstelleProfil', 'erfasseNeuzugang'],
    ...['erfasseHandlungsbedarf', 'erteileEinwilligung'],
  ],
};

type Zelle = { readonly zeile: string; readonly rolle: Rolle; readonly fall: Weltfall };

const satz = ({ zeile, rolle, fall }: Zelle, was: string): string =>
  `${was}: ${zeile} als ${rolle} bei ${fall.name}`;

/** Texts of classes the page must not hold, and on the page of the case those it must. */
function inhalt(zelle: Zelle, html: string): string[] {
  const { zeile, rolle, fall } = zelle;
  const hat = lesbar(rolle, fall.name, zeile.includes('/personen/') ? 'person' : 'fall');
  const name = lesbar(rolle, fall.name, 'person').includes('K0') ? ['K0'] : [];
  const darf = new Set([...hat, ...name]);
  const verschweigt = zeile === 'get /faelle/:fallId' ? hat.filter((k) => k !== 'K7') : [];
  return [
    ...KLASSEN.filter((k) => !darf.has(k) && html.includes(`Marke${k}von`)).map((k) =>
      satz(zelle, `zeigt ${k}`),
    ),
    ...verschweigt
      .filter((k) => !html.includes(marke(k, fall.name)))
      .map((k) => satz(zelle, `verschweigt ${k}`)),
  ];
}

/** Which writes a page offers, or names with the reason why not now. */
function angebotene(html: string): Set<string> {
  const offen = verweiseIn(html, '/').map(formularVon);
  const spaeter = FALLSCHREIBEN.filter(({ titel }) =>
    html.includes(`<span class="gesperrt">${titel}.</span>`),
  );
  return new Set([...offen.flatMap((name) => name ?? []), ...spaeter.map(({ name }) => name)]);
}

/** What somebody could do on this page and is not offered, and what is offered and not theirs. */
function taten(zelle: Zelle, html: string): string[] {
  const { zeile, rolle, fall } = zelle;
  const namen =
    zeile === 'get /faelle/:fallId' ? FALLSCHREIBEN.map(({ name }) => name) : (JE_SEITE[zeile] ?? []);
  const hier = angebotene(html);
  return namen.flatMap((name) => {
    const darf = darfSchreiben(operationVon(name), rolle, fall.name);
    if (darf === hier.has(name)) return [];
    return [satz(zelle, darf ? `bietet ${name} nicht an` : `bietet ${name} an`)];
  });
}

/** Pages a link to the log (K7) stands on, for those who may read it and nobody else. */
const PROTOKOLLE: Readonly<Record<string, string>> = {
  'get /faelle/:fallId': 'get /api/v1/faelle/{fallId}/protokoll',
  'get /personen/:personId': 'get /api/v1/personen/{personId}/protokoll',
};

function protokollverweis(zelle: Zelle, html: string): string[] {
  const { zeile, rolle, fall } = zelle;
  const op = PROTOKOLLE[zeile];
  if (op === undefined) return [];
  const darf = darfSeite([op], rolle, fall.name);
  const da = html.includes(`href="${adresse(zeile, werteVon(fall))}/protokoll"`);
  return darf === da ? [] : [satz(zelle, darf ? 'führt nicht zum Protokoll' : 'führt zum Protokoll')];
}

const werteVon = ({ fallId, personId, frist }: Weltfall): Record<string, string> => ({
  ...frist,
  ...{ fallId, personId, sequenz: BRIEF, nummer: '1' },
});

/** Wrong shows and wrong hides; behind a right to a form, the state may still say no. */
function urteil(zelle: Zelle, darf: boolean, abruf: Abruf): string[] {
  const geht = abruf.status === 200 || (darf && abruf.status === 409);
  if (!geht && !verweigert(abruf)) return [satz(zelle, `Fehler ${String(abruf.status)}`)];
  return darf === geht ? [] : [satz(zelle, darf ? 'fehlt' : 'zu viel')];
}

const gezeigtes = (zelle: Zelle, { status, html }: Abruf): string[] =>
  status === 200 ? [...inhalt(zelle, html), ...taten(zelle, html), ...protokollverweis(zelle, html)] : [];

const FALLSEITE = 'get /faelle/:fallId';

/** So many of them, beginning somewhere else each time: together all of them. */
const reihum = <T>(alle: readonly T[], ab: number, wieviele: number): T[] =>
  alle.flatMap((eines, stelle) => ((stelle + ab * wieviele) % alle.length < wieviele ? [eines] : []));

/** Every page about a case or a person × role × relation: the page of the case at each, the others at some in turn. @returns what is wrong, and how much was looked at */
export async function pruefeFallseiten(
  rufe: Rufe,
  faelle: readonly Weltfall[],
  jeSeite: number,
): Promise<{ falsch: string[]; zellen: number }> {
  const seiten = Object.entries(SEITENRECHTE).flatMap(([zeile, recht]) =>
    recht.art === 'fall' ? [{ zeile, steht: recht.steht }] : [],
  );
  const falsch: string[] = [];
  let zellen = 0;
  for (const [nummer, { zeile, steht }] of seiten.entries())
    for (const [stelle, rolle] of ROLLEN.entries())
      for (const fall of reihum(faelle, nummer + stelle, zeile === FALLSEITE ? faelle.length : jeSeite)) {
        const zelle = { zeile, rolle, fall };
        const abruf = await rufe(rolle, adresse(zeile, werteVon(fall)));
        zellen += 1;
        // Behind the right, there is no such release in this case.
        const darf = darfSeite(steht, rolle, fall.name) && !zeile.includes(':einwilligung');
        falsch.push(...urteil(zelle, darf, abruf), ...gezeigtes(zelle, abruf));
      }
  return { falsch, zellen };
}

/** What a list or another page of the house shows of a case or a person that is not the colleague's to see. */
function zeilen(zelle: Zelle, html: string): string[] {
  const { rolle, fall } = zelle;
  const hat = [...lesbar(rolle, fall.name, 'fall'), ...lesbar(rolle, fall.name, 'person')];
  const name = [marke('K0', fall.name), fall.personId, kundennummer(fall.name)].some((wort) =>
    html.includes(wort),
  );
  const orte = [...html.matchAll(/href="([^"]*)"/gu)].map(([, ort = '']) => ort);
  const zumFall = orte.filter((ort) => ort.startsWith(`/faelle/${fall.fallId}`));
  const zumProtokoll = zumFall.filter((ort) => ort.endsWith('/protokoll'));
  const liest = hat.includes('K1') && !OHNE_FALLSEITE.includes(rolle);
  return [
    ...(zumFall.length > zumProtokoll.length && !liest ? [satz(zelle, 'führt zum Fall')] : []),
    ...(zumProtokoll.length > 0 && !hat.includes('K7') ? [satz(zelle, 'führt zum Protokoll')] : []),
    ...(name && !hat.includes('K0') ? [satz(zelle, 'zeigt K0')] : []),
  ];
}

/** Every page of the house and every list × role. */
export async function pruefeHausseiten(
  rufe: Rufe,
  faelle: readonly Weltfall[],
  werte: Readonly<Record<string, string>>,
): Promise<{ falsch: string[]; zellen: number }> {
  const istHaus = ([zeile, { art }]: [string, Seitenrecht]): boolean =>
    zeile.startsWith('get ') && (art === 'haus' || art === 'rollen');
  const falsch: string[] = [];
  let zellen = 0;
  for (const [zeile, recht] of Object.entries(SEITENRECHTE).filter(istHaus))
    for (const rolle of ROLLEN) {
      const id = zeile.includes('migrationen') ? werte['migration'] : werte['mitarbeitende'];
      const abruf = await rufe(rolle, adresse(zeile, { ...werte, id: id ?? NIRGENDS, kapitel: 'heute' }));
      zellen += 1;
      const darf = darfHausseite(recht, rolle);
      if (abruf.status !== 200 && !verweigert(abruf))
        falsch.push(`Fehler ${String(abruf.status)}: ${zeile} als ${rolle}`);
      else if (darf === verweigert(abruf))
        falsch.push(`${darf ? 'fehlt' : 'zu viel'}: ${zeile} als ${rolle}`);
      falsch.push(...faelle.flatMap((fall) => zeilen({ zeile, rolle, fall }, abruf.html)));
    }
  return { falsch, zellen };
}

/** The form of every command on a case, for some roles in turn, at some cases in turn. */
export async function pruefeFallformulare(
  rufe: Rufe,
  faelle: readonly Weltfall[],
  { rollen, jeRolle }: { readonly rollen: number; readonly jeRolle: number },
): Promise<{ falsch: string[]; zellen: number }> {
  const falsch: string[] = [];
  let zellen = 0;
  for (const [nummer, { befehl, operation }] of FALLSCHREIBEN.entries())
    for (const rolle of reihum(ROLLEN, nummer, rollen))
      for (const fall of reihum(faelle, nummer + ROLLEN.indexOf(rolle), jeRolle)) {
        const zelle = { zeile: `Formular ${befehl}`, rolle, fall };
        const abruf = await rufe(rolle, tatort(fall.fallId, befehl));
        zellen += 1;
        const darf = darfSchreiben(operation, rolle, fall.name) && !OHNE_FALLSEITE.includes(rolle);
        falsch.push(...urteil(zelle, darf, abruf));
      }
  return { falsch, zellen };
}
