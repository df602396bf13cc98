import { v5 as uuidV5 } from 'uuid';
import { z } from 'zod';
import { vertragAn, type JederVertrag } from '../../../api/befehle/vertraege.ts';
import { pfadVon } from '../../../api/befehle/routen.ts';
import type { Vorgangsbezug } from '../../../db/verweis.ts';
import { DATENKATEGORIEN } from '../../../domain/einwilligung/einwilligung.ts';
import type { Pruefapi } from '../../probehaus/api.ts';
import type { Befehlsschritt } from '../geschichte.ts';
import type { Absage, Befehlsergebnis } from '../motor.ts';
import type { Aktenbefehl } from '../stammdaten.ts';
import { bedarfId, kennung, mitIds } from '../verweise.ts';

const SCHLUESSEL = 'd2c6d0d1-8a4e-4e0f-8a53-6f6b7f0c5a02';

const erfolg = z.object({
  fallId: z.string().optional(),
  zustand: z.string(),
  neben: z.array(z.string()),
  warnungen: z.array(z.string()),
  fakten: z.record(z.string(), z.unknown()),
});
const problem = z.object({ regel: z.string().optional() });
const bedarfe = z.object({
  handlungsbedarfe: z.array(z.object({ id: z.string(), version: z.number() })).optional(),
});
const versioniert = z.object({ version: z.number().default(1) });
const kennungsfeld = z.object({ id: z.string() });

/** A command that did nothing. */
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
      'idempotency-key': uuidV5(`${schritt.nummer}/${anfrage.methode}${anfrage.pfad}`, SCHLUESSEL),
    },
    ...(anfrage.methode === 'GET' ? {} : { body: JSON.stringify(anfrage.rumpf) }),
  });
  return { status: antwort.status, inhalt: await antwort.json() };
}

/** What a status that is no success means for a story. @throws for anything a story cannot expect. */
export function absage(status: number, inhalt: unknown): Absage {
  if (status === 403) return { verboten: true };
  const regel = problem.safeParse(inhalt).data?.regel;
  if ((status === 409 || status === 422) && regel !== undefined) return { abgelehnt: regel };
  throw new Error(`Die API antwortet ${status}: ${JSON.stringify(inhalt)}`);
}

type Sendung = { readonly vertrag: JederVertrag; readonly rumpf: unknown };

/** What a step sends. @param idVonFall knows the cases by their labels */
export function sendungFuer(schritt: Sachschritt, idVonFall: (label: string) => string): Sendung {
  const vertrag = vertragAn(schritt.ziel, schritt.befehl);
  if (vertrag === undefined) throw new Error(`Kein Vertrag für ${schritt.befehl}`);
  const rumpf = mitIds(vertrag, schritt.eingabe, ({ art, label }) =>
    art === 'fall' ? idVonFall(label) : kennung(art, label),
  );
  return { vertrag, rumpf };
}

/**
 * Sends a command to its Vorgang, or the one that opens a case.
 * @param bezug the Vorgang the step names; null when there is none yet
 */
export async function sendeSachbefehl(
  api: Pruefapi,
  schritt: Sachschritt,
  { vertrag, rumpf, bezug }: Sendung & { readonly bezug: Vorgangsbezug | null },
): Promise<{ ergebnis: Befehlsergebnis; eroeffnet: string | null }> {
  const pfad = pfadVon(vertrag).replace(/\{\w+\}/, bezug?.id ?? '');
  const { status, inhalt } = await rufe(api, schritt, { methode: 'POST', pfad, rumpf });
  if (status !== 200 && status !== 201) return { ergebnis: absage(status, inhalt), eroeffnet: null };
  const { fallId = null, zustand, neben, warnungen, fakten } = erfolg.parse(inhalt);
  const ergebnis = { ergebnis: 'ok', zustand, neben, warnungen, fakten } as const;
  return { ergebnis, eroeffnet: vertrag.pfad === null ? fallId : null };
}

const UNBEKANNT = '00000000-0000-4000-8000-000000000000';

/** The request a change of the file makes, below the address of the person. */
async function stammanfrage(
  stammdaten: Aktenbefehl,
  zusammenhang: {
    readonly person: string;
    readonly heute: string;
    readonly lies: (pfad: string) => Promise<unknown>;
  },
): Promise<Anfrage> {
  switch (stammdaten.befehl) {
    case 'profil_anpassen': {
      const { datum = zusammenhang.heute, anlass, profillage, abgesichert, ressourcen } = stammdaten;
      const rumpf = { datum, anlass, profillage, abgesichert, ressourcen };
      return { methode: 'POST', pfad: '/profile', rumpf };
    }
    case 'neuzugang_erfassen':
      return neuzugang(stammdaten, zusammenhang.heute);
    case 'person_aendern': {
      const { rechtskreis, erwerbsfaehig, verstorbenAm, verzogenAm } = stammdaten;
      const { version } = versioniert.parse(await zusammenhang.lies(''));
      const rumpf = { version, rechtskreis, erwerbsfaehig, verstorbenAm, verzogenAm };
      return { methode: 'PATCH', pfad: '', rumpf };
    }
    case 'handlungsbedarf_aendern': {
      const id = bedarfId(zusammenhang.person, stammdaten.nummer);
      const person = bedarfe.parse(await zusammenhang.lies(''));
      const version = person.handlungsbedarfe?.find((hb) => hb.id === id)?.version ?? 1;
      const { status, handlungsfeld, wirksamesInstrument } = stammdaten;
      const rumpf = { version, status, handlungsfeld, wirksamesInstrument };
      return { methode: 'PATCH', pfad: `/handlungsbedarfe/${id}`, rumpf };
    }
    case 'begleitperson_anlegen': {
      const { rolle, beiTerminabsageInformieren } = stammdaten;
      const rumpf = { rolle, name: 'Demo Begleitperson', kontakt: '0471 000000', beiTerminabsageInformieren };
      return { methode: 'POST', pfad: '/begleitpersonen', rumpf };
    }
    case 'einwilligung_erteilen':
      return {
        methode: 'POST',
        pfad: '/einwilligungen',
        rumpf: einwilligung(stammdaten, zusammenhang.heute),
      };
    case 'einwilligung_widerrufen':
      return widerruf(stammdaten, await zusammenhang.lies('/einwilligungen'), zusammenhang.heute);
  }
}

function neuzugang(
  { am, grund }: Extract<Aktenbefehl, { befehl: 'neuzugang_erfassen' }>,
  heute: string,
): Anfrage {
  return { methode: 'POST', pfad: '/neuzugang', rumpf: { am: am ?? heute, grund } };
}

/** Of the n-th consent, as the API lists them. */
function widerruf(
  { nummer, widerrufenAm }: Extract<Aktenbefehl, { befehl: 'einwilligung_widerrufen' }>,
  alle: unknown,
  heute: string,
): Anfrage {
  const gemeint: unknown = Array.isArray(alle) ? alle[nummer - 1] : null;
  const id = kennungsfeld.safeParse(gemeint).data?.id ?? UNBEKANNT;
  const rumpf = { widerrufenAm: widerrufenAm ?? heute };
  return { methode: 'POST', pfad: `/einwilligungen/${id}/widerruf`, rumpf };
}

/** A complete consent; a story names only what matters to it. */
function einwilligung(
  befehl: Extract<Aktenbefehl, { befehl: 'einwilligung_erteilen' }>,
  heute: string,
): object {
  const { zweck, erteiltAm, gueltigBis, leistungserbringer, datenkategorien = DATENKATEGORIEN } = befehl;
  return {
    zweck,
    leistungserbringer:
      leistungserbringer === undefined ? null : kennung('leistungserbringer', leistungserbringer),
    erteiltAm: erteiltAm ?? heute,
    ...(gueltigBis === undefined ? {} : { gueltigBis }),
    datenkategorien,
    entbundeneStellen: ['jobcenter', zweck === 'fachdienst' ? 'fachdienst' : 'leistungserbringer'],
    empfaenger: 'Demo Stelle',
    form: 'schriftlich',
    aufgeklaertUeber: { zweck: true, folgenVerweigerung: true, widerruf: true },
  };
}

/** Changes the file of a person through the master data routes; null when it was done. */
export async function sendeAktenbefehl(
  api: Pruefapi,
  schritt: Stammschritt,
  zusammenhang: { befehl: Aktenbefehl; person: string; heute: string },
): Promise<Befehlsergebnis | null> {
  const basis = `/api/v1/personen/${kennung('person', zusammenhang.person)}`;
  // Whoever may not read may not write either, and the write says so.
  const lies = async (pfad: string): Promise<unknown> =>
    (await rufe(api, schritt, { methode: 'GET', pfad: `${basis}${pfad}`, rumpf: null })).inhalt;
  const { methode, pfad, rumpf } = await stammanfrage(zusammenhang.befehl, { ...zusammenhang, lies });
  const { status, inhalt } = await rufe(api, schritt, { methode, pfad: `${basis}${pfad}`, rumpf });
  return status === 200 || status === 201 ? null : absage(status, inhalt);
}
