import { randomUUID } from 'node:crypto';
import { z } from 'zod';

export type Antwort = { readonly status: number; readonly inhalt: unknown };

const angelegt = z.object({ id: z.string() });
const vormerkung = z.object({ fallId: z.string() });

/** „Execute“ at the page of the API, with a token of whoever signed in. */
export function schnittstelle(herkunft: string) {
  const frage = async (
    token: string,
    weg: `${'GET' | 'POST'} /${string}`,
    rumpf?: object,
  ): Promise<Antwort> => {
    const [method, pfad] = weg.split(' ');
    const antwort = await fetch(`${herkunft}${pfad ?? ''}`, {
      ...{ method: method ?? '' },
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(rumpf === undefined ? {} : { 'idempotency-key': randomUUID() }),
      },
      ...(rumpf === undefined ? {} : { body: JSON.stringify(rumpf) }),
    });
    return { status: antwort.status, inhalt: await antwort.json() };
  };
  const gelungen = async (...auftrag: Parameters<typeof frage>): Promise<unknown> => {
    const { status, inhalt } = await frage(...auftrag);
    if (status >= 300) throw new Error(`${auftrag[1]}: ${String(status)} ${JSON.stringify(inhalt)}`);
    return inhalt;
  };
  return {
    frage,
    gelungen,
    ich: (token: string) => frage(token, 'GET /api/v1/ich'),
    lege: async (token: string, weg: `POST /${string}`, rumpf: object): Promise<string> =>
      angelegt.parse(await gelungen(token, weg, rumpf)).id,
    merkeVor: async (token: string, person: string): Promise<string> => {
      const rumpf = { person, gruende: 'Mehrere Hemmnisse, die zusammenwirken' };
      return vormerkung.parse(await gelungen(token, 'POST /api/v1/faelle', rumpf)).fallId;
    },
  };
}
