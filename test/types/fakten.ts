import { z } from 'zod';
import { FALLVERTRAEGE } from '../../api/befehle/vertraege.ts';
import type { zugangsvertraege } from '../../api/befehle/formen/zugang.ts';
import type { Fallvertraege } from '../../api/befehle/formen/zeilen.ts';
import { zuordnung } from '../../api/befehle/fakten/personal.ts';
import { person } from '../../api/befehle/fakten/person.ts';
import { fallvertrag } from '../../api/befehle/zutritt/fall.ts';
import type { Fallvertrag } from '../../api/befehle/zutritt/fall.ts';
import type { Aktenleser } from '../../api/befehle/fakten/aktenleser.ts';
import type { Sachbefehl } from '../../domain/rollen/befehlsrechte.ts';
import type { Einmalig } from '../../domain/einmalig.ts';
import { gemeinsam, mitarbeitendeVerweis } from '../../api/kern/felder.ts';

// Each planted fault must not compile: a directive without an error below it is an error itself.

const allgemein = { pfad: '/pfad', titel: 'Titel', texte: {} } as const;
const ohneEingabe = z.strictObject({ ...gemeinsam });
const mitFm = z.strictObject({ fm: mitarbeitendeVerweis, ...gemeinsam });

/** As it has to be. */
export const richtig = fallvertrag({
  ...allgemein,
  befehl: 'wiedervorlage_bearbeiten',
  eingabe: ohneEingabe,
  fakten: { person },
  zuBefehl: (_, kopf, fakten) => ({ ...kopf, befehl: 'wiedervorlage_bearbeiten', person: fakten.person }),
});

export const ohneFakten = fallvertrag({
  ...allgemein,
  befehl: 'wiedervorlage_bearbeiten',
  eingabe: ohneEingabe,
  fakten: {},
  // @ts-expect-error nobody loads the person the command needs
  zuBefehl: (_, kopf, fakten) => ({ ...kopf, befehl: 'wiedervorlage_bearbeiten', ...fakten }),
});

// @ts-expect-error the row does not say what it loads
export const ohneLader = fallvertrag({
  ...allgemein,
  befehl: 'erstgespraech_fuehren',
  eingabe: ohneEingabe,
  zuBefehl: (_, kopf) => ({
    ...kopf,
    ...{ art: 'persoenlich', dauerMinuten: null, ausgangslage: null, aufgeklaert: true },
    befehl: 'erstgespraech_fuehren',
  }),
});

export const ohneText = fallvertrag({
  ...allgemein,
  befehl: 'wiedervorlage_bearbeiten',
  eingabe: z.strictObject({ vermerk: z.string(), ...gemeinsam }),
  // @ts-expect-error no text of the input is called like this
  texte: { vermek: 'K1' },
  fakten: { person },
  zuBefehl: (_, kopf, fakten) => ({ ...kopf, befehl: 'wiedervorlage_bearbeiten', person: fakten.person }),
});

export const verschrieben = fallvertrag({
  ...allgemein,
  befehl: 'wiedervorlage_bearbeiten',
  eingabe: ohneEingabe,
  fakten: { persn: person },
  // @ts-expect-error the fact is called `persn`
  zuBefehl: (_, kopf, fakten) => ({ ...kopf, befehl: 'wiedervorlage_bearbeiten', ...fakten }),
});

export const umbenannt = fallvertrag({
  ...allgemein,
  befehl: 'zuordnen',
  eingabe: mitFm,
  fakten: { wahl: zuordnung },
  // @ts-expect-error the command knows `fmIstFallmanager`, and no field of the new name
  zuBefehl: ({ fm }, kopf, { wahl }) => ({
    ...kopf,
    befehl: 'zuordnen',
    fm,
    istFallmanager: wahl.fmIstFallmanager,
    last: wahl.last,
  }),
});

export const ohneFeld = fallvertrag({
  ...allgemein,
  befehl: 'zuordnen',
  eingabe: z.strictObject({ wer: mitarbeitendeVerweis, ...gemeinsam }),
  // @ts-expect-error the loader needs `fm`, the input calls it `wer`
  fakten: { wahl: zuordnung },
  zuBefehl: ({ wer }, kopf) => ({ ...kopf, befehl: 'zuordnen', fm: wer, fmIstFallmanager: true }),
});

export const falscherBefehl = fallvertrag({
  ...allgemein,
  befehl: 'feedback_geben',
  eingabe: ohneEingabe,
  fakten: {},
  // @ts-expect-error another command than the row names
  zuBefehl: (_, kopf) => ({ ...kopf, befehl: 'zurueckziehen' }),
});

export const eroeffnet = fallvertrag({
  ...allgemein,
  // @ts-expect-error a command that opens a case has no case to load from
  befehl: 'vormerken',
  eingabe: ohneEingabe,
  fakten: {},
});

const { zuordnen, ...uebrige } = FALLVERTRAEGE;

// @ts-expect-error the row `zuordnen` is missing
export const luecke: Record<Sachbefehl, unknown> = uebrige;

// @ts-expect-error the row stands under the name of another command
export const vertauscht: Fallvertrag<'fm_wechseln'> = zuordnen;

type Erfuellt<Muster, T extends Muster> = T;
export type Ganz = Erfuellt<Fallvertraege, typeof FALLVERTRAEGE>;
// @ts-expect-error the row `zuordnen` is missing in the joined table
export type OhneZeile = Erfuellt<Fallvertraege, typeof uebrige>;
type Beide = Einmalig<{ zugang: typeof zugangsvertraege; zweite: { readonly zuordnen: unknown } }>;
// @ts-expect-error two files have a row for `zuordnen`
export type Doppelt = Erfuellt<Beide, typeof FALLVERTRAEGE>;

export const verschriebenerName = {
  // @ts-expect-error no command is called like this
  zuordnet: zuordnen,
} satisfies Partial<Fallvertraege>;

/** A reader without a way to look up a colleague. */
export function unvollstaendig(leser: Omit<Aktenleser, 'kollegin'>): Aktenleser {
  // @ts-expect-error both records answer every question of a loader
  return leser;
}
