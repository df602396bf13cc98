import type { Tag } from '../frist/tag.ts';
import { regelVon, rollierend, type Pflicht, type Rechenbasis } from '../pflicht/pflicht.ts';
import { nachPolicywechsel } from '../pflicht/policywechsel.ts';
import type { Pflichtlage } from '../pflicht/sollfristen.ts';
import { policyAus } from '../policy/wahl.ts';
import type { Potenzial } from './potenzial.ts';

/** T-40: rolling from the last documented check; a Vormerkung answers the one that is owed. */
function pruefungen(basis: Rechenbasis, { pruefkette }: Potenzial): Pflicht[] {
  const { glieder, vorher, vormerkung } = pruefkette;
  const pflichten = rollierend(basis, { id: 'T-40', anlass: 'Letzte Prüfung des Profils', glieder, vorher });
  const letzte = pflichten.length - 1;
  return pflichten.map((p, stelle) =>
    stelle === letzte && vormerkung !== null ? { ...p, erfuellung: vormerkung } : p,
  );
}

/** T-14: the reminder is due on its day, weekends included (CAL-Z). */
function uebergangU25(basis: Rechenbasis, potenzial: Potenzial): Pflicht[] {
  const { u25Seit: beginn, u25Antwort: erfuellung } = potenzial;
  const { ue25ErinnerungAm: ereignis } = potenzial.lage;
  if (beginn === null || ereignis === null || !basis.policy['POL-FRIST']['T-14'].aktiv) return [];
  const regel = regelVon(basis, 'T-14');
  const auftrag = { regel, ereignis, dauer: null, anlass: 'Vorlauf zum 25. Geburtstag' };
  return [{ id: 'T-14', vorkommen: 1, beginn, auftrag, erfuellung, versaeumtAb: null, wechselAm: null }];
}

/** The duties of a check record; all of them rest while a Fall is open and end with the record. */
export function pflichtlage(potenzial: Potenzial, heute: Tag): Pflichtlage {
  const { kalender, zustand } = potenzial;
  const basis: Rechenbasis = { policy: policyAus(potenzial.policy), kalender, heute };
  return nachPolicywechsel(potenzial, {
    pflichten: [...pruefungen(basis, potenzial), ...uebergangU25(basis, potenzial)],
    kalender,
    heute,
    laeuft: () => zustand === 'potenzial',
    ruht: () => false,
  });
}
