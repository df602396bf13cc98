import { z } from 'zod';
import { FACHROLLEN } from '../../domain/kennungen.ts';
import { POLICYRECHTE } from '../../domain/policy/freigabe.ts';
import * as vertrag from './formen.ts';
import { ANLEGEN, HAUS, LEER, LESEN, OHNE_PERSON, OHNE_RUMPF, route, type Route } from '../kern/route.ts';
import { entwerfePolicy, gibPolicyFrei, policies, policyansicht, verwirfPolicy } from './faelle.ts';
import { fuehreMigrationAus, policymigration, schaueMigrationVor } from './migrationsfaelle.ts';
import { kennung } from '../kern/felder.ts';

const gemeinsam = { betrifft: HAUS, gruppe: 'Policies', pfadwerte: LEER, abfrage: LEER } as const;
const lesen = { ...LESEN, ...gemeinsam, spur: OHNE_PERSON } as const;
const schreiben = { ...gemeinsam, ...ANLEGEN, rumpf: OHNE_RUMPF } as const;
const mitName = z.strictObject({ name: z.string().max(60) });
const mitId = z.strictObject({ id: kennung });
const angelegt = z.strictObject({ id: kennung, vorgaenge: z.int(), bewegungen: z.int() });

const PFAD = '/api/v1/policies';
const UMSTELLUNG = '/api/v1/policymigrationen';

const lesende: readonly Route[] = [
  route({
    ...lesen,
    pfad: PFAD,
    name: 'policies',
    titel: 'Policy-Versionen',
    rollen: FACHROLLEN,
    antwort: z.strictObject({ eintraege: z.array(vertrag.policySchema) }),
    fall: async (umgebung, { konto }) => ({ eintraege: await policies(umgebung, konto) }),
  }),
  route({
    ...lesen,
    pfad: `${PFAD}/{name}`,
    name: 'policy',
    titel: 'Eine Policy-Version mit Prüfung und Vergleich',
    rollen: FACHROLLEN,
    pfadwerte: mitName,
    abfrage: vertrag.policyabfrage,
    antwort: vertrag.policyansichtSchema,
    fall: (umgebung, { konto, pfad: { name }, abfrage: { gegen } }) =>
      policyansicht(umgebung, konto, { name, gegen }),
  }),
];

const schreibende: readonly Route[] = [
  route({
    ...schreiben,
    pfad: PFAD,
    name: 'entwerfePolicy',
    titel: 'Policy-Version entwerfen',
    beschreibung: 'Ein Entwurf wirkt nicht, bis eine zweite Person ihn freigibt.',
    rollen: POLICYRECHTE.entwerfen,
    rumpf: vertrag.policyNeu,
    antwort: z.strictObject({ name: z.string(), befunde: vertrag.policyansichtSchema.shape.befunde }),
    fall: (umgebung, { konto, rumpf, schluessel }) => entwerfePolicy(umgebung, konto, { schluessel, rumpf }),
    ort: ({ rumpf }) => `${PFAD}/${rumpf.name}`,
  }),
  route({
    ...schreiben,
    pfad: `${PFAD}/{name}/freigabe`,
    name: 'gibPolicyFrei',
    titel: 'Policy-Version freigeben',
    beschreibung: 'Nur durch eine andere Person als die, die sie entworfen hat.',
    rollen: POLICYRECHTE.freigeben,
    pfadwerte: mitName,
    antwort: z.strictObject({ name: z.string() }),
    fall: (umgebung, { konto, pfad: { name }, schluessel }) =>
      gibPolicyFrei(umgebung, konto, { name, schluessel }),
    ort: ({ pfad: { name } }) => `${PFAD}/${name}`,
  }),
  route({
    ...schreiben,
    pfad: `${PFAD}/{name}/verwerfung`,
    name: 'verwirfPolicy',
    titel: 'Entwurf einer Policy-Version verwerfen',
    beschreibung: 'Er bleibt lesbar und wirkt nie; sein Name bleibt vergeben.',
    rollen: POLICYRECHTE.entwerfen,
    pfadwerte: mitName,
    antwort: z.strictObject({ name: z.string() }),
    fall: (umgebung, { konto, pfad: { name }, schluessel }) =>
      verwirfPolicy(umgebung, konto, { name, schluessel }),
    ort: ({ pfad: { name } }) => `${PFAD}/${name}`,
  }),
];

/** Policy versions and the migration of running cases (E48). */
export const policyrouten: readonly Route[] = [
  ...lesende,
  ...schreibende,
  route({
    ...schreiben,
    aufwendig: true,
    pfad: `${PFAD}/{name}/migrationen`,
    name: 'schaueMigrationVor',
    titel: 'Umstellung laufender Fälle vorschauen',
    beschreibung: 'Zeigt, welche Fristen welcher Fälle sich wie verschieben würden; ändert nichts.',
    rollen: POLICYRECHTE.umstellen,
    pfadwerte: mitName,
    rumpf: vertrag.migrationNeu,
    antwort: angelegt,
    fall: (umgebung, { konto, pfad: { name }, rumpf, schluessel }) =>
      schaueMigrationVor(umgebung, konto, { name, schluessel, rumpf }),
    ort: ({ ergebnis }) => `${UMSTELLUNG}/${ergebnis.id}`,
  }),
  route({
    ...lesen,
    pfad: `${UMSTELLUNG}/{id}`,
    spur: { ohne: 'Kennungen und Tage der Vorschau, kein Name' },
    betrifft: { was: 'haus', klassen: ['K1'] },
    name: 'policymigration',
    titel: 'Stand einer Umstellung',
    rollen: POLICYRECHTE.entwerfen,
    pfadwerte: mitId,
    abfrage: vertrag.migrationsabfrage,
    antwort: vertrag.migrationSchema,
    fall: (umgebung, { konto, pfad: { id }, abfrage }) =>
      policymigration(umgebung, konto, { id, ...abfrage }),
  }),
  route({
    ...schreiben,
    pfad: `${UMSTELLUNG}/{id}/ausfuehrung`,
    name: 'fuehreMigrationAus',
    titel: 'Vorgeschaute Umstellung ausführen',
    rollen: POLICYRECHTE.umstellen,
    pfadwerte: mitId,
    antwort: angelegt,
    fall: (umgebung, { konto, pfad: { id }, schluessel }) =>
      fuehreMigrationAus(umgebung, konto, { id, schluessel }),
    ort: ({ pfad: { id } }) => `${UMSTELLUNG}/${id}`,
  }),
];
