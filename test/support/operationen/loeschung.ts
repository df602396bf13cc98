import { randomUUID } from 'node:crypto';
import { pruefeBedarf } from '../../../activities/loeschung/pruefe-bedarf.ts';
import { legePersonAn } from '../../../tools/probehaus/stammdaten.ts';
import { HEUTE, type Bedienung } from './bedienung.ts';
import { BESTAND } from '../bestand.ts';

const grund = 'Nicht mehr gebraucht';

/** What a case holds, what is decided about its erasure, and what the person disputes (TR53, T-30, V-71). */
export async function loeschung({ a, lies, schreibe }: Bedienung): Promise<void> {
  const person = await legePersonAn(a.db, randomUUID());
  const uebernahme = { fallId: null, eingabe: { person, bestand: BESTAND } };
  const { fallId } = await a.gib('tl', 'fall_uebernehmen', uebernahme);
  const kontakt = { anlass: 'laufend', art: 'telefon', status: 'durchgefuehrt', ereignisAm: HEUTE };
  await a.gib('fm', 'kontakt_erfassen', { fallId, eingabe: { ...kontakt, vermerk: 'Gespräch geführt.' } });
  const unterlagen = (await lies('fm', '/faelle/{fallId}/unterlagen', { fallId })) as unknown as {
    dokument: string;
  }[];
  const dokument = unterlagen[0]?.dokument ?? '';
  const an = (op: string, rest: { wer: 'fm' | 'tl'; id?: string; rumpf: object }) =>
    schreibe(rest.wer, `post /faelle/{fallId}${op}`, {
      werte: { fallId, ...(rest.id === undefined ? {} : { id: rest.id }) },
      rumpf: rest.rumpf,
    });

  const sperre = await an('/loeschsperren', { wer: 'tl', rumpf: { grund } });
  await lies('tl', '/loeschsperren');
  await an('/loeschsperren/{id}/aufhebung', { wer: 'tl', id: sperre.id, rumpf: { grund } });

  const antrag = await an('/loeschantraege', { wer: 'fm', rumpf: { dokument, grund } });
  await an('/loeschantraege/{id}/bestaetigung', { wer: 'tl', id: antrag.id, rumpf: {} });
  await lies('fm', '/loeschantraege');
  await an('/loeschantraege/{id}/ruecknahme', { wer: 'fm', id: antrag.id, rumpf: {} });

  const bestreitung = await an('/bestreitungen', {
    wer: 'fm',
    rumpf: { dokument, stellungnahme: 'So war es nicht.' },
  });
  await lies('fm', '/faelle/{fallId}/bestreitungen', { fallId });
  const ergebnis = { ergebnis: 'abgelehnt', grund };
  await an('/bestreitungen/{id}/erledigung', { wer: 'fm', id: bestreitung.id, rumpf: ergebnis });

  // Five years later the nightly run would ask; the day before is enough.
  await pruefeBedarf(a.db, '2031-10-01T00:00:00Z');
  const [pruefung] = (await lies('fm', '/faelle/{fallId}/bedarfspruefungen', { fallId })) as unknown as {
    id: string;
  }[];
  await an('/bedarfspruefungen/{id}/entscheidung', {
    wer: 'fm',
    id: pruefung?.id ?? '',
    rumpf: { unterlagen: [{ dokument, entscheidung: 'behalten', grund }] },
  });
}
