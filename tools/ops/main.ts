/**
 * Maintenance of running cases: `npm run --silent ops -- …`. Exit 0: in order; 2: a difference is left;
 * 1: it could not be done; 64: wrong call.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { alsProgramm } from '../lokal/melder.ts';
import { erzaehle, gleicheAb } from './abgleich.ts';
import { kehreEntwuerfe } from './entwuerfe.ts';
import { gibFreiUndPruefe } from './freigabe.ts';
import { oeffneMittel, type Opsmittel } from './mittel.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';

const AUFRUF = `Aufruf: npm run --silent ops -- abgleich <fallId> [--freigeben]
        npm run --silent ops -- entwuerfe`;

type Auftrag =
  | { readonly was: 'abgleich'; readonly fallId: string; readonly freigeben: boolean }
  | { readonly was: 'entwuerfe' };

/** What is asked for; null when the call is wrong. */
function lies(argumente: readonly string[]): Auftrag | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argumente],
      options: { freigeben: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [was, ...rest] = positionals;
    if (was === 'entwuerfe' && rest.length === 0 && !values.freigeben) return { was };
    const fallId = z.uuid().safeParse(rest[0]).data;
    if (was !== 'abgleich' || rest.length !== 1 || fallId === undefined) return null;
    return { was, fallId, freigeben: values.freigeben };
  } catch {
    return null;
  }
}

async function abgleich(mittel: Opsmittel, fallId: string, freigeben: boolean): Promise<number> {
  const befund = await gleicheAb(mittel, fallId);
  console.log(erzaehle(befund));
  if (!freigeben || befund.unterschiede.length === 0) return befund.unterschiede.length === 0 ? 0 : 2;
  const { freigegeben, danach } = await gibFreiUndPruefe(mittel, befund);
  if (!freigegeben) {
    console.log('Der Fall ist nicht angehalten und läuft; es gibt nichts freizugeben.');
    return 2;
  }
  console.log(`Freigegeben mit dem Stand der Akte.\n${erzaehle(danach)}`);
  return danach.unterschiede.length === 0 ? 0 : 2;
}

async function entwuerfe(mittel: Opsmittel): Promise<number> {
  const jetzt = instantAus(Date.now());
  const { abgelehnt, nie_angekommen: nie, bleibt } = await kehreEntwuerfe(mittel, jetzt);
  console.log(
    `Entwürfe älter als ein Tag: ${String(abgelehnt)} abgelehnte und ${String(nie)} nie angekommene Befehle bereinigt, ${String(bleibt)} bleiben.`,
  );
  return 0;
}

const auftrag = lies(process.argv.slice(2));
if (auftrag === null) {
  console.error(AUFRUF);
  process.exitCode = 64;
} else {
  await alsProgramm(async () => {
    const mittel = await oeffneMittel(process.env);
    try {
      process.exitCode =
        auftrag.was === 'entwuerfe'
          ? await entwuerfe(mittel)
          : await abgleich(mittel, auftrag.fallId, auftrag.freigeben);
    } finally {
      await mittel.schliesse();
    }
  });
}
