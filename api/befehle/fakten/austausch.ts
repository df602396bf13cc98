import { massgebliche, standAm } from '../../../domain/einwilligung/einwilligung.ts';
import { istInBegleitung } from '../../../domain/fall/fall.ts';
import { erwartetRueckmeldung, type Leistung } from '../../../domain/fall/leistungen.ts';
import { tagDes, type Fallvorhaben, type MitTag } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { abgelehnt, geladen, type Geladen } from './lader.ts';

const WIDERRUFEN =
  'Die Schweigepflichtentbindung ist widerrufen oder abgelaufen; es wird nichts ausgetauscht.';

/** True when a service the command is about rested on a consent that is gone (V-46, TR35), by the record itself. */
async function istWiderrufen(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<MitTag>,
  meint: (leistung: Leistung) => boolean,
): Promise<boolean> {
  const { personId, stand } = vorhaben.kopf;
  const gemeinte = istInBegleitung(stand) ? stand.begleitung.leistungen.filter(meint) : [];
  if (gemeinte.length === 0) return false;
  const am = tagDes(vorhaben);
  const einwilligungen = await leser.einwilligungen(personId);
  return gemeinte.some(({ erbringer: leistungserbringerId }) => {
    const gemeint = massgebliche(einwilligungen, { zweck: 'leistung_16a', am, leistungserbringerId });
    return gemeint !== null && ['widerrufen', 'abgelaufen'].includes(standAm(gemeint, am));
  });
}

/** E25: the service feedback is asked for; a fresh link asks for nothing a revoked consent covered. */
export async function gefragteLeistung(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<MitTag & { readonly leistung?: number | undefined }>,
): Promise<Geladen<number | null>> {
  const { leistung } = vorhaben.eingabe;
  const meint = (l: Leistung): boolean =>
    leistung === undefined ? erwartetRueckmeldung(l) : l.nummer === leistung;
  if (await istWiderrufen(leser, vorhaben, meint)) return abgelehnt('V-46', WIDERRUFEN);
  return geladen(leistung ?? null);
}

/** E26: the services a conference talks about; nobody from outside sits at the table once the consent is gone. */
export async function besprocheneLeistungen(
  leser: Aktenleser,
  vorhaben: Fallvorhaben<
    MitTag & { readonly teilnehmer: readonly string[]; readonly leistungen: readonly number[] }
  >,
): Promise<Geladen<readonly number[]>> {
  const { teilnehmer, leistungen } = vorhaben.eingabe;
  const meint = ({ nummer }: Leistung): boolean => leistungen.includes(nummer);
  const extern = teilnehmer.includes('leistungserbringer');
  if (extern && (await istWiderrufen(leser, vorhaben, meint))) return abgelehnt('V-46', WIDERRUFEN);
  return geladen(leistungen);
}
