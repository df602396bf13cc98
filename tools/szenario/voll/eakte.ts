import { z } from 'zod';
import type { Pruefapi } from '../../probehaus/api.ts';
import type { Befehlsergebnis } from '../motor.ts';
import type { Eaktenbefehl } from '../stammdaten.ts';
import { absage, rufe, type Anfrage, type Stammschritt } from './zugriff.ts';

const verweise = z.array(z.object({ id: z.string() }));

/** Changes the references of a case through the routes of the API; null when it was done. */
export async function sendeEaktenbefehl(
  api: Pruefapi,
  schritt: Stammschritt,
  { befehl, fallId, heute }: { befehl: Eaktenbefehl; fallId: string; heute: string },
): Promise<Befehlsergebnis | null> {
  const pfad = `/api/v1/faelle/${fallId}/eakte`;
  const anfrage = async (): Promise<Anfrage> => {
    if (befehl.befehl === 'eaktenverweis_erfassen') {
      const { nummer, datum = heute, titel } = befehl;
      return { methode: 'POST', pfad, rumpf: { nummer, datum, titel } };
    }
    const alle = verweise.parse((await rufe(api, schritt, { methode: 'GET', pfad, rumpf: null })).inhalt);
    const id = alle[befehl.verweis - 1]?.id ?? '';
    return { methode: 'POST', pfad: `${pfad}/${id}/ruecknahme`, rumpf: { grund: befehl.grund } };
  };
  const { status, inhalt } = await rufe(api, schritt, await anfrage());
  return status === 201 ? null : absage(status, inhalt);
}
