import { z } from 'zod';
import { pruefakteSchema } from './formen.ts';
import { adresseVon } from '../kern/adressen.ts';
import { LEER, LESEN, route, type Route } from '../kern/route.ts';
import { pruefakte } from './faelle.ts';
import { kennung } from '../kern/felder.ts';

/** The check record of a person outside bFM. */
export const potenzialrouten: readonly Route[] = [
  route({
    ...LESEN,
    spur: { ohne: 'nur für die, die die Person betreuen oder ihr Team leiten; kein K3 bis K5' },
    pfad: adresseVon('potenzial'),
    name: 'pruefakte',
    titel: 'Prüfakte einer Person außerhalb des bFM: Fristen und dokumentierte Prüfungen',
    gruppe: 'Potenzial',
    betrifft: { was: 'person', klassen: ['K1'], zeigt: ['K2'] },
    rollen: ['pap', 'fm_u25', 'tl'],
    pfadwerte: z.strictObject({ personId: kennung }),
    abfrage: LEER,
    antwort: pruefakteSchema,
    fall: (umgebung, { konto, pfad }) => pruefakte(umgebung, konto, pfad.personId),
  }),
];
