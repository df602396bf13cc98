import type { Potenzialtypen } from '../../../domain/potenzial/aggregat.ts';
import {
  darfAmPotenzial,
  POTENZIALRECHTE,
  type Potenzialsachbefehl,
} from '../../../domain/rollen/potenzialrechte.ts';
import type { BefehlAn } from '../../../domain/vorgang/aggregat.ts';
import { nichtBerechtigt } from '../../kern/absage.ts';
import { vertragsbau, type Gemeinsam, type VertragAn } from '../vertrag.ts';
import type { Potenzialrahmen } from '../vorhaben.ts';

type Potenzialart = {
  ziel: 'potenzial';
  pfad: string;
  name: Potenzialsachbefehl;
  befehl: BefehlAn<Potenzialtypen>;
  eingabe: Gemeinsam;
  rahmen: Potenzialrahmen;
};

/** One command on the check record of a person. */
export type Potenzialvertrag<Name extends Potenzialsachbefehl = Potenzialsachbefehl> = VertragAn<
  Potenzialart,
  Name
>;

export const potenzialvertrag = vertragsbau<Potenzialart>({
  ziel: 'potenzial',
  rechte: POTENZIALRECHTE,
  betritt: async (leser, { befehl, konto, id, fallnummer, at }) => {
    // A suggestion is open to every FM, who reads nothing of the record (TR06).
    const kopf = await leser.potenzialkopf(id, befehl === 'uebergang_anregen' ? 'jede' : 'eigene');
    if (kopf === null)
      throw await leser.unsichtbar({ tabelle: 'vorgang', id, was: 'Eine Prüfung zu dieser Person' });
    const { stand } = kopf;
    const { team, lage: aktenlage } = stand;
    if (!darfAmPotenzial(konto, befehl, { team, pap: aktenlage.pap, fmU25: aktenlage.fmU25 }))
      throw nichtBerechtigt();
    return {
      rahmen: { konto, id, fallnummer, at, stand },
      titel: 'Komplexprofil-Prüfung',
      fuer: null,
      zeilenversionen: {},
      vorab: () => null,
    };
  },
});
