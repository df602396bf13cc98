import { z } from 'zod';
import { VERTRAEGE } from '../../api/befehle/vertraege.ts';
import { geschichte, schritt } from './form.ts';
import { STAMMBEFEHLE } from './stammdaten.ts';
import { eingabeschema, istForm } from './verweise.ts';

type Knoten = Record<string, unknown>;

const istKnoten = (wert: unknown): wert is Knoten => istForm(wert) && !Array.isArray(wert);
const NUR_FUER_PROGRAMME = ['verweis', 'nummerVon', 'freitext', '$schema'];
const NEBEN_DATEN = ['ereignisAm', 'begruendungen'];

/** What a label names, by the kind of reference. */
const WAS: Readonly<Record<string, string>> = {
  person: 'einer Person',
  thema: 'eines Themas',
  leistungserbringer: 'eines Leistungserbringers',
  handlungsbedarf: 'eines Handlungsbedarfs (Person und Nummer, etwa p1/2)',
};

/** A reference is a label in stories; marks for the program say nothing to a reader. */
function lesbar(wert: unknown): unknown {
  if (Array.isArray(wert)) return wert.map(lesbar);
  if (!istKnoten(wert)) return wert;
  const verweis = wert['verweis'];
  const weg = verweis === undefined ? NUR_FUER_PROGRAMME : [...NUR_FUER_PROGRAMME, 'pattern', 'format'];
  const einfach = Object.fromEntries(
    Object.entries(wert)
      .filter(([name]) => !weg.includes(name))
      .map(([name, teil]): [string, unknown] => [name, lesbar(teil)]),
  );
  if (verweis === undefined) return einfach;
  const was = (typeof verweis === 'string' ? WAS[verweis] : undefined) ?? 'aus dem Personal';
  const beschreibung = typeof einfach['description'] === 'string' ? `${einfach['description']} – ` : '';
  return { ...einfach, description: `${beschreibung}Name ${was} der Geschichte` };
}

function ohneNebenfelder(form: unknown): Knoten {
  if (!istKnoten(form) || !istKnoten(form['properties'])) return {};
  const properties = Object.fromEntries(
    Object.entries(form['properties']).filter(([name]) => !NEBEN_DATEN.includes(name)),
  );
  return { ...form, properties };
}

function befehlsform(kopf: Knoten, befehl: { name: string; titel: string; daten: unknown }): Knoten {
  const daten = lesbar(befehl.daten);
  const pflicht = istKnoten(daten) && Array.isArray(daten['required']) ? ['daten'] : [];
  return {
    type: 'object',
    title: befehl.titel,
    properties: { ...kopf, befehl: { const: befehl.name }, daten },
    required: ['am', 'als', 'befehl', ...pflicht],
    additionalProperties: false,
  };
}

/** The JSON Schema of a story, generated from the contracts of the commands. */
export function szenarioSchema(): Knoten {
  const ganze = z.toJSONSchema(geschichte, { io: 'input' });
  const rahmen = lesbar(z.toJSONSchema(schritt, { io: 'input' }));
  const felder = istKnoten(rahmen) && istKnoten(rahmen['properties']) ? rahmen['properties'] : {};
  const { am, bis, als, fall, ereignisAm, begruendungen, erwarte } = felder;
  const $defs: Knoten = { am, bis, als, fall, ereignisAm, begruendungen, erwarte };
  const verweis = (name: string): [string, Knoten] => [name, { $ref: `#/$defs/${name}` }];
  const kopf = Object.fromEntries(
    ['am', 'als', 'fall', 'ereignisAm', 'begruendungen', 'erwarte'].map(verweis),
  );
  const zeit = {
    type: 'object',
    title: 'Zeit vergehen lassen',
    properties: Object.fromEntries(['bis', 'fall', 'erwarte'].map(verweis)),
    required: ['bis'],
    additionalProperties: false,
  };
  const sachbefehle = VERTRAEGE.map((v) =>
    befehlsform(kopf, { name: v.befehl, titel: v.titel, daten: ohneNebenfelder(eingabeschema(v)) }),
  );
  const stammbefehle = Object.entries(STAMMBEFEHLE).map(([name, { titel, daten }]) =>
    befehlsform(kopf, { name, titel, daten: z.toJSONSchema(daten, { io: 'input' }) }),
  );
  const lesbareGanze = lesbar({ ...ganze, properties: { ...ganze.properties, schritte: true } });
  const form = istKnoten(lesbareGanze) ? lesbareGanze : {};
  const properties = istKnoten(form['properties']) ? form['properties'] : {};
  const schritte = { type: 'array', minItems: 1, items: { anyOf: [zeit, ...sachbefehle, ...stammbefehle] } };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Geschichte für npm run szenario',
    ...form,
    properties: { ...properties, schritte },
    $defs,
  };
}
