import type { Express } from 'express';
import { createApp } from '../../api/app.ts';
import type { Dokuanmeldung } from '../../api/doku/seite.ts';
import type { Grenzen } from '../../api/kern/bremse.ts';
import type { Anmeldung } from '../../api/kern/auth.ts';
import { Absage } from '../../api/kern/absage.ts';
import type { Konto, Umgebung } from '../../api/kern/umgebung.ts';
import { erzeugeLogger } from '../../log/logger.ts';
import { mitAttrappen, nurMit } from '../support/attrappen.ts';
import { lokalerAussteller, OHNE_GRENZEN, type Aussteller } from '../../tools/probehaus/api.ts';

const TEAM = '6f1c0c52-0000-4000-8000-000000000001';

const ROLLEN = ['pap', 'fm', 'tl', 'bereichsleitung', 'controlling'] as const;

/** An account of the test, by its role. */
export const kontoVon = (rolle: (typeof ROLLEN)[number]): Konto => ({
  id: `6f1c0c52-0000-4000-8000-00000000000${String(ROLLEN.indexOf(rolle) + 1)}`,
  anzeigename: 'Demo Person',
  rolle,
  anteil: 1,
  team: { id: TEAM, kennzeichen: '621' },
  teams: rolle === 'tl' || rolle === 'bereichsleitung' ? [TEAM] : [],
  vertritt: [],
  am: '2026-03-02T08:00:00Z',
});

/** Whose token it is says its subject. */
function kontoZu(subjekt: string): Promise<Konto> {
  const rolle = ROLLEN.find((r) => r === subjekt);
  if (rolle === undefined) return Promise.reject(new Absage('KONTO_UNBEKANNT', 'Kein Konto.'));
  return Promise.resolve(kontoVon(rolle));
}

export type Pruefling = {
  readonly app: Express;
  readonly aussteller: Aussteller;
  readonly protokoll: string[];
};

/** The real application with hand-written answers to some operations, by `methode pfad`; the log is kept. */
export async function pruefling(
  eigene: Parameters<typeof mitAttrappen>[0] = {},
  wahl: {
    umgebung?: Umgebung;
    bereit?: boolean;
    anmeldung?: Anmeldung;
    vertrauteProxys?: number;
    grenzen?: Grenzen;
    doku?: Dokuanmeldung;
    konto?: (subjekt: string) => Promise<Konto>;
  } = {},
): Promise<Pruefling> {
  const aussteller = await lokalerAussteller();
  const protokoll: string[] = [];
  const log = erzeugeLogger('api', 'info', { write: (zeile) => void protokoll.push(zeile) });
  const teile = [{ name: 'datenbank', pruefe: () => Promise.resolve(wahl.bereit ?? true) }];
  const app = createApp({
    umgebung: wahl.umgebung ?? nurMit({}),
    routen: mitAttrappen(eigene),
    konto: wahl.konto ?? kontoZu,
    anmeldung: wahl.anmeldung ?? aussteller.anmeldung,
    bereitschaft: { laeuftAus: () => false, teile },
    log,
    grenzen: wahl.grenzen ?? OHNE_GRENZEN,
    vertrauteProxys: wahl.vertrauteProxys ?? 0,
    doku: wahl.doku ?? null,
  });
  return { app, aussteller, protokoll };
}
