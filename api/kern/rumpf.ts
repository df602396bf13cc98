import { isUtf8 } from 'node:buffer';
import type { IncomingMessage, ServerResponse } from 'node:http';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { Absage } from './absage.ts';

const RUMPF_HOECHSTENS = '256kb';

/** No form of ours is deeper; what follows may walk an input by recursion. */
const HOECHSTE_TIEFE = 32;

/** PostgreSQL stores no NUL, and half of a surrogate pair is no text. */
function istUntext(wert: unknown): boolean {
  return typeof wert === 'string' && (wert.includes('\0') || /\p{Surrogate}/u.test(wert));
}

/** @throws Absage EINGABE_UNGUELTIG for characters that are no text, and for what is too deep. */
export function pruefeText(eingabe: unknown): void {
  const offen: (readonly [wert: unknown, tiefe: number])[] = [[eingabe, 0]];
  for (let stueck = offen.pop(); stueck !== undefined; stueck = offen.pop()) {
    const [wert, tiefe] = stueck;
    if (istUntext(wert))
      throw new Absage('EINGABE_UNGUELTIG', 'Die Eingabe enthält Zeichen, die kein Text sind.');
    if (typeof wert !== 'object' || wert === null) continue;
    if (tiefe > HOECHSTE_TIEFE)
      throw new Absage('EINGABE_UNGUELTIG', 'Die Eingabe ist zu tief verschachtelt.');
    for (const teil of Object.entries(wert).flat()) offen.push([teil, tiefe + 1]);
  }
}

/**
 * Names and brackets of a JSON text; a string is a name where a colon follows. A string that never ends goes to the end: then
 * nothing is tried twice, and the parser says what is wrong.
 */
const STUECKE = /(?<text>"(?:[^"\\]|\\.?)*(?:"|$))(?<name>\s*:)?|[{}[\]]/gsu;

/** The name as it is meant, whatever its escapes; what is no JSON says the parser. */
function alsName(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

const AUF: ReadonlySet<string> = new Set(['{', '[']);
const ZU: ReadonlySet<string> = new Set(['}', ']']);

/** The first name that stands twice in one object: which of the two counts would be a guess (RFC 8259 4). */
export function doppelterName(json: string): string | null {
  const offen: Set<string>[] = [];
  for (const { 0: stueck, groups = {} } of json.matchAll(STUECKE)) {
    if (AUF.has(stueck)) offen.push(new Set());
    if (ZU.has(stueck)) offen.pop();
    if (groups['name'] === undefined) continue;
    const name = alsName(groups['text'] ?? '');
    const bekannte = offen.at(-1) ?? new Set();
    if (bekannte.has(name)) return name;
    bekannte.add(name);
  }
  return null;
}

/** JSON between programs is UTF-8 (RFC 8259 8.1): other bytes would be stored as broken letters. */
function pruefeBytes(_: IncomingMessage, __: ServerResponse, roh: Buffer): void {
  if (!isUtf8(roh)) throw new Absage('JSON_UNGUELTIG', 'Der Inhalt ist nicht in UTF-8 geschrieben.');
  const name = doppelterName(roh.toString('utf8'));
  if (name !== null)
    throw new Absage('JSON_UNGUELTIG', `Das Feld ${name.slice(0, 100)} steht zweimal im selben Objekt.`);
}

export const leseJson: RequestHandler = express.json({
  limit: RUMPF_HOECHSTENS,
  type: 'application/json',
  strict: false,
  verify: pruefeBytes,
});

/** Neither a word about the character set nor one that names UTF-8. */
const istUtf8Angabe = (typ = ''): boolean =>
  /^[^;]*(?:;(?!\s*charset)[^;]*)*(?:;\s*charset="?utf-?8"?\s*)?$/iu.test(typ);

/** @throws Absage FORMAT_UNBEKANNT for what is no JSON, and for JSON in another character set. */
export function pruefeFormat(req: Request, _: Response, weiter: () => void): void {
  const laenge = req.get('Content-Length');
  const leer = (laenge === undefined || laenge === '0') && req.get('Transfer-Encoding') === undefined;
  const passt = req.is('application/json') !== false && istUtf8Angabe(req.get('Content-Type'));
  if (!leer && !passt)
    throw new Absage('FORMAT_UNBEKANNT', 'Erwartet wird Content-Type: application/json in UTF-8.');
  weiter();
}
