import { readFile, readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FALL } from '../../../domain/fall/aggregat.ts';
import type { Ereignis } from '../../../domain/fall/ereignisse.ts';
import type { Fall } from '../../../domain/fall/fall.ts';
import {
  istUebergang,
  UEBERGAENGE,
  wirdMitgeteilt,
  zeileVon,
  type Uebergangid,
} from '../../../domain/fall/uebergaenge/katalog.ts';
import type { Uebergangszeile } from '../../../domain/fall/uebergaenge/zeile.ts';
import { POTENZIAL } from '../../../domain/potenzial/aggregat.ts';
import type { Nachricht } from '../../../domain/vorgang/nachricht.ts';
import { ablauftext } from '../../../tools/ablauf/ablauf.ts';
import { befehl, danach, NEU } from '../../../tools/simulation/bauen.ts';
import { lebe } from '../../../tools/simulation/leben.ts';
import { FAELLE } from '../../../tools/simulation/zustaende.ts';
import { partie } from '../../../tools/simulation/zuege.ts';
import { kernMotor } from '../../../tools/szenario/kern.ts';
import { leseGeschichte } from '../../../tools/szenario/lesen.ts';
import { spiele } from '../../../tools/szenario/spielen.ts';
import { KENNUNGEN } from '../../../tools/kennungen/verzeichnis.ts';

const GESCHICHTEN = new URL('../../szenarien/', import.meta.url);
/** Lives with fixed seeds, beside the stories. */
const LEBEN = 50;
const IDS = Object.keys(UEBERGAENGE).filter(istUebergang).sort();

type Beobachtet = {
  readonly id: string;
  readonly art: string;
  readonly tr: Uebergangid | null;
  readonly von: string;
  nach: string;
  readonly post: readonly Nachricht[];
};

/** What really happened in stories and lives, event by event. */
const geschehen: Beobachtet[] = [];

function merke(
  { id, art, tr }: Pick<Ereignis, 'id' | 'tr'> & { readonly art: string },
  zustaende: readonly [von: string, nach: string],
  post: Nachricht[],
): Nachricht[] {
  const [von, nach] = zustaende;
  const letztes = geschehen.at(-1);
  const anlass = (eines: string): string => eines.slice(0, eines.lastIndexOf('/'));
  // A consequence without a transition of its own belongs to the one before it (TR40).
  if (tr === null && letztes !== undefined && anlass(letztes.id) === anlass(id)) letztes.nach = nach;
  geschehen.push({ id, art, tr, von, nach, post });
  return post;
}

async function spieleAlle(): Promise<void> {
  const { nachrichten: imFall } = FALL;
  const { nachrichten: imPotenzial } = POTENZIAL;
  vi.spyOn(FALL, 'nachrichten').mockImplementation((ereignis, vorher, nachher) =>
    merke(ereignis, [vorher.zustand, nachher.zustand], imFall(ereignis, vorher, nachher)),
  );
  vi.spyOn(POTENZIAL, 'nachrichten').mockImplementation((ereignis, vorher, nachher) =>
    merke(ereignis, [vorher.zustand, nachher.zustand], imPotenzial(ereignis, vorher, nachher)),
  );
  // No story withdraws a case that has a Fallmanager already.
  const zurueckgezogen = danach(FAELLE.zugeordnet(), befehl('zurueckziehen', '2024-11-20T09:00'));
  for (const { ereignisse } of [
    zurueckgezogen,
    ...fc.sample(partie, { numRuns: LEBEN, seed: 1 }).map(lebe),
  ]) {
    ereignisse.reduce<Fall>((vorher, ereignis) => {
      const nachher = FALL.evolve(vorher, ereignis);
      FALL.nachrichten(ereignis, vorher, nachher);
      return nachher;
    }, NEU);
  }
  for (const name of await readdir(GESCHICHTEN)) {
    if (!name.endsWith('.yaml')) continue;
    await spiele(leseGeschichte(name, await readFile(new URL(name, GESCHICHTEN), 'utf8')), kernMotor());
  }
}

/** Where a row leads from each of its states; one that is its own target, or stays, leads to itself. */
function wege({ von, nach, bleibt = [] }: Uebergangszeile): string[] {
  return von.flatMap((aus) => {
    const ziele: readonly string[] = nach.length === 0 || bleibt.includes(aus) ? [aus] : nach;
    return ziele.map((ziel) => `${aus} → ${ziel}`);
  });
}

describe('der Katalog der Übergänge', () => {
  it('kennt jede Kennung der Fachvorgaben und keine andere', () => {
    expect(IDS).toEqual(KENNUNGEN['Übergänge']);
  });

  it('steht in docs/ablauf.md (sonst: npm run ablauf)', async () => {
    const datei = await readFile(new URL('../../../docs/ablauf.md', import.meta.url), 'utf8');
    expect(datei).toBe(ablauftext());
  });

  it('nennt in Mails nichts, was auf Gesundheit deutet (DS-30)', () => {
    const namen = IDS.map(zeileVon)
      .filter(wirdMitgeteilt)
      .map(({ mitteilung, name }) => mitteilung ?? name);
    expect(namen.filter((name) => /akh|passiv|gutacht|assessment|krank|sucht/iu.test(name))).toEqual([]);
  });
});

describe('was in Geschichten und Leben geschieht, steht im Katalog', () => {
  beforeAll(spieleAlle, 120_000);
  afterAll(() => vi.restoreAllMocks());

  it.each(IDS)('%s', (id) => {
    const erlaubt = new Set(wege(zeileVon(id)));
    const anders = geschehen
      .filter(({ tr }) => tr === id)
      .map(({ von, nach }) => `${von} → ${nach}`)
      .filter((weg) => !erlaubt.has(weg));
    expect([...new Set(anders)]).toEqual([]);
  });

  it('jeder Übergang kommt vor', () => {
    const gesehen = new Set(geschehen.map(({ tr }) => tr));
    // Vertretung and erasure are no events of a case.
    expect(IDS.filter((id) => !gesehen.has(id))).toEqual(['TR52', 'TR53']);
  });

  it('es erfährt davon nur, wen die Zeile nennt', () => {
    const unerwartet = geschehen.flatMap(({ art, tr, post }) => {
      if (tr === null) return [];
      const { an, abweichend } = zeileVon(tr);
      const genannt = new Set<string>((abweichend?.[art] ?? an).flatMap((wer) => hinter(wer)));
      const fremd = post.filter((n) => istUebergang(n.anlass) && !genannt.has(n.an));
      return fremd.map((n) => `${art} (${tr}): ${n.an}`);
    });
    expect([...new Set(unerwartet)]).toEqual([]);
  });

  it('wen eine Zeile nennt, der erfährt davon auch einmal', () => {
    const erreicht = new Set(
      geschehen.flatMap(({ tr, post }) => post.map(({ an }) => `${String(tr)} ${an}`)),
    );
    const nie = IDS.flatMap((id) =>
      zeileVon(id)
        .an.filter((wer) => !hinter(wer).some((rolle) => erreicht.has(`${id} ${rolle}`)))
        .map((wer) => `${id} ${wer}`),
    );
    expect(nie).toEqual([]);
  });
});

/** Whose case it was before: the pAp or the FM U25. */
function hinter(wer: string): string[] {
  return wer === 'abgebend' ? ['pap', 'fm_u25'] : [wer];
}
