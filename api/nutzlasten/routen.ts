import { z } from 'zod';
import * as vertrag from './formen.ts';
import { route, type Route } from '../kern/route.ts';
import type { Anwendung } from '../anwendung.ts';

const leer = z.strictObject({});

/** What the Temporal UI asks to show payloads; `/api/v1/codec` is its codec endpoint. Nothing is encrypted for anybody. */
export function nutzlastrouten(anwendung: Anwendung): Route[] {
  return [
    route({
      methode: 'post',
      pfad: '/api/v1/codec/decode',
      titel: 'Nutzlasten für die Temporal-Oberfläche entschlüsseln',
      beschreibung:
        'Nur wo LOTSE_CODEC_HERKUNFT gesetzt ist. Unlesbares kommt als {"unlesbar": …} zurück, Unverschlüsseltes unverändert; jeder Blick steht im Protokoll.',
      gruppe: 'Betrieb',
      betrifft: { was: 'haus', klassen: ['K1', 'K2'] },
      fremdeHerkunft: true,
      rollen: ['administration'],
      status: 200,
      schreibt: false,
      pfadwerte: leer,
      abfrage: leer,
      rumpf: vertrag.nutzlasten,
      antwort: vertrag.nutzlasten,
      handler: async ({ konto, rumpf }) => ({
        status: 200,
        rumpf: await anwendung.liesNutzlasten(konto, rumpf),
      }),
    }),
  ];
}
