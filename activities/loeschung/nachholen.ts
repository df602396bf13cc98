import { alsLoeschung } from '../../db/loeschung/rolle.ts';
import type { Loeschanlass } from '../../db/loeschung/buch.ts';
import { liesIds, LOESCHGEGENSTAENDE, type Loeschgegenstand } from '../../db/loeschung/loesche.ts';
import { setzeLoeschstand } from '../../db/loeschung/stand.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Loeschmittel } from './mittel.ts';
import { vollziehe } from './vollziehe.ts';

const SEITE = 1_000;

type Offen = { readonly klasse: Loeschgegenstand; readonly anlass: Loeschanlass };
type Buchinhalt = {
  /** Names of everything that was ever to be erased. */
  readonly namen: ReadonlySet<string>;
  /** Intentions without a proof: a kill came between, or a Löschsperre. */
  readonly offen: Map<string, Offen>;
  readonly letzte: number;
};

async function liesBuch({ buch }: Loeschmittel): Promise<Buchinhalt> {
  const namen = new Set<string>();
  const offen = new Map<string, Offen>();
  let letzte = 0;
  for await (const { nr, satz, klasse, kennung, anlass } of buch.zeilen()) {
    namen.add(kennung);
    if (satz === 'vorsatz') offen.set(kennung, { klasse, anlass });
    else offen.delete(kennung);
    letzte = nr;
  }
  return { namen, offen, letzte };
}

/** What the ledger names and the database still has: after the restore of a backup, a kill, or under a Löschsperre. */
async function nochVorhanden(
  { loeschdb, kennungen }: Loeschmittel,
  klasse: Loeschgegenstand,
  namen: ReadonlySet<string>,
): Promise<string[]> {
  const gefunden: string[] = [];
  let nach: string | null = null;
  for (;;) {
    const seite: Parameters<typeof liesIds>[2] = { nach, hoechstens: SEITE };
    const ids: string[] = await alsLoeschung(loeschdb, (tx) => liesIds(tx, klasse, seite));
    gefunden.push(...ids.filter((id) => kennungen.alle(klasse, id).some((name) => namen.has(name))));
    const letzte = ids.at(-1);
    if (letzte === undefined) return gefunden;
    nach = letzte;
  }
}

/**
 * Erases again what the ledger proves as erased, and proves what a kill left unproved (S8, DS-32). Only after this may
 * a restored backup be opened. @returns how many came back
 */
export async function holeNach(mittel: Loeschmittel): Promise<number> {
  const { loeschdb, buch, kennungen, log } = mittel;
  const { namen, offen, letzte } = await liesBuch(mittel);
  let wiedergekehrt = 0;
  for (const klasse of LOESCHGEGENSTAENDE) {
    const ids = await nochVorhanden(mittel, klasse, namen);
    for (let ab = 0; ab < ids.length; ab += SEITE) {
      const teil = ids.slice(ab, ab + SEITE);
      wiedergekehrt += await vollziehe(mittel, { klasse, anlass: 'wiederherstellung', ids: teil });
    }
    const geblieben = await nochVorhanden(mittel, klasse, namen);
    if (geblieben.length > 0)
      log.warn({ klasse, anzahl: geblieben.length }, 'Nicht nachgeholt: Löschsperre oder Fehler');
    for (const name of geblieben.flatMap((id) => kennungen.alle(klasse, id))) offen.delete(name);
  }
  await alsLoeschung(loeschdb, (tx) => setzeLoeschstand(tx, letzte));
  const am = ortstag(mittel.jetzt());
  await buch.schreibe(
    [...offen].map(([name, was]) => ({ am, kennung: name, ...was, satz: 'vollzug', stand: letzte })),
  );
  return wiedergekehrt;
}
