import postgres from 'postgres';
import { migriere } from '../../db/migrate.ts';
import { pruefDatenbank } from '../lokal/pruefdatenbank.ts';

/** A PostgreSQL whose migrated template is cloned for everybody who wants a database of their own. */
export type Datenbanken = {
  readonly neue: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

const VORLAGE = 'lotse_vorlage';

export async function starteDatenbanken(): Promise<Datenbanken> {
  const { url, stop } = await pruefDatenbank();
  const verwaltung = postgres(url, { max: 1, onnotice: () => undefined });
  const adresse = (name: string): string => {
    const ziel = new URL(url);
    ziel.pathname = `/${name}`;
    return ziel.toString();
  };
  await verwaltung`create database ${verwaltung(VORLAGE)}`;
  await migriere(adresse(VORLAGE));
  let anzahl = 0;
  return {
    neue: async () => {
      anzahl += 1;
      const name = `lotse_${anzahl}`;
      await verwaltung`create database ${verwaltung(name)} template ${verwaltung(VORLAGE)}`;
      return adresse(name);
    },
    stop: async () => {
      await verwaltung.end({ timeout: 5 });
      await stop();
    },
  };
}
