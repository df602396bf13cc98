import { v5 as uuidV5 } from 'uuid';
import { vertragFuer } from '../../../api/contracts/befehle.ts';
import type { Fakten } from '../../../domain/fall/antwort.ts';
import type { Pruefapi } from '../../pruefstand/api.ts';
import type { Befehlsschritt } from '../geschichte.ts';
import type { Befehlsergebnis } from '../motor.ts';
import type { Aktenbefehl } from '../stammdaten.ts';
import { kennung, mitIds } from '../verweise.ts';
import { bedarfId } from './stammdaten.ts';

const SCHLUESSEL = 'd2c6d0d1-8a4e-4e0f-8a53-6f6b7f0c5a02';

type Erfolg = {
  readonly fallId: string;
  readonly zustand: string;
  readonly neben: readonly string[];
  readonly warnungen: readonly string[];
  readonly fakten: Fakten;
};
export type Anfrage = { readonly methode: string; readonly pfad: string; readonly rumpf: unknown };
export type Sachschritt = Extract<Befehlsschritt, { eingabe: unknown }>;
export type Stammschritt = Exclude<Befehlsschritt, Sachschritt>;

/** One call as the actor of the step. */
export async function rufe(
  api: Pruefapi,
  schritt: Befehlsschritt,
  anfrage: Anfrage,
): Promise<{ status: number; inhalt: unknown }> {
  const antwort = await fetch(`${api.url}${anfrage.pfad}`, {
    method: anfrage.methode,
    headers: {
      authorization: `Bearer ${await api.token(kennung('personal', schritt.als))}`,
      'content-type': 'application/json',
      'idempotency-key': uuidV5(`${schritt.nummer}/${anfrage.methode}`, SCHLUESSEL),
    },
    ...(anfrage.methode === 'GET' ? {} : { body: JSON.stringify(anfrage.rumpf) }),
  });
  return { status: antwort.status, inhalt: await antwort.json() };
}

/** What a status that is no success means for a story. @throws for anything a story cannot expect. */
export function absage(status: number, inhalt: unknown): Befehlsergebnis {
  if (status === 403) return { verboten: true };
  const { regel } = inhalt as { regel?: string };
  if ((status === 409 || status === 422) && regel !== undefined) return { abgelehnt: regel };
  throw new Error(`Die API antwortet ${status}: ${JSON.stringify(inhalt)}`);
}

/** Sends a command to its case, or the one that opens it. */
export async function sendeSachbefehl(
  api: Pruefapi,
  schritt: Sachschritt,
  fallId: string | null,
): Promise<{ ergebnis: Befehlsergebnis; fallId: string | null }> {
  const vertrag = vertragFuer(schritt.befehl);
  const rumpf = mitIds(vertrag, schritt.eingabe, ({ art, label }) => kennung(art, label));
  const pfad =
    vertrag.pfad === null
      ? `/api/v1/faelle${schritt.befehl === 'vormerken' ? '' : '/uebernahme'}`
      : `/api/v1/faelle/${fallId ?? ''}${vertrag.pfad}`;
  const { status, inhalt } = await rufe(api, schritt, { methode: 'POST', pfad, rumpf });
  if (status !== 200 && status !== 201) return { ergebnis: absage(status, inhalt), fallId: null };
  const { fallId: id, zustand, neben, warnungen, fakten } = inhalt as Erfolg;
  return { ergebnis: { ergebnis: 'ok', zustand, neben, warnungen, fakten }, fallId: id };
}

/** Changes the file of a person through the master data routes; null when it was done. */
export async function sendeAktenbefehl(
  api: Pruefapi,
  schritt: Stammschritt,
  lage: { befehl: Aktenbefehl; person: string; heute: string },
): Promise<Befehlsergebnis | null> {
  const basis = `/api/v1/personen/${kennung('person', lage.person)}`;
  const { befehl } = lage;
  let anfrage: Anfrage;
  if (befehl.befehl === 'profil_anpassen') {
    const { datum = lage.heute, anlass, profillage } = befehl;
    anfrage = { methode: 'POST', pfad: `${basis}/profile`, rumpf: { datum, anlass, profillage } };
  } else {
    const id = bedarfId(lage.person, befehl.nummer);
    const { status, inhalt } = await rufe(api, schritt, { methode: 'GET', pfad: basis, rumpf: null });
    if (status !== 200) return absage(status, inhalt);
    const { handlungsbedarfe } = inhalt as { handlungsbedarfe: { id: string; version: number }[] };
    const version = handlungsbedarfe.find((hb) => hb.id === id)?.version ?? 0;
    const rumpf = { version, status: befehl.status };
    anfrage = { methode: 'PATCH', pfad: `${basis}/handlungsbedarfe/${id}`, rumpf };
  }
  const { status, inhalt } = await rufe(api, schritt, anfrage);
  return status === 200 || status === 201 ? null : absage(status, inhalt);
}
