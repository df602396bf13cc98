import type { Befehl, Eroeffnungsname } from '../../../domain/fall/befehle.ts';
import { BEFEHLSRECHTE, darf, vertretenIn, type Sachbefehl } from '../../../domain/rollen/befehlsrechte.ts';
import { nichtBerechtigt } from '../../kern/absage.ts';
import { vertragsbau, type Gemeinsam, type VertragAn } from '../vertrag.ts';
import type { Fallrahmen } from '../vorhaben.ts';

type Fallart = {
  ziel: 'fall';
  pfad: string;
  name: Exclude<Sachbefehl, Eroeffnungsname>;
  befehl: Befehl;
  eingabe: Gemeinsam;
  rahmen: Fallrahmen;
};

/** One command on a Fall that exists. */
export type Fallvertrag<Name extends Fallart['name'] = Fallart['name']> = VertragAn<Fallart, Name>;

export const fallvertrag = vertragsbau<Fallart>({
  ziel: 'fall',
  rechte: BEFEHLSRECHTE,
  betritt: async (leser, { befehl, konto, id, fallnummer, at }) => {
    const kopf = await leser.fallkopf(id);
    if (kopf === null) throw await leser.unsichtbar({ tabelle: 'fall', id });
    if (!darf(konto, befehl, kopf)) throw nichtBerechtigt();
    return {
      rahmen: { konto, id, fallnummer, at, kopf },
      titel: kopf.fallnummer,
      fuer: vertretenIn(konto, kopf),
      zeilenversionen: {},
      vorab: () => null,
    };
  },
});
