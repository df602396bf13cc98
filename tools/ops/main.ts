/**
 * Maintenance: `npm run --silent ops -- …`. Exit 0: in order; 2: a difference or a finding is left; 1: it could not be
 * done; 64: wrong call.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { alsProgramm } from '../lokal/melder.ts';
import { erzaehle, gleicheAb } from './abgleich.ts';
import { auditPruefen } from './audit.ts';
import { kehreEntwuerfe } from './entwuerfe.ts';
import { loeschungNachholen } from './loeschung.ts';
import { gibFreiUndPruefe } from './freigabe.ts';
import { schluesselUmverpacken } from './schluessel.ts';
import { oeffneMittel, type Opsmittel } from './mittel.ts';
import { instantAus } from '../../domain/frist/zeitzone.ts';

const AUFRUF = `Aufruf: npm run --silent ops -- abgleich <fallId> [--freigeben]
        npm run --silent ops -- entwuerfe
        npm run --silent ops -- audit-pruefen
        npm run --silent ops -- loeschung-nachholen
        npm run --silent ops -- schluessel-umverpacken`;

type Arbeit = () => Promise<number>;
type Argumente = { readonly rest: readonly string[]; readonly freigeben: boolean };

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

async function mitMitteln(arbeit: (mittel: Opsmittel) => Promise<number>): Promise<number> {
  const mittel = await oeffneMittel(process.env);
  try {
    return await arbeit(mittel);
  } finally {
    await mittel.schliesse();
  }
}

const ohneAngaben =
  (arbeit: Arbeit) =>
  ({ rest, freigeben }: Argumente): Arbeit | null =>
    rest.length === 0 && !freigeben ? arbeit : null;

/** Each command gives what is to be done, or null when its arguments are wrong. */
const BEFEHLE: Readonly<Record<string, (argumente: Argumente) => Arbeit | null>> = {
  abgleich: ({ rest, freigeben }) => {
    const fallId = z.uuid().safeParse(rest[0]).data;
    if (rest.length !== 1 || fallId === undefined) return null;
    return () => mitMitteln((mittel) => abgleich(mittel, fallId, freigeben));
  },
  entwuerfe: ohneAngaben(() => mitMitteln(entwuerfe)),
  'loeschung-nachholen': ohneAngaben(() => mitMitteln((mittel) => loeschungNachholen(mittel, process.env))),
  'schluessel-umverpacken': ohneAngaben(() => schluesselUmverpacken(process.env)),
  'audit-pruefen': ohneAngaben(() => auditPruefen(process.env)),
};

/** What is asked for; null when the call is wrong. */
function lies(argumente: readonly string[]): Arbeit | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...argumente],
      options: { freigeben: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [was = '', ...rest] = positionals;
    const befehl = Object.hasOwn(BEFEHLE, was) ? BEFEHLE[was] : undefined;
    return befehl?.({ rest, freigeben: values.freigeben }) ?? null;
  } catch {
    return null;
  }
}

const arbeit = lies(process.argv.slice(2));
if (arbeit === null) {
  console.error(AUFRUF);
  process.exitCode = 64;
} else {
  await alsProgramm(async () => {
    process.exitCode = await arbeit();
  });
}
