import { erzeugeBefehlsausfuehrung, type Befehlsausfuehrung } from './befehl.ts';
import { liesAblauf, liesFallansicht } from './fall.ts';
import { ladeKonto } from './konto.ts';
import type { Konto, Umgebung } from './umgebung.ts';
import type { Ablaufansicht, Fallansicht } from '../contracts/fall.ts';

/** Everything a clerk can do, for the JSON routes and for the pages alike (style.md P7). */
export type Anwendung = {
  readonly konto: (subjekt: string) => Promise<Konto>;
  readonly befehl: Befehlsausfuehrung;
  readonly fall: (konto: Konto, fallId: string) => Promise<Fallansicht>;
  readonly ablauf: (konto: Konto, fallId: string) => Promise<Ablaufansicht>;
};

export function erzeugeAnwendung(umgebung: Umgebung): Anwendung {
  return {
    konto: (subjekt) => ladeKonto(umgebung, subjekt),
    befehl: erzeugeBefehlsausfuehrung(umgebung),
    fall: (konto, fallId) => liesFallansicht(umgebung, konto, fallId),
    ablauf: (konto, fallId) => liesAblauf(umgebung, konto, fallId),
  };
}
