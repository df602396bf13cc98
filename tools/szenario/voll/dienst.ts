import { z } from 'zod';
import type { Pruefapi } from '../../probehaus/api.ts';
import type { Befehlsergebnis } from '../motor.ts';
import type { Dienstbefehl } from '../stammdaten.ts';
import { kennung } from '../verweise.ts';
import { absage, rufe, type Anfrage, type Stammschritt } from './zugriff.ts';

const ring = z.object({ version: z.number() });
const abwesenheiten = z.object({ eintraege: z.array(z.object({ id: z.string(), version: z.number() })) });

type Aufruf = { readonly api: Pruefapi; readonly schritt: Stammschritt };

/** Reads what a change has to name: the version, or the id of the n-th entry; null when the actor may not look. */
async function lies<T>({ api, schritt }: Aufruf, pfad: string, form: z.ZodType<T>): Promise<T | null> {
  const { status, inhalt } = await rufe(api, schritt, { methode: 'GET', pfad, rumpf: null });
  if (status === 403) return null;
  if (status !== 200) throw new Error(`Die API antwortet ${status}: ${JSON.stringify(inhalt)}`);
  return form.parse(inhalt);
}

async function anfrage(aufruf: Aufruf, befehl: Dienstbefehl): Promise<Anfrage | null> {
  if (befehl.befehl === 'vertretungsring_festlegen') {
    const pfad = `/api/v1/teams/${kennung('team', 'fallmanagement')}/vertretungsring`;
    const bisher = await lies(aufruf, pfad, ring);
    if (bisher === null) return null;
    const mitglieder = befehl.mitglieder.map((label) => kennung('personal', label));
    return { methode: 'POST', pfad, rumpf: { version: bisher.version, mitglieder } };
  }
  const wer = kennung('personal', befehl.wer ?? aufruf.schritt.als);
  const pfad = `/api/v1/mitarbeitende/${wer}/abwesenheiten`;
  if (befehl.befehl === 'abwesenheit_melden') {
    const { von, bis, grund } = befehl;
    return { methode: 'POST', pfad, rumpf: { von, bis, grund } };
  }
  const eigene = await lies(aufruf, pfad, abwesenheiten);
  if (eigene === null) return null;
  const { id = '', version = 0 } = eigene.eintraege[befehl.nummer - 1] ?? {};
  if (befehl.befehl === 'abwesenheit_stornieren')
    return { methode: 'POST', pfad: `${pfad}/${id}/storno`, rumpf: { version } };
  return { methode: 'PATCH', pfad: `${pfad}/${id}`, rumpf: { version, bis: befehl.bis } };
}

/** Changes the roster through the routes of the staff; null when it was done. */
export async function sendeDienstbefehl(
  aufruf: Aufruf,
  befehl: Dienstbefehl,
): Promise<Befehlsergebnis | null> {
  const gebaut = await anfrage(aufruf, befehl);
  if (gebaut === null) return { verboten: true };
  const { status, inhalt } = await rufe(aufruf.api, aufruf.schritt, gebaut);
  return status === 200 || status === 201 ? null : absage(status, inhalt);
}
