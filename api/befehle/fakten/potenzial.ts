import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import { laufendeAkh } from '../../../domain/potenzial/aktenlage.ts';
import type { Pruefakten } from '../../../domain/potenzial/befehle.ts';
import { personenfakten } from '../../../domain/zugang/fakten.ts';
import { kriteriumA } from '../../../domain/zugang/kriterium-a.ts';
import { nichtGefunden } from '../../kern/absage.ts';
import type { Potenzialvorhaben } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { geladen, type Geladen } from './lader.ts';

/** E31: criterion A as the file shows it, and whether a passive Betreuung runs. @throws Absage NICHT_GEFUNDEN */
export async function pruefakten(
  leser: Aktenleser,
  { id, at, stand }: Potenzialvorhaben,
): Promise<Geladen<Pruefakten>> {
  const gelesen = await leser.personenakte(id, id);
  if (gelesen === null) throw nichtGefunden('Diese Person');
  const policy = policyAus(stand.policy);
  const fakten = personenfakten(gelesen.akte, policy, ortstag(at));
  const { zaehlendeHandlungsbedarfe } = fakten;
  const faelle = await leser.faelleDerPerson(id);
  const akhBis = laufendeAkh(faelle)?.bis ?? null;
  return geladen(
    { kriteriumA: kriteriumA(fakten, policy), zaehlendeHandlungsbedarfe, akhBis },
    { [`person:${id}`]: gelesen.version },
  );
}
