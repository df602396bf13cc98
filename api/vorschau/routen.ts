import { AN_BESTEHENDEM_FALL, EROEFFNUNGEN } from '../befehle/vertraege.ts';
import type { Rolle } from '../../domain/kennungen.ts';
import { LEER, route, type Route } from '../kern/route.ts';
import { siehVoraus } from '../befehle/vorschaufaelle.ts';
import { fallIdSchema } from '../faelle/formen.ts';
import { anfangsvorschaueingabe, vorschaueingabe, vorschauSchema, type Vorschau } from './formen.ts';

/** Whoever may give one of the commands at all; about the single one the use case decides as for the command. */
const rollenFuer = (vertraege: readonly { readonly rollen: readonly Rolle[] }[]): Rolle[] =>
  [...new Set(vertraege.flatMap(({ rollen }) => rollen))].toSorted();

const sehen = {
  methode: 'post',
  gruppe: 'Fall',
  beschreibung:
    'Prüft und rechnet wie der Befehl selbst und hält nichts fest; abgelehnt wird, was auch der Befehl ablehnt.',
  status: 200,
  schreibt: false,
  spur: { ohne: 'zeigt nur Fristen und Zustand (K1) dem, der den Befehl geben darf' },
  abfrage: LEER,
  antwort: vorschauSchema,
} as const;

export const vorschauroute: Route<Vorschau> = route({
  ...sehen,
  pfad: '/api/v1/faelle/{fallId}/vorschau',
  name: 'vorschau',
  titel: 'Sehen, welche Fristen ein Befehl zur Folge hätte',
  betrifft: { was: 'fall', klassen: ['K1'] },
  rollen: rollenFuer(AN_BESTEHENDEM_FALL),
  pfadwerte: fallIdSchema,
  rumpf: vorschaueingabe,
  fall: (umgebung, { konto, pfad, rumpf }) => siehVoraus(umgebung, konto, { ...pfad, ...rumpf }),
});

/** ADR 65: before there is a case, without a number. */
export const anfangsvorschauroute: Route<Vorschau> = route({
  ...sehen,
  pfad: '/api/v1/faelle/vorschau',
  name: 'anfangsvorschau',
  titel: 'Sehen, mit welchen Fristen ein Fall begänne',
  betrifft: { was: 'person', klassen: ['K1'] },
  rollen: rollenFuer(EROEFFNUNGEN),
  pfadwerte: LEER,
  rumpf: anfangsvorschaueingabe,
  fall: (umgebung, { konto, rumpf }) => siehVoraus(umgebung, konto, { fallId: null, ...rumpf }),
});

export const vorschaurouten: readonly Route[] = [anfangsvorschauroute, vorschauroute];
