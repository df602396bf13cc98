import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Router } from 'express';

const { resolve } = createRequire(import.meta.url);
const kern = (pfad: string): string => resolve(`@kern-ux/native/dist/${pfad}`);
const eigene = (name: string): URL => new URL(name, import.meta.url);

/** Everything a page may load: it comes from here, or not at all. */
const QUELLEN = {
  'kern.css': { typ: 'text/css', datei: kern('kern.min.css') },
  'entwurf.js': { typ: 'text/javascript', datei: eigene('entwurf.js') },
  'lotse.css': { typ: 'text/css', datei: eigene('lotse.css') },
  'lotse.svg': { typ: 'image/svg+xml', datei: eigene('lotse.svg') },
  'rueckmeldung.js': { typ: 'text/javascript', datei: eigene('rueckmeldung.js') },
  'schrift-400.woff2': { typ: 'font/woff2', datei: kern('fonts/fira-sans/FiraSans-Regular.woff2') },
  'schrift-500.woff2': { typ: 'font/woff2', datei: kern('fonts/fira-sans/FiraSans-Medium.woff2') },
  'schrift-600.woff2': { typ: 'font/woff2', datei: kern('fonts/fira-sans/FiraSans-SemiBold.woff2') },
} as const;
type Quellname = keyof typeof QUELLEN;

/** Pictures of the handbook, taken of the demo: synthetic people only. */
const BILDER = ['fall.png', 'fristenrechner.png', 'heute.png', 'kontakt.png', 'vormerkungen.png'];

type Datei = { readonly name: string; readonly typ: string; readonly inhalt: Buffer; readonly ort: string };

/** The address changes with the content, so that a browser may keep the file for good. */
function datei(name: string, typ: string, inhalt: Buffer): Datei {
  const stand = createHash('sha256').update(inhalt).digest('hex').slice(0, 12);
  return { name, typ, inhalt, ort: `/statisch/${stand}/${name}` };
}

const gelesene: readonly Datei[] = Object.entries(QUELLEN).map(([name, quelle]) =>
  datei(name, quelle.typ, readFileSync(quelle.datei)),
);

function schriften(): Datei {
  const schnitte = [400, 500, 600].map((staerke) => {
    const ort = gelesene.find(({ name }) => name === `schrift-${String(staerke)}.woff2`)?.ort ?? '';
    return `@font-face{font-family:"Fira Sans";font-weight:${String(staerke)};font-display:swap;src:url("${ort}") format("woff2")}`;
  });
  return datei('schrift.css', 'text/css', Buffer.from(schnitte.join('\n')));
}

const bilder: readonly Datei[] = BILDER.map((name) =>
  datei(name, 'image/png', readFileSync(new URL(`../../docs/bilder/${name}`, import.meta.url))),
);

const DATEIEN: readonly Datei[] = [...gelesene, schriften(), ...bilder];

/** Where a page finds a picture of the handbook. @throws Error when there is none of that name */
export function bildort(name: string): string {
  const gefunden = bilder.find((eines) => eines.name === name);
  if (gefunden === undefined) throw new Error(`Es gibt kein Bild ${name}`);
  return gefunden.ort;
}

/** Where a page finds the file. */
export function adresseVon(name: Quellname | 'schrift.css'): string {
  const gefunden = DATEIEN.find((eine) => eine.name === name);
  if (gefunden === undefined) throw new Error(`Es gibt keine Datei ${name}`);
  return gefunden.ort;
}

const EIN_JAHR_S = 365 * 24 * 3600;

export function registriereStatisches(router: Router): void {
  for (const { ort, typ, inhalt } of DATEIEN) {
    router.get(ort, (_, res) => {
      res
        .set('Cache-Control', `public, max-age=${String(EIN_JAHR_S)}, immutable`)
        .type(typ)
        .send(inhalt);
    });
  }
}
