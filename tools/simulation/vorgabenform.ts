import type { Befehlskopf, Befehlsname, BefehlVon } from '../../domain/fall/befehle.ts';

/** What a command says beyond its head. */
export type Eigenes<Name extends Befehlsname> = Omit<BefehlVon<Name>, keyof Befehlskopf | 'befehl'>;
export type Vorgaben<Name extends Befehlsname> = { readonly [N in Name]: Eigenes<N> };
