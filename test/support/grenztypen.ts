import path from 'node:path';
import ts from 'typescript';
import { WURZEL, type Mutant } from './mutant.ts';

/** A place in what crosses into workflows where a string of any content may stand, or a value of any kind. */
export type Freistelle = { readonly pfad: string; readonly art: 'text' | 'schluessel' | 'beliebig' };

/** What goes in and out by type: the commands, the events, what a command is answered with. */
const INHALTE: readonly (readonly [datei: string, typ: string])[] = [
  ['domain/fall/befehle.ts', 'Befehl'],
  ['domain/potenzial/befehle.ts', 'Potenzialbefehl'],
  ['domain/team/befehle.ts', 'Teambefehl'],
  ['domain/fall/ereignisse.ts', 'Ereignis'],
  ['domain/potenzial/ereignisse.ts', 'Potenzialereignis'],
  ['domain/team/ereignisse.ts', 'Teamereignis'],
  ['domain/fall/antwort.ts', 'Fakten'],
];
const WORKFLOWS = 'workflows/index.ts';
const VERTRAG = 'workflows/contract.ts';
const ACTIVITIES = 'activities/index.ts';
/** Messages of a workflow, and how many of their type arguments travel: the last one is the name. */
const DEFINITIONEN: Readonly<Record<string, number>> = { SignalDefinition: 1, QueryDefinition: 2 };

const pfadVon = (datei: string): string => path.join(WURZEL, datei);

/** The sources as the compiler sees them, with changes planted in memory. */
export function programm(aenderungen: readonly Mutant[]): ts.Program {
  const roh: unknown = ts.readConfigFile(pfadVon('tsconfig.json'), (datei) => ts.sys.readFile(datei)).config;
  const { options } = ts.parseJsonConfigFileContent(roh, ts.sys, WURZEL);
  const einstellungen = { ...options, noEmit: true, types: [] };
  const wirt = ts.createCompilerHost(einstellungen);
  const lies = wirt.readFile.bind(wirt);
  wirt.readFile = (datei) => {
    const quelle = lies(datei);
    const hier = aenderungen.filter((eine) => pfadVon(eine.datei) === path.normalize(datei));
    return hier.reduce((text, { name, statt, neu }) => {
      if (text?.includes(statt) !== true) throw new Error(`Die Stelle gibt es nicht mehr: ${name}`);
      return text.replace(statt, neu);
    }, quelle);
  };
  const dateien = [WORKFLOWS, VERTRAG, ACTIVITIES, ...INHALTE.map(([datei]) => datei)];
  return ts.createProgram(dateien.map(pfadVon), einstellungen, wirt);
}

/** Walks a type once, wherever it stands, and remembers every string that is no list of words. */
function sucher(pruefer: ts.TypeChecker) {
  const gesehen = new Set<ts.Type>();
  const frei: Freistelle[] = [];
  const { TypeFlags: F } = ts;

  function inObjekt(typ: ts.Type, pfad: string): void {
    if (typ.getCallSignatures().length > 0) return;
    for (const { keyType, type } of pruefer.getIndexInfosOfType(typ)) {
      if (keyType.flags & F.String) frei.push({ pfad, art: 'schluessel' });
      suche(type, `${pfad}.*`);
    }
    for (const feld of pruefer.getPropertiesOfType(typ))
      if (!feld.name.startsWith('__@')) suche(pruefer.getTypeOfSymbol(feld), `${pfad}.${feld.name}`);
  }

  /** A day is a string with a mark for the compiler. */
  const istText = (typ: ts.Type): boolean =>
    (typ.flags & (F.String | F.TypeParameter)) !== 0 ||
    (typ.isIntersection() && typ.types.some(({ flags }) => flags & F.String));

  function suche(typ: ts.Type, pfad: string): void {
    if (istText(typ)) frei.push({ pfad, art: 'text' });
    else if (typ.flags & (F.Any | F.Unknown | F.NonPrimitive)) frei.push({ pfad, art: 'beliebig' });
    // Unions and lists of strings are one and the same type wherever they stand: only objects are walked once.
    else if (typ.isUnion()) for (const teil of typ.types) suche(teil, pfad);
    else if (pruefer.isArrayType(typ) || pruefer.isTupleType(typ))
      for (const teil of pruefer.getTypeArguments(typ as ts.TypeReference)) suche(teil, `${pfad}[]`);
    else if (typ.flags & (F.Object | F.Intersection) && !gesehen.has(typ)) {
      gesehen.add(typ);
      inObjekt(typ, pfad);
    }
  }
  return { frei, suche };
}

export type Stelle = { readonly typ: ts.Type; readonly pfad: string };

/** What goes into a function and what comes back. */
function ausFunktion(pruefer: ts.TypeChecker, { typ, pfad }: Stelle): Stelle[] {
  return typ
    .getCallSignatures()
    .flatMap((signatur) => [
      ...signatur.parameters.map((p) => ({ typ: pruefer.getTypeOfSymbol(p), pfad: `${pfad}(${p.name})` })),
      { typ: pruefer.getAwaitedType(signatur.getReturnType()) ?? signatur.getReturnType(), pfad: `${pfad}=` },
    ]);
}

/** Every type that crosses: starts and ends of workflows, signals, queries, activities, commands, events, answers. */
export function grenzen(alles: ts.Program, pruefer: ts.TypeChecker): Stelle[] {
  const exporte = (datei: string): ts.Symbol[] => {
    const quelle = alles.getSourceFile(pfadVon(datei));
    const modul = quelle === undefined ? undefined : pruefer.getSymbolAtLocation(quelle);
    if (modul === undefined) throw new Error(`Kein Modul ${datei}`);
    return pruefer.getExportsOfModule(modul);
  };
  const wert = (symbol: ts.Symbol): Stelle => {
    const echt = symbol.flags & ts.SymbolFlags.Alias ? pruefer.getAliasedSymbol(symbol) : symbol;
    return { typ: pruefer.getTypeOfSymbol(echt), pfad: symbol.name };
  };
  const typVon = ([datei, name]: readonly [string, string]): Stelle => {
    const symbol = exporte(datei).find((eines) => eines.name === name);
    if (symbol === undefined) throw new Error(`Kein Typ ${name} in ${datei}`);
    return { typ: pruefer.getDeclaredTypeOfSymbol(symbol), pfad: name };
  };
  const nachrichten = exporte(VERTRAG).flatMap((symbol) => {
    const { typ, pfad } = wert(symbol);
    const teile = typ.aliasTypeArguments ?? pruefer.getTypeArguments(typ as ts.TypeReference);
    const name = typ.aliasSymbol?.name ?? typ.getSymbol()?.name ?? '';
    return teile.slice(0, DEFINITIONEN[name] ?? 0).map((teil) => ({ typ: teil, pfad }));
  });
  const activities = pruefer.getPropertiesOfType(typVon([ACTIVITIES, 'Activities']).typ).map(wert);
  return [
    ...[...exporte(WORKFLOWS).map(wert), ...activities].flatMap((stelle) => ausFunktion(pruefer, stelle)),
    ...nachrichten,
    ...INHALTE.map(typVon),
  ];
}

/** Every place where words could cross into a workflow; `aenderungen` are planted before. */
export function freistellen(aenderungen: readonly Mutant[] = []): Freistelle[] {
  const alles = programm(aenderungen);
  const pruefer = alles.getTypeChecker();
  const { frei, suche } = sucher(pruefer);
  for (const { typ, pfad } of grenzen(alles, pruefer)) suche(typ, pfad);
  return frei;
}
