import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import ts from 'typescript';
import { VERTRAEGE } from '../../api/befehle/vertraege.ts';
import * as schema from '../../db/schema/index.ts';
import * as vertrag from '../../workflows/contract.ts';
import * as workflows from '../../workflows/index.ts';
import { grenzen, programm } from './grenztypen.ts';
import type { Mutant } from './mutant.ts';

/** Names that stand in histories and tables, and so outlive the code that wrote them. */
export type GespeicherteNamen = {
  readonly workflows: readonly string[];
  readonly nachrichten: readonly string[];
  /** Keys of payloads, carried state and events, each below the key it stands under; words as `feld=wort`. */
  readonly schluessel: readonly string[];
  readonly spalten: readonly string[];
};

const sortiert = (namen: Iterable<string>): string[] => [...new Set(namen)].sort();

/** A day is a string with a mark for the compiler. */
const istText = ({ types }: ts.IntersectionType): boolean =>
  types.some(({ flags }) => flags & ts.TypeFlags.String);

/** Walks everything that crosses into workflows, each object once under each key, and names key by key. */
function schluesselsammler(pruefer: ts.TypeChecker) {
  const gesehen = new Map<string, Set<ts.Type>>();
  const namen = new Set<string>();

  function sammle(typ: ts.Type, ort: string): void {
    if (typ.isStringLiteral()) namen.add(`${ort}=${typ.value}`);
    else if (typ.isUnion()) for (const teil of typ.types) sammle(teil, ort);
    else if (pruefer.isArrayType(typ) || pruefer.isTupleType(typ))
      for (const teil of pruefer.getTypeArguments(typ as ts.TypeReference)) sammle(teil, ort);
    else if (typ.flags & ts.TypeFlags.Object || (typ.isIntersection() && !istText(typ))) inObjekt(typ, ort);
  }

  function inObjekt(typ: ts.Type, ort: string): void {
    const hier = gesehen.get(ort) ?? new Set();
    gesehen.set(ort, hier);
    if (hier.has(typ) || typ.getCallSignatures().length > 0) return;
    hier.add(typ);
    for (const { type } of pruefer.getIndexInfosOfType(typ)) sammle(type, ort);
    for (const feld of pruefer.getPropertiesOfType(typ)) {
      if (feld.name.startsWith('__@')) continue;
      namen.add(`${ort}.${feld.name}`);
      sammle(pruefer.getTypeOfSymbol(feld), feld.name);
    }
  }
  return { namen, sammle };
}

/** `aenderungen` are planted in memory before. */
export function schluesselnamen(aenderungen: readonly Mutant[] = []): string[] {
  const alles = programm(aenderungen);
  const pruefer = alles.getTypeChecker();
  const { namen, sammle } = schluesselsammler(pruefer);
  for (const { typ, pfad } of grenzen(alles, pruefer)) sammle(typ, pfad);
  return sortiert(namen);
}

function nachrichtennamen(): string[] {
  const definiert = Object.values(vertrag).flatMap((eine) =>
    typeof eine === 'object' && 'name' in eine && 'type' in eine ? [`${eine.type} ${eine.name}`] : [],
  );
  const updates = VERTRAEGE.map(({ befehl }) => `update ${vertrag.befehlUpdate(befehl).name}`);
  const schlangen = [vertrag.AUFGABENSCHLANGE, vertrag.ABGELEHNT, vertrag.UNLESBARE_ANTWORT];
  const kennungen = [vertrag.ZUSTELLUNG_ID, vertrag.VERANKERUNG_ID, vertrag.LOESCHUNG_ID];
  return sortiert([...definiert, ...updates, ...schlangen, ...kennungen, ...vertrag.LOESCHSCHRITTE]);
}

function spaltennamen(): string[] {
  const alles: readonly unknown[] = Object.values(schema);
  const tabellen = alles.filter((eine) => eine instanceof PgTable);
  return sortiert(
    tabellen
      .map((tabelle) => getTableConfig(tabelle))
      .flatMap(({ name, columns }) =>
        columns.map((spalte) => `${name}.${spalte.keyAsName ? toSnakeCase(spalte.name) : spalte.name}`),
      ),
  );
}

/** All of them, as the code of today has them. */
export function gespeicherteNamen(): GespeicherteNamen {
  return {
    workflows: sortiert(Object.keys(workflows)),
    nachrichten: nachrichtennamen(),
    schluessel: schluesselnamen(),
    spalten: spaltennamen(),
  };
}
