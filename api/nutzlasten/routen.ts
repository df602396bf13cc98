import * as vertrag from './formen.ts';
import { LEER, route, type Route } from '../kern/route.ts';
import { liesNutzlasten } from './faelle.ts';

/** What the Temporal UI asks to show payloads; `/api/v1/codec` is its codec endpoint. Nothing is encrypted for anybody. */
export const nutzlastrouten: readonly Route[] = [
  route({
    methode: 'post',
    pfad: '/api/v1/codec/decode',
    name: 'nutzlastenEntschluesseln',
    titel: 'Nutzlasten für die Temporal-Oberfläche entschlüsseln',
    beschreibung:
      'Nur wo LOTSE_CODEC_HERKUNFT gesetzt ist. Unlesbares kommt als {"unlesbar": …} zurück, Unverschlüsseltes unverändert; jeder Blick steht im Protokoll.',
    gruppe: 'Betrieb',
    betrifft: { was: 'haus', klassen: ['K1', 'K2'] },
    fremdeHerkunft: true,
    rollen: ['administration'],
    status: 200,
    schreibt: false,
    spur: 'immer',
    pfadwerte: LEER,
    abfrage: vertrag.codecabfrage,
    rumpf: vertrag.nutzlasten,
    antwort: vertrag.nutzlasten,
    fall: (umgebung, { konto, rumpf }) => liesNutzlasten(umgebung, konto, rumpf),
  }),
];
