import { VERTRAEGE } from '../../api/befehle/vertraege.ts';
import { pfadVon as pfadDesBefehls } from '../../api/befehle/routen.ts';
import { beschreibung } from './beschreibung.ts';

/** `tatsache` = V-74 keeps it out of the future; `vorhaben` = what is to hold from a day on, or until one; `gesucht` = what a search asks for. */
type Tagesart = 'tatsache' | 'vorhaben' | 'gesucht';

/** Every day a write brings that is no command (commands: domain/vorgang/tage.ts), written down by hand. */
export const AKTENTAGE: Readonly<Record<string, Readonly<Record<string, Tagesart>>>> = {
  'post /api/v1/personen': { geburtsdatum: 'tatsache', verstorbenAm: 'tatsache', verzogenAm: 'tatsache' },
  'post /api/v1/personen/suche': { geburtsdatum: 'gesucht' },
  'patch /api/v1/personen/{personId}': {
    geburtsdatum: 'tatsache',
    verstorbenAm: 'tatsache',
    verzogenAm: 'tatsache',
  },
  'post /api/v1/personen/{personId}/profile': { datum: 'tatsache' },
  'post /api/v1/personen/{personId}/neuzugang': { am: 'tatsache' },
  'post /api/v1/personen/{personId}/handlungsbedarfe': { erkanntAm: 'tatsache' },
  'post /api/v1/personen/{personId}/einwilligungen': { erteiltAm: 'tatsache', gueltigBis: 'vorhaben' },
  'post /api/v1/personen/{personId}/einwilligungen/{einwilligungId}/widerruf': { widerrufenAm: 'tatsache' },
  'post /api/v1/faelle/{fallId}/eakte': { datum: 'tatsache' },
  'post /api/v1/faelle/{fallId}/eigene-wiedervorlagen': { tag: 'vorhaben' },
  'post /api/v1/faelle/{fallId}/eigene-wiedervorlagen/{wiedervorlageId}/verschiebung': { tag: 'vorhaben' },
  'post /api/v1/rueckmeldungen': { tag: 'tatsache' },
  'post /api/v1/leistungserbringer/{erbringerId}/vereinbarungen': {
    gueltigAb: 'vorhaben',
    gueltigBis: 'vorhaben',
  },
  'post /api/v1/leistungserbringer/{erbringerId}/berichte': { eingegangenAm: 'tatsache' },
  'post /api/v1/teams/{id}/beschwerden': { eingegangenAm: 'tatsache' },
  'post /api/v1/teams/{id}/beschwerden/{beschwerdeId}/antwort': { beantwortetAm: 'tatsache' },
  'post /api/v1/teams/{id}/befragungen': { von: 'tatsache', bis: 'tatsache' },
  'post /api/v1/teams/{id}/zielwerte': { von: 'vorhaben', bis: 'vorhaben' },
  'post /api/v1/mitarbeitende': { aktivAb: 'vorhaben' },
  'patch /api/v1/mitarbeitende/{id}': { aktivAb: 'vorhaben' },
  'post /api/v1/mitarbeitende/{id}/ausscheiden': { warmeUebergabeAm: 'tatsache' },
  'post /api/v1/mitarbeitende/{id}/abwesenheiten': { von: 'vorhaben', bis: 'vorhaben' },
  'patch /api/v1/mitarbeitende/{id}/abwesenheiten/{abwesenheitId}': { bis: 'vorhaben' },
  'post /api/v1/mitarbeitende/{id}/qualifikationen': { am: 'tatsache' },
  'post /api/v1/mitarbeitende/{id}/nachweise': { ausgestelltAm: 'tatsache', gueltigBis: 'vorhaben' },
  'post /api/v1/kalender/abweichungen': { tag: 'vorhaben' },
  'post /api/v1/policies': { gueltigAb: 'vorhaben', 'aenderungen.POL-VEREINBARUNG[].ab': 'vorhaben' },
  'post /api/v1/fristen/berechnung': { 'zusatzFreieTage[]': 'vorhaben' },
};

export function tatsachenIn(op: string): string[] {
  return Object.entries(AKTENTAGE[op] ?? {}).flatMap(([feld, art]) => (art === 'tatsache' ? [feld] : []));
}

type Schema = {
  readonly $ref?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
} & { readonly [art in 'anyOf' | 'oneOf' | 'allOf']?: readonly Schema[] };

type Datei = {
  paths: Record<
    string,
    Record<string, { requestBody?: { content: { 'application/json': { schema: Schema } } } }>
  >;
  components: { schemas: Record<string, Schema> };
};

/** The fields of the bodies that are days, by operation, as docs/openapi.json has them; commands apart. */
export function tageDerBeschreibung(): Record<string, string[]> {
  const { paths, components } = beschreibung() as Datei;
  const tageIn = (schema: Schema, feld: string): string[] => {
    const name = schema.$ref?.split('/').at(-1);
    if (name !== undefined) return tageIn(components.schemas[name] ?? {}, feld);
    if (schema.format === 'date') return [feld];
    const felder = Object.entries(schema.properties ?? {}).flatMap(([teil, form]) =>
      tageIn(form, feld === '' ? teil : `${feld}.${teil}`),
    );
    const glieder = schema.items === undefined ? [] : tageIn(schema.items, `${feld}[]`);
    const wahl = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((formen) => formen ?? []);
    return [...felder, ...glieder, ...wahl.flatMap((form) => tageIn(form, feld))];
  };
  const befehle = new Set(VERTRAEGE.map((v) => `post ${pfadDesBefehls(v)}`));
  return Object.fromEntries(
    Object.entries(paths).flatMap(([pfad, methoden]) =>
      Object.entries(methoden).flatMap(([methode, { requestBody }]) => {
        const op = `${methode} ${pfad}`;
        if (requestBody === undefined || befehle.has(op)) return [];
        const tage = [...new Set(tageIn(requestBody.content['application/json'].schema, ''))];
        return tage.length === 0 ? [] : [[op, tage] as const];
      }),
    ),
  );
}
