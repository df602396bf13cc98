import { BEFEHLSZEILEN } from '../../../api/befehle/routen.ts';
import { ROUTEN } from '../../../api/routen.ts';
import { befehlAus } from '../../../web/kern/taten.ts';
import { zeileZu, type Fundort, type Verweis } from './gang.ts';

/** Writes whose form stands at an address of its own, and the row each is. */
const EIGENE_ORTE: Readonly<Record<string, string>> = {
  'post /eingang/:id/gelesen': 'markiereNachrichtGelesen',
  'get /faelle/:fallId/zugriff': 'beginneZugriff',
};

const NAME_JE_FALLBEFEHL: ReadonlyMap<string, string> = new Map(
  BEFEHLSZEILEN.filter(({ vertrag }) => vertrag.ziel === 'fall').map(({ vertrag, route }) => [
    vertrag.befehl,
    route.name,
  ]),
);

/** Every write there is, a command on a case, a team or a check record among them, by the name of its row. */
export const SCHREIBENDE: readonly string[] = ROUTEN.filter(({ schreibt }) => schreibt).map(
  ({ name }) => name,
);

/** The write whose form an address is; null for an address that only shows something. */
export function formularVon(verweis: Verweis): string | null {
  const gefunden = zeileZu(verweis);
  if (gefunden === null) return null;
  const { zeile, worte } = gefunden;
  if (zeile.includes('/tun/:name')) return worte[0] ?? null;
  if (zeile.endsWith('/:befehl')) return NAME_JE_FALLBEFEHL.get(befehlAus(worte[0] ?? '')) ?? null;
  return EIGENE_ORTE[zeile] ?? null;
}

/** Where people look for what they can write: the page of the case, the person, the team, the house, the list they work through. */
const AUSGANGSSEITEN: readonly RegExp[] = [
  /^get \/faelle\/:fallId(?:\/akte)?$/u,
  /^get \/besprechung(?:\/abschluss)?$/u,
  /^get \/personen(?:\/:personId)?$/u,
  /^get \/(?:team|vormerkungen|eingang|konto)$/u,
  /^get \/(?:haus|netzwerk)(?:\/.*)?$/u,
];

/** The writes somebody comes to from where they are looked for, each with a form that opens. */
export function erreichte(fundorte: readonly Fundort[]): Set<string> {
  const offene = new Set(fundorte.filter(({ status }) => status === 200).map(({ pfad }) => pfad));
  const namen = fundorte
    .filter(({ zeile }) => zeile !== null && AUSGANGSSEITEN.some((muster) => muster.test(zeile)))
    .flatMap(({ verweise }) => verweise)
    .filter(({ methode, ort }) => methode === 'post' || offene.has(ort))
    .map(formularVon);
  return new Set(namen.flatMap((name) => name ?? []));
}
