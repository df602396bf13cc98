import { defineUpdate } from '@temporalio/workflow';

/** How long what travels is, in characters of text: as long as Lotse's own payloads of the same command. */
export type Laengen = {
  readonly befehl: number;
  readonly auftrag: number;
  readonly aufgezeichnet: number;
  readonly antwort: number;
};

export type Gegnerbefehl = {
  readonly fallId: string;
  readonly schluessel: string;
  readonly laengen: Laengen;
  readonly inhalt: string;
};
export type Gegnerauftrag = Omit<Gegnerbefehl, 'laengen'> & { readonly ergebnis: number };

export const GEGNERSCHLANGE = 'gegner';
export const GEGNERFALL = 'gegnerfall';
export const gegnerId = (fallId: string): string => `gegner-${fallId}`;
export const gegnerbefehl = defineUpdate<string, [Gegnerbefehl]>('befehl');
