import type { Fristschritt } from '../pflicht/frist.ts';
import { mitteilungen, type Adresse, type Nachricht } from '../vorgang/nachricht.ts';
import type { Ereignis } from './ereignisse.ts';
import type { Leistungsereignis } from './evolve/leistung.ts';
import { fmVon, type Fall } from './fall.ts';
import { nummerAus, type Leistung } from './leistungen.ts';

function leistungenIn(fall: Fall): readonly Leistung[] {
  return 'begleitung' in fall ? fall.begleitung.leistungen : [];
}

/** The provider of a service, and which service it is asked about. */
function erbringerVon(fall: Fall, nummer: number): Adresse[] {
  const leistung = leistungenIn(fall).find((l) => l.nummer === nummer);
  if (leistung === undefined) return [];
  return [{ an: 'leistungserbringer', person: leistung.erbringer, leistung: nummer }];
}

/** Whom a rung of the ladder of T-18 means by the provider. */
export function erbringerImSchritt(fall: Fall, { vorkommen }: Fristschritt): Omit<Adresse, 'an'> {
  const [adresse] = erbringerVon(fall, nummerAus(vorkommen));
  return adresse ?? { person: null };
}

type MitEigenen = Exclude<
  Leistungsereignis,
  { art: 'leistung_begonnen' | 'leistung_beendet' | 'abbruch_geprueft' }
>;

/**
 * Who hears of a § 16a service beyond the column Notify: the provider gets a link whenever the next feedback can come
 * (E25); the Fallmanager hears of a feedback, and neutrally of one that could not be taken (V-46).
 */
export function leistungsnachrichten(ereignis: MitEigenen, nachher: Fall): Nachricht[] {
  const fm: Adresse = { an: 'fm', person: fmVon(nachher) };
  switch (ereignis.art) {
    case 'leistung_zugewiesen':
      return mitteilungen('TR30', erbringerVon(nachher, ereignis.leistung));
    case 'leistung_einbezogen':
      return mitteilungen('TR31', erbringerVon(nachher, ereignis.leistung));
    case 'rueckmeldung_angefordert':
      return mitteilungen('T-18', erbringerVon(nachher, ereignis.leistung));
    case 'rueckmeldung_eingegangen': {
      const laeuft = leistungenIn(nachher).some((l) => l.nummer === ereignis.leistung && l.ende === null);
      const naechste = laeuft ? mitteilungen('T-18', erbringerVon(nachher, ereignis.leistung)) : [];
      return [...mitteilungen(ereignis.tr ?? 'T-18', [fm]), ...naechste];
    }
    case 'rueckmeldung_abgewiesen':
      return mitteilungen('T-31', [fm]);
    case 'einwilligungen_uebernommen':
      return ereignis.widerrufen.length === 0
        ? []
        : mitteilungen('TR35', [fm, ...betroffene(ereignis, nachher)]);
    case 'rueckmeldungen_geprueft':
      return [];
  }
}

/** The providers who may report no more, because the last consent for their service is gone. */
function betroffene(
  { id }: Extract<Ereignis, { art: 'einwilligungen_uebernommen' }>,
  nachher: Fall,
): Adresse[] {
  const getroffen = leistungenIn(nachher).filter(({ entbindungen }) =>
    entbindungen.some(({ widerruf }) => widerruf?.ereignis === id),
  );
  return getroffen.flatMap(({ nummer }) => erbringerVon(nachher, nummer));
}

/** True for the events of § 16a services that tell others than their transition. */
export function hatEigeneNachrichten(ereignis: Ereignis): ereignis is Ereignis & MitEigenen {
  return EIGENE.has(ereignis.art);
}
const EIGENE: ReadonlySet<string> = new Set<MitEigenen['art']>([
  'leistung_zugewiesen',
  'leistung_einbezogen',
  'rueckmeldung_angefordert',
  'rueckmeldung_eingegangen',
  'rueckmeldung_abgewiesen',
  'einwilligungen_uebernommen',
  'rueckmeldungen_geprueft',
]);
