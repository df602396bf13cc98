import * as vorgang from '../../vorgang/entwurf.ts';
import type { Ereignisdaten } from '../ereignisse.ts';

export { text, zeichen } from '../../vorgang/entwurf.ts';

/** An event before it got its place in the case. */
export type Rohereignis = vorgang.Rohereignis<Ereignisdaten>;

/** What a command would record, or why it may not. */
export type Entwurf = vorgang.Entwurf<Ereignisdaten>;

/** The fact a command reports, with its documents and warnings. */
export const geschehen = vorgang.geschehen<Ereignisdaten>;
/** A consequence that brings no text and no warning of its own. */
export const folge = vorgang.folge<Ereignisdaten>;
export const angenommen = vorgang.angenommen<Ereignisdaten>;
