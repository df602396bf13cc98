import { personenakte, type Fallkopf } from '../../../db/akte.ts';
import { liesBegleitpersonen } from '../../../db/begleitperson.ts';
import type { Transaktion } from '../../../db/client.ts';
import { liesEinwilligungen } from '../../../db/einwilligung.ts';
import { liesVerzeichniseintrag } from '../../../db/leistung.ts';
import { liesBedarfsstaende, liesPerson, type Personenzeile } from '../../../db/person.ts';
import {
  einwilligungszweckFuer,
  massgebliche,
  nurFakten,
  type Einwilligungsfakten,
  type Einwilligungszweck,
} from '../../../domain/einwilligung/einwilligung.ts';
import type { Personenfakten } from '../../../domain/fall/befehle.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { erbringerfakten } from '../../../domain/leistung/verzeichnis.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import { personenfakten } from '../../../domain/zugang/fakten.ts';
import { nichtGefunden } from '../../kern/absage.ts';
import { LEER, verweise, type Geladen, type Teil, type Vorgang } from './befehlsfakten.ts';

/** The file of the person as rules look at it. @throws Absage NICHT_GEFUNDEN */
export async function faktenDerPerson(
  tx: Transaktion,
  { fallId, at }: Vorgang,
  { personId, stand }: Pick<Fallkopf, 'personId' | 'stand'>,
): Promise<{ fakten: Personenfakten; zeilenversionen: Record<string, number> }> {
  const gelesen = await personenakte(tx, personId, fallId);
  if (gelesen === null) throw nichtGefunden('Diese Person');
  return {
    fakten: personenfakten(gelesen.akte, policyAus(stand.policy), ortstag(at)),
    zeilenversionen: { [`person:${personId}`]: gelesen.version },
  };
}

/** TR11, TR54: does somebody want to hear of it? Asked only where an appointment is given up. */
export async function absage(tx: Transaktion, vorgang: Vorgang, { personId }: Fallkopf): Promise<Teil> {
  const { status } = verweise.parse(vorgang.eingabe);
  if (vorgang.befehl === 'kontakt_erfassen' && status !== 'abgesagt') return { umfeld: LEER };
  const person = await liesPerson(tx, personId);
  const begleitpersonen = await liesBegleitpersonen(tx, personId);
  const begleitpersonInformieren = begleitpersonen.some((b) => b.beiTerminabsageInformieren);
  return { umfeld: { ...LEER, begleitpersonInformieren }, ...standDer(person) };
}

/** TR24, V-24: the consent to a Fachdienst that matters on the day. */
export async function einwilligung(tx: Transaktion, vorgang: Vorgang, { personId }: Fallkopf): Promise<Teil> {
  const person = await liesPerson(tx, personId);
  const gemeint = await massgeblicheFuer(tx, vorgang, { personId, zweck: 'fachdienst' });
  return { umfeld: { ...LEER, einwilligung: gemeint }, ...standDer(person) };
}

async function massgeblicheFuer(
  tx: Transaktion,
  { eingabe, at }: Vorgang,
  { personId, zweck }: { readonly personId: string; readonly zweck: Einwilligungszweck },
): Promise<Einwilligungsfakten | null> {
  const { ereignisAm = ortstag(at) } = verweise.parse(eingabe);
  const gemeint = massgebliche(await liesEinwilligungen(tx, personId), { zweck, am: ereignisAm });
  return gemeint === null ? null : nurFakten(gemeint);
}

/** TR26, TR27: which Handlungsbedarfe the person has, and how far each is (V-37, V-38). */
export async function planung(tx: Transaktion, _: Vorgang, { personId }: Fallkopf): Promise<Teil> {
  const person = await liesPerson(tx, personId);
  const bedarfe = await liesBedarfsstaende(tx, personId);
  return { umfeld: { ...LEER, bedarfe }, ...standDer(person) };
}

/** TR23: the purpose of an entry (V-21), and the consent it rests on (V-23, V-31). */
export async function eintrag(tx: Transaktion, vorgang: Vorgang, kopf: Fallkopf): Promise<Teil> {
  const { betrifftBedarfsgemeinschaft = false } = verweise.parse(vorgang.eingabe);
  const zweck = einwilligungszweckFuer(betrifftBedarfsgemeinschaft);
  const geladen = await planung(tx, vorgang, kopf);
  const gemeint = await massgeblicheFuer(tx, vorgang, { personId: kopf.personId, zweck });
  return { ...geladen, umfeld: { ...geladen.umfeld, einwilligung: gemeint } };
}

/** TR30, TR31: the provider of the directory, and the consent that names it. */
export async function leistung(tx: Transaktion, vorgang: Vorgang, { personId }: Fallkopf): Promise<Teil> {
  const { ereignisAm = ortstag(vorgang.at), erbringer: id = '' } = verweise.parse(vorgang.eingabe);
  const eintrag = await liesVerzeichniseintrag(tx, id);
  if (eintrag === null) return { umfeld: LEER };
  const person = await liesPerson(tx, personId);
  const alle = await liesEinwilligungen(tx, personId);
  const gemeint = massgebliche(alle, { zweck: 'leistung_16a', am: ereignisAm, leistungserbringerId: id });
  const { zeilenversionen } = standDer(person);
  return {
    umfeld: {
      ...LEER,
      erbringer: erbringerfakten(eintrag, ortstag(vorgang.at)),
      einwilligung: gemeint === null ? null : nurFakten(gemeint),
    },
    zeilenversionen: { ...zeilenversionen, [`leistungserbringer:${id}`]: eintrag.version },
  };
}

/** Begleitpersonen and consents count at the version of their person (V-75). */
function standDer(person: Personenzeile | null): Pick<Geladen, 'zeilenversionen'> {
  return { zeilenversionen: person === null ? {} : { [`person:${person.id}`]: person.version } };
}
