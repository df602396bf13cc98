import postgres from 'postgres';

const GRUPPEN = ['api', 'worker', 'loeschung'] as const;

/** Connection strings of the logins beside the owner, who migrates; each is in the group of its name (ADR 0027). */
export type Zugaenge = Readonly<Record<(typeof GRUPPEN)[number], string>>;

const login = (gruppe: string): string => `lotse_${gruppe}_login`;

/**
 * Creates a login per group, with the password of the owner, and says how they connect: for trial and tests, where the
 * owner is the superuser of a cluster of its own.
 * @param besitzer connection string of the owner of a migrated database
 */
export async function richteZugaengeEin(besitzer: string): Promise<Zugaenge> {
  const passwort = decodeURIComponent(new URL(besitzer).password);
  const sql = postgres(besitzer, { max: 1, onnotice: () => undefined });
  try {
    for (const gruppe of GRUPPEN) {
      const [vorhanden] = await sql`select from pg_roles where rolname = ${login(gruppe)}`;
      if (vorhanden !== undefined) continue;
      const [zeile] = await sql<{ anweisung: string }[]>`select format(
        'create role %I login password %L in role %I', ${login(gruppe)}::text, ${passwort}::text, ${`lotse_${gruppe}`}::text
      ) as anweisung`;
      await sql.unsafe(zeile?.anweisung ?? '');
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
  const als = (gruppe: string): string => {
    const url = new URL(besitzer);
    url.username = login(gruppe);
    return url.toString();
  };
  return { api: als('api'), worker: als('worker'), loeschung: als('loeschung') };
}
