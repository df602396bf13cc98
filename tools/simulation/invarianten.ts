import assert from 'node:assert/strict';
import type { Ereignis } from '../../domain/fall/ereignisse.ts';
import { evolve } from '../../domain/fall/evolve.ts';
import {
  fmVon,
  istAbgeschlossen,
  istInBegleitung,
  laeuftNoch,
  nebenVon,
  vormerkungVon,
  type BestehenderFall,
  type Fall,
} from '../../domain/fall/fall.ts';
import { entbindungAm, nummerAus } from '../../domain/fall/leistungen.ts';
import { pflichtlage } from '../../domain/fall/fristen.ts';
import { geaenderteZeilen, type Fristzeile } from '../../domain/pflicht/fristzeilen.ts';
import { nachrichten } from '../../domain/fall/nachrichten.ts';
import { istTatsache } from '../../domain/pflicht/tatsache.ts';
import { leiterVon } from '../../domain/pflicht/leiter.ts';
import { naechsterInstant } from '../../domain/fall/schritt.ts';
import { fristschluessel } from '../../domain/pflicht/frist.ts';
import { fristaenderungen } from '../../domain/pflicht/sollfristen.ts';
import type { Fristid } from '../../domain/kennungen.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { policyAus } from '../../domain/policy/wahl.ts';
import { NEU } from './bauen.ts';
import { gefaltet, getragen, type Invariante, type Leben } from './leben.ts';
import { SACHINVARIANTEN } from './sachinvarianten.ts';

const offene = (fall: BestehenderFall): string[] =>
  fall.fristen.filter((f) => f.ende === null).map((f) => `${fristschluessel(f)} ${f.faellig}`);

/** The rows PostgreSQL would hold after all events. */
function zeilenAus(ereignisse: readonly Ereignis[]): readonly Fristzeile[] {
  const zeilen = new Map<string, Fristzeile>();
  for (const ereignis of ereignisse) {
    for (const zeile of geaenderteZeilen(zeilen, ereignis)) zeilen.set(fristschluessel(zeile), zeile);
  }
  return [...zeilen.values()];
}

/** The event of every fact a case carries, wherever it keeps it. */
function tatsachenIn(wert: unknown): string[] {
  if (typeof wert !== 'object' || wert === null) return [];
  const tiefer = Object.values(wert).flatMap((teil) => tatsachenIn(teil));
  return istTatsache(wert) ? [wert.ereignis, ...tiefer] : tiefer;
}

/** Every event with the case before and after it. */
function schritte({ ereignisse }: Leben): { vorher: Fall; ereignis: Ereignis; nachher: BestehenderFall }[] {
  let stand: Fall = NEU;
  return ereignisse.map((ereignis) => {
    const vorher = stand;
    const nachher = evolve(stand, ereignis);
    stand = nachher;
    return { vorher, ereignis, nachher };
  });
}

/** Roles held for the team of a case, not in it. */
const IM_TEAM: readonly string[] = ['tl', 'bereichsleitung', 'controlling', 'koordinator', 'datenschutz'];
const KONTAKT: readonly string[] = ['T-10', 'T-11', 'T-12'];
const LAEUFT = ['offen', 'erinnert', 'faellig', 'ueberfaellig'];
/** zustaende.md 4: what may still act after the Fallabgang. */
const NACH_FALLABGANG = ['TR45', 'TR47', 'TR48', 'TR53', 'TR57', 'TR58', 'TR59', 'TR61', 'TR65'];
/** Transitions by which the responsible FM may change. */
const FM_WECHSELT = ['TR07', 'TR08', 'TR09', 'TR51', 'TR57', 'TR60'];

const ueberDieAufzeichnung: readonly Invariante[] = [
  {
    name: 'Ereignisse sind lückenlos gezählt, jedes hat seine eigene Kennung',
    pruefe: ({ ereignisse }) => {
      assert.deepEqual(
        ereignisse.map((e) => e.sequenz),
        ereignisse.map((_, n) => n + 1),
      );
      assert.equal(new Set(ereignisse.map((e) => e.id)).size, ereignisse.length);
    },
  },
  {
    name: 'Aus den Ereignissen faltet sich derselbe Fall',
    pruefe: ({ fall, ereignisse }) => {
      assert.deepEqual(gefaltet(ereignisse, evolve), getragen(fall));
    },
  },
  {
    name: 'Die Zeit läuft nie zurück',
    pruefe: ({ ereignisse }) => {
      const zeiten = ereignisse.map((e) => e.am);
      assert.deepEqual(zeiten, [...zeiten].sort());
    },
  },
];

/** A version may switch a duty off: `ba-2010` knows neither Erstgespräch nor monthly contact. */
const kennt = ({ policy }: BestehenderFall, id: Fristid): boolean => policyAus(policy)['POL-FRIST'][id].aktiv;

const ueberDieFristen: readonly Invariante[] = [
  {
    name: 'Keine Frist geht verloren: was die Akte offen zeigt, trägt der Fall',
    pruefe: ({ fall, ereignisse }) => {
      const offen = zeilenAus(ereignisse).filter((z) => LAEUFT.includes(z.status));
      assert.deepEqual(offen.map((z) => `${fristschluessel(z)} ${z.faellig}`).sort(), offene(fall).sort());
      if (istAbgeschlossen(fall)) assert.deepEqual(offen, []);
    },
  },
  {
    name: 'Ein Lauf mehr oder weniger (continue-as-new) ändert keine Frist',
    pruefe: ({ fall }) => {
      const neu = getragen(fall);
      assert.equal(naechsterInstant(neu), naechsterInstant(fall));
      assert.deepEqual(fristaenderungen(neu.fristen, pflichtlage(neu, ortstag(fall.zuletzt))), []);
    },
  },
  {
    name: 'Ein offener Fall hat eine offene Pflicht',
    pruefe: (leben) => {
      for (const { nachher } of leben.stationen) {
        if (laeuftNoch(nachher) && kennt(nachher, 'T-03'))
          assert.notDeepEqual(offene(nachher), [], nachher.zustand);
      }
    },
  },
  {
    name: 'In der Begleitung läuft immer die nächste Überprüfung und genau eine Kontaktpflicht',
    pruefe: ({ stationen }) => {
      for (const { nachher } of stationen) {
        if (!istInBegleitung(nachher) || nachher.weggefallen !== null) continue;
        const offen = nachher.fristen.filter((f) => f.ende === null).map((f) => f.id);
        assert.equal(offen.filter((id) => id === 'T-07').length, 1, 'T-07');
        // Several Gutachten at once are several T-12, and each of them is the one contact duty.
        if (!kennt(nachher, 'T-10')) continue;
        const kontakt = new Set(offen.filter((id) => KONTAKT.includes(id)));
        assert.equal(kontakt.size, 1, offen.join(' '));
      }
    },
  },
  {
    name: 'Wer kein eLb mehr ist, schuldet nichts mehr: im offenen Fall bleibt T-55, nach dem Tod keine Frage (V-79)',
    pruefe: ({ stationen }) => {
      for (const { nachher } of stationen) {
        const { weggefallen, zustand } = nachher;
        if (weggefallen === null) continue;
        const offen = nachher.fristen.filter((f) => f.ende === null).map((f) => f.id);
        if (laeuftNoch(nachher)) assert.deepEqual(offen, ['T-55'], zustand);
        else if (weggefallen.grund === 'tod') assert.deepEqual(offen, []);
        else assert.ok(!offen.includes('T-23') && !nebenVon(nachher).includes('akh_passiv'));
      }
    },
  },
  {
    name: 'Ohne Einwilligung wartet niemand auf eine Rückmeldung (V-46)',
    pruefe: ({ stationen }) => {
      for (const { befehl, nachher } of stationen) {
        if (!istInBegleitung(nachher)) continue;
        for (const { id, vorkommen, ende, ruht } of nachher.fristen) {
          if (id !== 'T-18' || ende !== null || ruht) continue;
          const leistung = nachher.begleitung.leistungen.find((l) => l.nummer === nummerAus(vorkommen));
          assert.ok(leistung !== undefined && entbindungAm(leistung, ortstag(befehl.at)) !== null);
        }
      }
    },
  },
  {
    name: 'Der Fall verschläft keine Stufe einer offenen Frist',
    pruefe: ({ fall }) => {
      const naechster = naechsterInstant(fall);
      for (const frist of fall.fristen) {
        const sprosse = leiterVon(frist, policyAus(fall.policy), fall.kalender)[frist.nr];
        if (frist.ende !== null || frist.ruht || sprosse === undefined) continue;
        assert.ok(naechster !== null && naechster <= sprosse.instant, fristschluessel(frist));
      }
    },
  },
  {
    name: 'Ein Wechsel der Zuständigkeit bewegt keine Frist',
    pruefe: ({ stationen }) => {
      for (const { vorher, befehl, abgelehnt, nachher } of stationen) {
        if (befehl.befehl === 'fm_wechseln' && !abgelehnt) assert.deepEqual(offene(nachher), offene(vorher));
      }
    },
  },
];

const ueberDenFall: readonly Invariante[] = [
  {
    name: 'Ob das FM U25 zu spät gemeldet hat, gilt für den Tag, an dem jetzt übergeben wird (V-19, TR62)',
    pruefe: (leben) => {
      for (const { ereignis, nachher } of schritte(leben)) {
        if (ereignis.art !== 'u25_uebergabe_verlegt') continue;
        const { am, quelle } = vormerkungVon(nachher);
        const { uebergabeAm, meldefrist } = ereignis;
        assert.deepEqual(quelle, { art: 'fm_u25', uebergabeAm });
        assert.equal(nachher.hinweise.includes('V-19'), am > meldefrist, `${am} für ${uebergabeAm}`);
      }
    },
  },
  {
    name: 'Nach dem Fallabgang wirken nur TR45, TR47, TR48, TR53, TR57, TR58, TR59, TR61, TR65',
    pruefe: (leben) => {
      for (const { vorher, ereignis } of schritte(leben)) {
        if (vorher.zustand !== 'beendet' || ereignis.tr === null) continue;
        assert.ok(NACH_FALLABGANG.includes(ereignis.tr), `${ereignis.tr} nach dem Fallabgang`);
      }
    },
  },
  {
    name: 'Nie zwei zuständige FM oder keine',
    pruefe: (leben) => {
      for (const { vorher, ereignis, nachher } of schritte(leben)) {
        const [alt, neu] = [fmVon(vorher), fmVon(nachher)];
        if (nachher.zustand !== 'vorgemerkt' && laeuftNoch(nachher)) assert.notEqual(neu, null);
        if (alt !== neu && ereignis.art !== 'fall_uebernommen') {
          assert.ok(
            FM_WECHSELT.includes(ereignis.tr ?? ''),
            `${String(ereignis.tr)} wechselt die Zuständigkeit`,
          );
        }
      }
    },
  },
  {
    name: 'Eine versäumte Frist ändert den Zustand nicht',
    pruefe: (leben) => {
      for (const { vorher, ereignis, nachher } of schritte(leben)) {
        if (
          ereignis.tr === null &&
          ereignis.art !== 'fall_uebernommen' &&
          ereignis.art !== 'abgang_eingeleitet'
        ) {
          assert.equal(nachher.zustand, vorher.zustand);
        }
      }
    },
  },
  {
    name: 'Was zurückgezogen ist, trägt der Fall nicht mehr (TR61)',
    pruefe: (leben) => {
      const zurueck = new Set<string>();
      for (const { ereignis, nachher } of schritte(leben)) {
        if (ereignis.art === 'eintrag_zurueckgezogen')
          for (const t of ereignis.teile) zurueck.add(t.ereignis);
        assert.deepEqual(
          tatsachenIn(nachher).filter((id) => zurueck.has(id)),
          [],
        );
      }
    },
  },
  {
    name: 'Eine zurückgenommene Zuordnung lässt die Vormerkung warten wie vorher (TR60)',
    pruefe: (leben) => {
      for (const { ereignis, nachher } of schritte(leben)) {
        if (ereignis.art !== 'zuordnung_zurueckgenommen') continue;
        assert.deepEqual([nachher.zustand, fmVon(nachher)], ['vorgemerkt', null]);
      }
    },
  },
  {
    name: 'Nachrichten gehen an Menschen, die es im Fall gibt',
    pruefe: (leben) => {
      for (const { vorher, ereignis, nachher } of schritte(leben)) {
        for (const n of nachrichten(ereignis, vorher, nachher)) {
          assert.ok(n.person !== null || IM_TEAM.includes(n.an), n.an);
        }
      }
    },
  },
];

export const INVARIANTEN: readonly Invariante[] = [
  ...ueberDieAufzeichnung,
  ...ueberDieFristen,
  ...ueberDenFall,
  ...SACHINVARIANTEN,
];

/** What a life breaks, each with what was seen; empty when all hold. */
export function verletzt(leben: Leben): string[] {
  return INVARIANTEN.flatMap(({ name, pruefe }) => {
    try {
      pruefe(leben);
      return [];
    } catch (fehler) {
      return [`${name}: ${fehler instanceof Error ? fehler.message : String(fehler)}`];
    }
  });
}
