import { z } from 'zod';
import { FACHROLLEN } from '../../domain/kennungen.ts';
import { POLICYRECHTE } from '../../domain/policy/freigabe.ts';
import * as vertrag from './formen.ts';
import { HAUS, route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});
const lesen = {
  methode: 'get',
  betrifft: HAUS,
  gruppe: 'Policies',
  status: 200,
  schreibt: false,
  rumpf: null,
  pfadwerte: leer,
  abfrage: leer,
} as const;
const schreiben = { ...lesen, methode: 'post', status: 201, schreibt: true } as const;
const mitName = z.strictObject({ name: z.string().max(60) });
const mitId = z.strictObject({ id: z.uuid() });
const angelegt = z.strictObject({ id: z.uuid(), vorgaenge: z.int(), bewegungen: z.int() });

const pfad = '/api/v1/policies';

function lesende(anwendung: Anwendung): Route[] {
  return [
    route({
      ...lesen,
      pfad,
      titel: 'Policy-Versionen',
      rollen: FACHROLLEN,
      antwort: z.strictObject({ eintraege: z.array(vertrag.policySchema) }),
      handler: async ({ konto }) => ({ status: 200, rumpf: { eintraege: await anwendung.policies(konto) } }),
    }),
    route({
      ...lesen,
      pfad: `${pfad}/{name}`,
      titel: 'Eine Policy-Version mit Prüfung und Vergleich',
      rollen: FACHROLLEN,
      pfadwerte: mitName,
      abfrage: vertrag.policyabfrage,
      antwort: vertrag.policyansichtSchema,
      handler: async ({ konto, pfad: { name }, abfrage: { gegen } }) => ({
        status: 200,
        rumpf: await anwendung.policyansicht(konto, { name, gegen }),
      }),
    }),
  ];
}

function schreibende(anwendung: Anwendung): Route[] {
  return [
    route({
      ...schreiben,
      pfad,
      titel: 'Policy-Version entwerfen',
      beschreibung: 'Ein Entwurf wirkt nicht, bis eine zweite Person ihn freigibt.',
      rollen: POLICYRECHTE.entwerfen,
      rumpf: vertrag.policyNeu,
      antwort: z.strictObject({ name: z.string(), befunde: vertrag.policyansichtSchema.shape.befunde }),
      handler: async ({ konto, rumpf, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.entwerfePolicy(konto, { schluessel, rumpf }),
        ort: `${pfad}/${rumpf.name}`,
      }),
    }),
    route({
      ...schreiben,
      pfad: `${pfad}/{name}/freigabe`,
      titel: 'Policy-Version freigeben',
      beschreibung: 'Nur durch eine andere Person als die, die sie entworfen hat.',
      rollen: POLICYRECHTE.freigeben,
      pfadwerte: mitName,
      antwort: z.strictObject({ name: z.string() }),
      handler: async ({ konto, pfad: { name }, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.gibPolicyFrei(konto, { name, schluessel }),
        ort: `${pfad}/${name}`,
      }),
    }),
  ];
}

/** Policy versions and the migration of running cases (E48). */
export function policyrouten(anwendung: Anwendung): Route[] {
  const umstellung = '/api/v1/policymigrationen';
  return [
    ...lesende(anwendung),
    ...schreibende(anwendung),
    route({
      ...schreiben,
      aufwendig: true,
      pfad: `${pfad}/{name}/migrationen`,
      titel: 'Umstellung laufender Fälle vorschauen',
      beschreibung: 'Zeigt, welche Fristen welcher Fälle sich wie verschieben würden; ändert nichts.',
      rollen: POLICYRECHTE.umstellen,
      pfadwerte: mitName,
      antwort: angelegt,
      handler: async ({ konto, pfad: { name }, schluessel }) => {
        const rumpf = await anwendung.schaueMigrationVor(konto, { name, schluessel });
        return { status: 201, rumpf, ort: `${umstellung}/${rumpf.id}` };
      },
    }),
    route({
      ...lesen,
      pfad: `${umstellung}/{id}`,
      betrifft: { was: 'haus', klassen: ['K1'] },
      titel: 'Stand einer Umstellung',
      rollen: POLICYRECHTE.entwerfen,
      pfadwerte: mitId,
      abfrage: vertrag.migrationsabfrage,
      antwort: vertrag.migrationSchema,
      handler: async ({ konto, pfad: { id }, abfrage }) => ({
        status: 200,
        rumpf: await anwendung.policymigration(konto, { id, ...abfrage }),
      }),
    }),
    route({
      ...schreiben,
      pfad: `${umstellung}/{id}/ausfuehrung`,
      titel: 'Vorgeschaute Umstellung ausführen',
      rollen: POLICYRECHTE.umstellen,
      pfadwerte: mitId,
      antwort: angelegt,
      handler: async ({ konto, pfad: { id }, schluessel }) => ({
        status: 201,
        rumpf: await anwendung.fuehreMigrationAus(konto, { id, schluessel }),
        ort: `${umstellung}/${id}`,
      }),
    }),
  ];
}
