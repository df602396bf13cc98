import { v5 as uuidV5 } from 'uuid';
import { mitAkteur, type Datenbank, type Transaktion } from '../../db/client.ts';
import { legePruefungenAn, liesPruefgruende, type Pruefgrund } from '../../db/loeschung/pruefungen.ts';
import { legeNachrichtenAb, type Ausgangszeile, type Eingangszeile } from '../../db/nachrichten.ts';
import { inhaberDerRolle } from '../../db/mitarbeitende.ts';
import { plusMonate, plusTage, type Tag } from '../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { letzterFaelligerBeginn } from '../../domain/loeschung/frist.ts';
import { LOESCHKLASSEN } from '../../domain/loeschung/klassen.ts';
import { pruefungstage } from '../../domain/loeschung/pruefung.ts';

/** Namespace of the questions; fixed for ever, so that each is asked once. */
const PRUEFUNGEN = '2f8d3a31-9a77-4c43-8f0b-3f5a4e6f9b10';

/** Months before its last day that the text of a running case is asked about. */
const VORLAUF_MONATE = 3;

type Frage = Pruefgrund & { readonly id: string; readonly faelligAm: Tag };

/** The newest occurrence that has come (T-30: at once, then yearly); older ones nobody answered are not asked twice. */
function frageZu(grund: Pruefgrund, heute: Tag): Frage[] {
  const faelligAm = pruefungstage(grund.seit, heute).at(-1);
  if (faelligAm === undefined) return [];
  const { fallId, anlass, handlungsbedarfId } = grund;
  const id = uuidV5([fallId, anlass, handlungsbedarfId ?? '', faelligAm].join('|'), PRUEFUNGEN);
  return [{ ...grund, id, faelligAm }];
}

/** Inbox and mail for the responsible FM, without one for the Teamleitung. */
async function melde(tx: Transaktion, fragen: readonly Frage[], am: Instant): Promise<void> {
  const eingaenge: Eingangszeile[] = [];
  const ausgaenge: Ausgangszeile[] = [];
  for (const { id, fallId, teamId, fmId, faelligAm: faellig } of fragen) {
    const anRolle = fmId === null ? 'tl' : 'fm';
    const gemeinsam = { fallId, teamId, anRolle, anPerson: fmId, anlass: 'T-30', faellig } as const;
    eingaenge.push({ ...gemeinsam, id, ereignisId: id, stufe: 'faellig', am });
    const wer = fmId === null ? await inhaberDerRolle(tx, 'tl', teamId) : [fmId];
    for (const empfaenger of wer) {
      const sendung = { id: uuidV5(empfaenger, id), fallId, empfaenger, eingangId: id } as const;
      ausgaenge.push({ ...sendung, art: 'mail', erstelltAm: am });
    }
  }
  await legeNachrichtenAb(tx, eingaenge, ausgaenge);
}

/** T-30: asks whoever is responsible whether what a case holds is still needed. @returns how many questions are new */
export async function pruefeBedarf(db: Datenbank, am: Instant): Promise<number> {
  const heute = ortstag(am);
  const in3Monaten = plusMonate(heute, VORLAUF_MONATE);
  const laufend = {
    // Once a month as long as there is such a text.
    seit: `${heute.slice(0, 7)}-01`,
    erfasstVor: plusTage(letzterFaelligerBeginn(in3Monaten, LOESCHKLASSEN.unterlage.monate), 1),
  };
  return mitAkteur(db, { system: 'worker' }, async (tx) => {
    const fragen = (await liesPruefgruende(tx, laufend)).flatMap((grund) => frageZu(grund, heute));
    const neue = await legePruefungenAn(
      tx,
      fragen.map(({ id, fallId, anlass, handlungsbedarfId, faelligAm }) => ({
        id,
        fallId,
        anlass,
        handlungsbedarfId,
        faelligAm,
        erstelltAm: am,
      })),
    );
    await melde(
      tx,
      fragen.filter(({ id }) => neue.has(id)),
      am,
    );
    return neue.size;
  });
}
