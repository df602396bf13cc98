import assert from 'node:assert/strict';
import type { Abgangsgrund } from '../../domain/kennungen.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import { evolve } from '../../domain/fall/evolve.ts';
import {
  istInBegleitung,
  vormerkungVon,
  wegVon,
  type BestehenderFall,
  type Fall,
} from '../../domain/fall/fall.ts';
import { folgefallAus } from '../../domain/fall/folgefall.ts';
import { regelwerkVon } from '../../domain/vorgang/regelwerk.ts';
import type { Invariante, Station } from './leben.ts';

/** Moves that were accepted in a case under the rules of today. */
const wirksame = (stationen: readonly Station[]): Station[] =>
  stationen.filter(({ vorher, abgelehnt }) => !abgelehnt && regelwerkVon(vorher) > 1);

type Beleg = (befehl: Befehl) => boolean;

const zieleErreicht: Beleg = (befehl) => 'zielerreichung' in befehl && befehl.zielerreichung === 'erreicht';
const bedarfKleiner: Beleg = (befehl) =>
  befehl.befehl === 'fallabgang_dokumentieren' &&
  befehl.person.massgeblicherBedarfReduziert === true &&
  befehl.zielerreichung !== 'nicht_erreicht';

/** What 11.1 asks of the file before a reason may count; for the others only reached goals speak. */
const BELEGE: Readonly<Partial<Record<Abgangsgrund, Beleg>>> = {
  X1: () => true,
  X2: bedarfKleiner,
  X9: (befehl) =>
    'person' in befehl && (befehl.person.zaehlendeHandlungsbedarfe < 3 || !befehl.person.komplex),
  X10: () => false,
  X11: (befehl) => 'person' in befehl && !befehl.person.komplex,
  X13: bedarfKleiner,
};

/** Was the move the end of a case, and counts it as a success? */
const erfolg = ({ vorher, nachher }: Station): Abgangsgrund | null =>
  vorher.zustand !== 'beendet' && nachher.zustand === 'beendet' && nachher.fallabgang.erfolgreich
    ? nachher.fallabgang.grund
    : null;

function gleicheLaeuft(vorher: BestehenderFall, befehl: Befehl): boolean {
  if (befehl.befehl !== 'leistung_zuweisen' && befehl.befehl !== 'leistung_einbeziehen') return false;
  if (!istInBegleitung(vorher)) return false;
  const { leistungsart, erbringer } = befehl;
  return vorher.begleitung.leistungen.some(
    (leistung) =>
      leistung.ende === null &&
      leistung.leistungsart === leistungsart &&
      leistung.erbringer === erbringer?.id,
  );
}

/** What chapter 11 says of the thing a rule looks at. */
export const SACHINVARIANTEN: readonly Invariante[] = [
  {
    name: 'Kein Fall ist ein Erfolg ohne die Tatsachen seines Grundes (V-78)',
    pruefe: ({ stationen }) => {
      for (const station of wirksame(stationen)) {
        const grund = erfolg(station);
        if (grund !== null) assert.ok((BELEGE[grund] ?? zieleErreicht)(station.befehl), grund);
      }
    },
  },
  {
    name: 'Eine zweite gleiche Leistung beim selben Erbringer bleibt nicht unbemerkt (V-85)',
    pruefe: ({ stationen }) => {
      for (const { vorher, befehl, nachher } of wirksame(stationen))
        if (gleicheLaeuft(vorher, befehl)) assert.ok(nachher.hinweise.includes('V-85'));
    },
  },
  {
    name: 'Ohne genannte Rechtsfolgen bindet sich niemand unbemerkt; genannt sind sie am frühesten Tag (TR63, V-84)',
    pruefe: ({ stationen }) => {
      for (const { vorher, befehl, nachher } of wirksame(stationen)) {
        const [bisher, jetzt] = [vorher, nachher].map((fall) => wegVon(fall)?.rechtsfolgenBenannt?.am);
        if (
          befehl.befehl === 'arbeitsbuendnis_schliessen' &&
          (bisher === undefined || bisher > befehl.ereignisAm)
        )
          assert.ok(nachher.hinweise.includes('V-84'));
        if (befehl.befehl !== 'rechtsfolgen_benennen') continue;
        assert.ok(jetzt !== undefined && jetzt <= befehl.ereignisAm);
        assert.ok(bisher === undefined || jetzt <= bisher);
      }
    },
  },
  {
    name: 'Wer in ein Team weitergeleitet ist, wartet dort als verbundener Fall mit seiner ersten Frist (TR64)',
    pruefe: ({ ereignisse }) => {
      for (const ereignis of ereignisse) {
        if (ereignis.art !== 'weitergeleitet' || ereignis.folgefall === undefined) continue;
        const beginn = folgefallAus(ereignis.id.slice(0, 36), ereignis);
        assert.ok(beginn !== null);
        const { fallId, gruendung } = ereignis.folgefall;
        const anfang: Fall = { zustand: 'neu', fallId, sequenz: 0 };
        const folge = beginn.ereignisse.reduce<Fall>(evolve, anfang);
        assert.ok(folge.zustand === 'vorgemerkt' && folge.team === gruendung.team);
        assert.deepEqual(vormerkungVon(folge).quelle, {
          art: 'weiterleitung',
          fall: ereignis.id.slice(0, 36),
          grundlage: ereignis.folgefall.grundlage,
        });
        const offen = new Set(folge.fristen.filter(({ ende }) => ende === null).map(({ id }) => id));
        assert.deepEqual([...offen], ['T-01']);
      }
    },
  },
];
