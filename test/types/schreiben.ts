import { VORLAGEN } from '../../api/schreiben/vorlagen.ts';
import type { Schreibuebergang } from '../../domain/fall/uebergaenge/katalog.ts';

/** What must not compile about the letters to the person (read by tsc alone). */
const { TR15, ...ohneAbweisung } = VORLAGEN;

// @ts-expect-error the reasons of a refusal have no letter
export const fehlt: typeof VORLAGEN = ohneAbweisung;
export const vollstaendig: typeof VORLAGEN = { ...ohneAbweisung, TR15 };

// @ts-expect-error nobody owes the person a letter about a Teilziel
export const keines: Schreibuebergang = 'TR26';

export const falschesEreignis = {
  ...VORLAGEN,
  TR51: {
    fm_gewechselt: {
      titel: () => '',
      // @ts-expect-error a change of Fallmanagement names no pAp
      sagt: ({ pap }) => [{ art: 'absatz', text: String(pap) }],
      texte: {},
    },
  },
} satisfies typeof VORLAGEN;
