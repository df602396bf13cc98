import type { Fristschritt } from '../pflicht/frist.ts';
import { mitteilungen, type Adresse, type Nachricht } from '../vorgang/nachricht.ts';
import { nachArt, type Ereigniszeilen, type NachArt } from '../vorgang/tafel.ts';
import type { Ereignis, EreignisVon } from './ereignisse.ts';
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

const erbringerHoert =
  (anlass: 'TR30' | 'TR31' | 'T-18') =>
  (nachher: Fall, { leistung }: { readonly leistung: number }): Nachricht[] =>
    mitteilungen(anlass, erbringerVon(nachher, leistung));

const fmIn = (nachher: Fall): Adresse => ({ an: 'fm', person: fmVon(nachher) });

/** The providers who may report no more, because the last consent for their service is gone. */
function betroffene({ id }: EreignisVon<'einwilligungen_uebernommen'>, nachher: Fall): Adresse[] {
  const getroffen = leistungenIn(nachher).filter(({ entbindungen }) =>
    entbindungen.some(({ widerruf }) => widerruf?.ereignis === id),
  );
  return getroffen.flatMap(({ nummer }) => erbringerVon(nachher, nummer));
}

function rueckmeldungEingegangen(
  nachher: Fall,
  { leistung: nummer, tr }: EreignisVon<'rueckmeldung_eingegangen'>,
): Nachricht[] {
  const laeuft = leistungenIn(nachher).some((l) => l.nummer === nummer && l.ende === null);
  const naechste = laeuft ? mitteilungen('T-18', erbringerVon(nachher, nummer)) : [];
  return [...mitteilungen(tr ?? 'T-18', [fmIn(nachher)]), ...naechste];
}

/**
 * Who hears of a § 16a service beyond the column Notify: the provider gets a link whenever the next feedback can come
 * (E25); the Fallmanager hears of a feedback, and neutrally of one that could not be taken (V-46).
 */
export const EIGENE: Ereigniszeilen<Fall, NachArt<MitEigenen>, Nachricht[]> = {
  leistung_zugewiesen: erbringerHoert('TR30'),
  leistung_einbezogen: erbringerHoert('TR31'),
  rueckmeldung_angefordert: erbringerHoert('T-18'),
  rueckmeldung_eingegangen: rueckmeldungEingegangen,
  rueckmeldung_abgewiesen: (nachher) => mitteilungen('T-31', [fmIn(nachher)]),
  einwilligungen_uebernommen: (nachher, ereignis) =>
    ereignis.widerrufen.length === 0
      ? []
      : mitteilungen('TR35', [fmIn(nachher), ...betroffene(ereignis, nachher)]),
  rueckmeldungen_geprueft: () => [],
};

const nachZeile = nachArt(EIGENE);

export function leistungsnachrichten(ereignis: MitEigenen, nachher: Fall): Nachricht[] {
  return nachZeile(nachher, ereignis);
}

/** True for the events of § 16a services that tell others than their transition. */
export function hatEigeneNachrichten(ereignis: Ereignis): ereignis is Ereignis & MitEigenen {
  return Object.hasOwn(EIGENE, ereignis.art);
}
