import { randomUUID } from 'node:crypto';
import { Absage } from '../../api/kern/absage.ts';
import { verwirf } from '../../api/formularentwurf/faelle.ts';
import { frage } from '../../api/kern/aufruf.ts';
import { behalte, liesBegonnenes } from '../entwurf/bestand.ts';
import type { Seitenanfrage, Seitenantwort } from '../kern/anfrage.ts';
import { absageAus, ausAbsage } from './fehler.ts';
import type { Formular } from './formular.ts';
import { formularbild } from './formulare.ts';
import { zeige } from './formularseite.ts';
import { leseEingabe } from './lies.ts';
import { neueSuche } from './suche.ts';

/** The form as it is opened: filled with what is nearly always so, and with nothing the query of an address says: a link could come from anywhere. */
export async function oeffne(anfrage: Seitenanfrage, formular: Formular): Promise<Seitenantwort> {
  const begonnen = await liesBegonnenes(anfrage);
  if (begonnen !== null) return zeige(anfrage, formular, begonnen);
  const { vorbelegt } = formularbild(formular);
  const { stand, vorgabe = {} } = formular;
  const werte = new URLSearchParams([...(stand ?? []), ...Object.entries({ ...vorbelegt, ...vorgabe })]);
  return zeige(anfrage, formular, { werte, schluessel: randomUUID() });
}

/** @throws Absage when somebody else has signed in since the form was opened. */
export function pruefeKonto({ konto, rumpf }: Seitenanfrage): void {
  const wer = rumpf.get('_konto');
  if (wer !== null && wer !== konto.id)
    throw new Absage(
      'NICHT_BERECHTIGT',
      `Angemeldet ist jetzt ${konto.anzeigename}; das Formular hat jemand anderes begonnen.`,
    );
}

/** Until the outcome is known the same key asks for it; what was refused gets a new one with the next attempt. */
export const OFFEN: ReadonlySet<string> = new Set(['AUSGANG_UNBEKANNT', 'NICHT_ERREICHBAR']);

/** The form as it was typed with the version that is known now: who sends it again has seen what changed. */
function aufNeuemStand(werte: URLSearchParams, stand: URLSearchParams | null): URLSearchParams {
  const neue = new URLSearchParams(werte);
  const version = stand?.get('version') ?? null;
  if (version !== null) neue.set('version', version);
  return neue;
}

/** What was refused comes back with everything that was typed, and where somebody else was quicker with what stands there now. */
async function kommZurueck(anfrage: Seitenanfrage, formular: Formular, roh: unknown): Promise<Seitenantwort> {
  const { rumpf: werte } = anfrage;
  const { stand } = formular;
  const absage = absageAus(roh);
  const bisher = werte.get('_schluessel');
  const schluessel = OFFEN.has(absage.code) && bisher !== null ? bisher : randomUUID();
  const fehler = ausAbsage(absage);
  await behalte(anfrage, formular, schluessel);
  if (absage.code !== 'VERALTET' || stand === null)
    return zeige(anfrage, formular, { werte, fehler, schluessel });
  return zeige(anfrage, formular, {
    werte: aufNeuemStand(werte, stand),
    fehler,
    schluessel,
    gespeichert: stand,
  });
}

/** Gives the command and goes on to where `danach` says, or shows what it would do; what is wrong comes back. */
export async function schickeAb(
  anfrage: Seitenanfrage,
  formular: Formular,
  danach: (antwort: unknown) => string,
): Promise<Seitenantwort> {
  pruefeKonto(anfrage);
  const { umgebung, konto, rumpf: werte } = anfrage;
  const { route, pfad, felder, stand, vorschau } = formular;
  const schluessel = werte.get('_schluessel') ?? randomUUID();
  const suche = neueSuche(werte);
  if (suche !== null) {
    await behalte(anfrage, formular, schluessel);
    return zeige(anfrage, formular, { werte, schluessel, suche });
  }
  try {
    const rumpf = leseEingabe(felder, werte, stand);
    if (vorschau !== undefined && werte.has('_vorschau')) {
      await behalte(anfrage, formular, schluessel);
      return await zeige(anfrage, formular, { werte, schluessel, vorschau: await vorschau(rumpf) });
    }
    const antwort = await frage(umgebung, route, { konto, pfad, rumpf, schluessel });
    await verwirf(umgebung, konto, anfrage.ort);
    return { art: 'weiter', ort: danach(antwort) };
  } catch (roh) {
    return kommZurueck(anfrage, formular, roh);
  }
}
