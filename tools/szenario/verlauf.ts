import { VERTRAEGE } from '../../api/befehle/vertraege.ts';
import { anlassname, phasenname } from '../../domain/fall/bezeichnungen.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import type { Fristid } from '../../domain/kennungen.ts';
import { FRISTLAEUFE, type Fristverlegung } from '../../domain/pflicht/frist.ts';
import { pflichtgrund } from '../../domain/pflicht/katalog/katalog.ts';
import { geordnet } from './ausgabe.ts';
import type { Fristsicht, Sicht } from './motor.ts';
import type { GespielterSchritt, Spielbericht } from './spielen.ts';
import { STAMMBEFEHLE } from './stammdaten.ts';
import { kennung } from './verweise.ts';

const TITEL = new Map<string, string>([
  ...VERTRAEGE.map((v): [string, string] => [v.befehl, v.titel]),
  ...Object.entries(STAMMBEFEHLE).map(([name, { titel }]): [string, string] => [name, titel]),
]);
const WOCHENTAGE = ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'];
const STATUS: Record<Fristsicht['status'], string> = {
  offen: 'offen',
  erinnert: 'erinnert',
  faellig: 'fällig',
  ueberfaellig: 'überfällig',
  erledigt: 'erledigt',
  rechtzeitig_nacherfasst: 'rechtzeitig, nacherfasst',
  verspaetet_erledigt: 'verspätet erledigt',
  versaeumt: 'versäumt',
  entfallen: 'entfallen',
};
const LAEUFT: ReadonlySet<string> = new Set(FRISTLAEUFE);
const STUFE = {
  erinnerung: 'Erinnerung',
  faellig: 'fällig',
  ueberfaellig: 'überfällig',
  mitteilung: 'Mitteilung',
};

function tagesdatum(tag: string): string {
  const [jahr = '', monat = '', tagImMonat = ''] = tag.split('-');
  return `${WOCHENTAGE[new Date(`${tag}T12:00:00Z`).getUTCDay()] ?? ''} ${tagImMonat}.${monat}.${jahr}`;
}

function uhrzeit(instant: Instant): string {
  return new Intl.DateTimeFormat('de-DE', { timeStyle: 'short', timeZone: 'Europe/Berlin' }).format(
    new Date(instant),
  );
}

function ueberschrift({ schritt, ergebnis }: GespielterSchritt): string {
  const wann = `${tagesdatum(ortstag(schritt.am))}, ${uhrzeit(schritt.am)}`;
  if (schritt.art === 'bis') return `${wann}  Zeit vergeht`;
  const zeile = `${wann}  ${schritt.als} (${schritt.fall}): ${TITEL.get(schritt.befehl) ?? schritt.befehl}`;
  if (ergebnis === null || 'ergebnis' in ergebnis) return zeile;
  return 'verboten' in ergebnis ? `${zeile} – nicht erlaubt` : `${zeile} – abgelehnt: ${ergebnis.abgelehnt}`;
}

const fristschluessel = (fall: string, frist: Fristsicht): string => `${fall}/${frist.id}/${frist.vorkommen}`;
const fristtext = (frist: Fristsicht): string =>
  `${frist.id} ${anlassname(frist.id)}${frist.vorkommen > 1 ? ` (${frist.vorkommen}.)` : ''} fällig ${tagesdatum(frist.faellig)}, ${STATUS[frist.status]}${frist.ruht ? ', ruht' : ''}`;

const GRUND: Record<Fristverlegung['grund'], string> = {
  tatsache: 'neue Tatsache',
  berichtigung: 'Berichtigung',
  kalender: 'Kalender',
  policy: 'andere Policy',
  regelwerk: 'neue Regeln',
  zeit: 'Ablauf der Zeit',
};

/** From what a duty was computed, and who moved it. */
function erklaerung({ herleitung, verlegt }: Fristsicht, wer: (id: string) => string): string[] {
  const weg = herleitung.map(({ schritt, norm }) => `${schritt} (${norm})`).join('; ');
  if (verlegt === undefined) return weg === '' ? [] : [`    aus: ${weg}`];
  const von = verlegt.akteur === null ? '' : ` durch ${wer(verlegt.akteur)}`;
  const bisher = `bisher ${tagesdatum(verlegt.vorher)}; verlegt am ${tagesdatum(ortstag(verlegt.am))}${von}`;
  return [`    ${bisher}: ${GRUND[verlegt.grund]}`, ...(weg === '' ? [] : [`    aus: ${weg}`])];
}

/** What became different since the step before: states, duties, messages. */
function neuigkeiten(sicht: Sicht, bekannt: Map<string, string>, wer: (id: string) => string): string[] {
  const zeilen: string[] = [];
  const melde = (schluessel: string, text: string): void => {
    if (bekannt.get(schluessel) !== text) zeilen.push(text);
    bekannt.set(schluessel, text);
  };
  for (const { fall, zustand, policy, neben, phasen, fristen } of sicht.faelle) {
    melde(fall, `Zustand ${fall}: ${[zustand, ...neben].join(' + ')}`);
    const laufende = phasen.map(phasenname).join(' · ');
    if (laufende !== '') melde(`${fall}/phasen`, `Phasen ${fall}: ${laufende}`);
    melde(`${fall}/policy`, `Policy ${fall}: ${policy}`);
    for (const frist of fristen) {
      const schluessel = fristschluessel(fall, frist);
      melde(schluessel, `Frist ${fall}: ${fristtext(frist)}`);
      // Explained when it is new or was moved, as long as somebody has to act.
      if (bekannt.get(`${schluessel} faellig`) !== frist.faellig && LAEUFT.has(frist.status))
        zeilen.push(...erklaerung(frist, wer));
      bekannt.set(`${schluessel} faellig`, frist.faellig);
    }
  }
  for (const { fall, an, anlass, stufe } of geordnet(sicht.nachrichten)) {
    zeilen.push(`Nachricht an ${an}: ${anlass} ${anlassname(anlass)}, ${STUFE[stufe]} (${fall})`);
  }
  return zeilen;
}

/** Why there are the duties that occurred, each once. */
function pflichten(schritte: readonly GespielterSchritt[]): string[] {
  const ids = new Set(
    schritte.flatMap(({ sicht }) => sicht.faelle.flatMap((f) => f.fristen.map(({ id }) => id))),
  );
  const zeilen = [...ids].sort().map((id) => {
    const { warum, quelle } = pflichtgrund(id as Fristid);
    return `    ${id}: ${warum} [${quelle}]`;
  });
  return zeilen.length === 0 ? [] : ['', 'Warum es diese Fristen gibt', ...zeilen];
}

/** The story as a dated timeline in German, for training and for talks with lawyers. */
export function alsVerlauf({ geschichte, schritte }: Spielbericht): string {
  const bekannt = new Map<string, string>();
  const quelle = geschichte.quelle.length === 0 ? '' : ` [${geschichte.quelle.join(', ')}]`;
  const wer = (id: string): string =>
    geschichte.personal.find((m) => kennung('personal', m.id) === id)?.id ?? id;
  const zeilen = [`${geschichte.titel}${quelle}`, ''];
  for (const schritt of schritte) {
    zeilen.push(ueberschrift(schritt));
    zeilen.push(...neuigkeiten(schritt.sicht, bekannt, wer).map((text) => `    ${text}`));
    zeilen.push(...schritt.fehler.map((text) => `    NICHT WIE ERWARTET: ${text}`));
  }
  zeilen.push(...pflichten(schritte));
  return `${zeilen.join('\n')}\n`;
}
