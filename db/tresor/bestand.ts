import postgres from 'postgres';
import type { Datenklasse } from '../../domain/rollen/matrix.ts';
import { KENNUNG, versiegle } from './textschutz.ts';
import type { Tresor } from './tresor.ts';

type Zeile = {
  readonly id: string;
  readonly klasse: Datenklasse;
  readonly text: string;
  readonly fallId: string | null;
  readonly vorgangId: string | null;
};

const JE_SCHRITT = 200;

/**
 * Encrypts the K4 and K5 texts that a release before the keys of cases left in clear, and then lets PostgreSQL hold every
 * row to it. Only the owner can: the trigger that keeps valid texts as they are is off in these transactions alone.
 * @param besitzer connection string of the owner
 * @returns how many there were
 */
export async function verschluesseleBestand(besitzer: string, tresor: Tresor): Promise<number> {
  const sql = postgres(besitzer, { max: 1, onnotice: () => undefined, transform: postgres.camel });
  const muster = `${KENNUNG}%`;
  let anzahl = 0;
  try {
    for (;;) {
      const offen = await sql.begin(async (tx) => {
        const zeilen = await tx<Zeile[]>`select id, klasse, text, fall_id, vorgang_id from dokument
          where klasse in ('K4', 'K5') and text not like ${muster} limit ${JE_SCHRITT} for update`;
        if (zeilen.length === 0) return 0;
        const versiegelt = await versiegle(tresor, zeilen);
        if (versiegelt === null)
          throw new Error('Ein Text liegt noch offen, obwohl sein Schlüssel vernichtet ist');
        await tx`alter table dokument disable trigger dokument_text_bleibt`;
        for (const { id, text } of versiegelt) await tx`update dokument set text = ${text} where id = ${id}`;
        await tx`alter table dokument enable trigger dokument_text_bleibt`;
        return zeilen.length;
      });
      if (offen === 0) break;
      anzahl += offen;
    }
    await sql`alter table dokument validate constraint dokument_verschluesselt`;
    return anzahl;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
