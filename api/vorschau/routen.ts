import { AN_BESTEHENDEM_FALL } from '../befehle/vertraege.ts';
import { LEER, route, type Route } from '../kern/route.ts';
import { siehVoraus } from '../befehle/vorschaufaelle.ts';
import { fallIdSchema } from '../faelle/formen.ts';
import { vorschaueingabe, vorschauSchema, type Vorschau } from './formen.ts';

/** Whoever may give one of the commands at all; about the single one the use case decides as for the command. */
const rollen = [...new Set(AN_BESTEHENDEM_FALL.flatMap((vertrag) => vertrag.rollen))].toSorted();

export const vorschauroute: Route<Vorschau> = route({
  methode: 'post',
  pfad: '/api/v1/faelle/{fallId}/vorschau',
  name: 'vorschau',
  titel: 'Sehen, welche Fristen ein Befehl zur Folge hätte',
  gruppe: 'Fall',
  beschreibung:
    'Prüft und rechnet wie der Befehl selbst und hält nichts fest; abgelehnt wird, was auch der Befehl ablehnt.',
  betrifft: { was: 'fall', klassen: ['K1'] },
  rollen,
  status: 200,
  schreibt: false,
  spur: { ohne: 'zeigt nur Fristen und Zustand (K1) dem, der den Befehl geben darf' },
  pfadwerte: fallIdSchema,
  abfrage: LEER,
  rumpf: vorschaueingabe,
  antwort: vorschauSchema,
  fall: (umgebung, { konto, pfad, rumpf }) => siehVoraus(umgebung, konto, { ...pfad, ...rumpf }),
});

export const vorschaurouten: readonly Route[] = [vorschauroute];
