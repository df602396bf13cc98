import { POTENZIALABLAGE } from '../../db/ablage.ts';
import { mitAkteur } from '../../db/client.ts';
import { liesFristen, liesGeschichte, liesTexte } from '../../db/geschichte.ts';
import { liesNamen } from '../../db/mitarbeitende.ts';
import { potenzialkopf } from '../../db/potenzial.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { DATENKLASSEN, recht, type Datenklasse } from '../../domain/rollen/matrix.ts';
import { darfPotenzialLesen } from '../../domain/rollen/potenzialrechte.ts';
import type { Pruefakte } from './formen.ts';
import { nichtBerechtigt } from '../kern/absage.ts';
import { unsichtbar } from '../kern/unsichtbar.ts';
import { ereignisansicht, fristansicht } from '../kern/akteneinsicht.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';

const PRUEFUNG = 'Eine Prüfung zu dieser Person';

/** Reasons of a check speak of the person (K2): read by whoever advises the person or leads the team (rollen.md 3). */
function lesbar({ rolle }: Konto): readonly Datenklasse[] {
  const { liest } = recht(rolle, rolle === 'tl' ? 'team' : 'betreuend');
  return DATENKLASSEN.filter((klasse) => liest.includes(klasse));
}

/** The check record of a person (S00, T-40, T-14). @throws Absage NICHT_GEFUNDEN, NICHT_BERECHTIGT */
export async function pruefakte(
  { db, uhr, tresor }: Umgebung,
  konto: Konto,
  personId: string,
): Promise<Pruefakte> {
  const heute = ortstag(uhr.jetzt());
  return mitAkteur(db, akteurVon(konto), async (tx) => {
    const kopf = await potenzialkopf(tx, personId);
    if (kopf === null) throw await unsichtbar(tx, { tabelle: 'vorgang', id: personId, was: PRUEFUNG });
    const { zustand, sequenz, team, lage: aktenlage, hinweise } = kopf.stand;
    if (!darfPotenzialLesen(konto, { team, pap: aktenlage.pap, fmU25: aktenlage.fmU25 }))
      throw nichtBerechtigt();
    const verweis = { art: 'potenzial', id: personId } as const;
    const texte = await liesTexte(tx, verweis, { klassen: lesbar(konto), dazu: [], tresor });
    const textVon = new Map(texte.map((text) => [text.id, text]));
    const namen = await liesNamen(
      tx,
      aktenlage.fmU25 === null ? [aktenlage.pap] : [aktenlage.pap, aktenlage.fmU25],
    );
    const mensch = (id: string): Pruefakte['pap'] => ({ id, anzeigename: namen.get(id) ?? '' });
    const fristen = await liesFristen(tx, POTENZIALABLAGE.fristen, personId);
    const geschichte = await liesGeschichte(tx, POTENZIALABLAGE.ereignisse, personId);
    return {
      personId,
      zustand,
      sequenz,
      pap: mensch(aktenlage.pap),
      fmU25: aktenlage.fmU25 === null ? null : mensch(aktenlage.fmU25),
      offeneHinweise: [...hinweise],
      fristen: fristen.map((zeile) => fristansicht(zeile, heute)),
      geschichte: geschichte.map((eintrag) => ereignisansicht(eintrag, textVon)),
    };
  });
}
