import { randomUUID } from 'node:crypto';
import * as ablage from '../../db/begleitperson.ts';
import { zaehlePersonWeiter } from '../../db/person.ts';
import type { Angelegt } from '../kern/felder.ts';
import type { BegleitpersonAenderung, BegleitpersonNeu } from './formen.ts';
import { veraltet } from '../kern/absage.ts';
import { sichtbar } from './faelle.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

/** E03, by whoever may change the person. */
export function legeBegleitpersonAn(
  umgebung: Umgebung,
  konto: Konto,
  { id: personId, schluessel, rumpf }: SchreibenAn<BegleitpersonNeu>,
): Promise<Angelegt> {
  const was = { ort: personId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await sichtbar(tx, konto, { id: personId, zweck: 'aendern' });
    const id = randomUUID();
    await ablage.fuegeBegleitpersonAn(tx, { ...rumpf, id, personId, angelegtAm: am });
    await zaehlePersonWeiter(tx, personId);
    await vermerke(tx, konto, {
      am,
      aktion: 'begleitperson_angelegt',
      personId,
      gegenstand: `begleitperson:${id}`,
    });
    return { id, version: 1 };
  });
}

export function aendereBegleitperson(
  umgebung: Umgebung,
  konto: Konto,
  auftrag: SchreibenAn<BegleitpersonAenderung> & { readonly begleitperson: string },
): Promise<Angelegt> {
  const { id: personId, begleitperson: id, schluessel, rumpf } = auftrag;
  const was = { ort: `${personId}/${id}`, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    await sichtbar(tx, konto, { id: personId, zweck: 'aendern' });
    const { version: bekannt, ...werte } = rumpf;
    const genannt = Object.fromEntries(Object.entries(werte).filter(([, wert]) => wert !== undefined));
    const version = await ablage.aendereBegleitperson(tx, { id, personId, version: bekannt }, genannt);
    if (version === null) throw veraltet();
    await zaehlePersonWeiter(tx, personId);
    await vermerke(tx, konto, {
      am,
      aktion: 'begleitperson_geaendert',
      personId,
      gegenstand: `begleitperson:${id}`,
    });
    return { id, version };
  });
}
