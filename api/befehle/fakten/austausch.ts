import { z } from 'zod';
import type { Fallkopf } from '../../../db/akte.ts';
import type { Transaktion } from '../../../db/client.ts';
import { entbindungsstand } from '../../../db/entbindung.ts';
import { istInBegleitung } from '../../../domain/fall/fall.ts';
import { erwartetRueckmeldung, type Leistung } from '../../../domain/fall/leistungen.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import { abgelehnt, LEER, type Teil, type Vorgang } from './befehlsfakten.ts';
import { einwilligung } from './personenakte.ts';

const angaben = z.object({
  leistung: z.int().optional(),
  leistungen: z.array(z.int()).default([]),
  teilnehmer: z.array(z.string()).default([]),
  ereignisAm: z.string().optional(),
});
type Angaben = z.output<typeof angaben>;

const WIDERRUFEN =
  'Die Schweigepflichtentbindung ist widerrufen oder abgelaufen; es wird nichts ausgetauscht.';

/** True when a service the command is about rested on a consent that is gone (V-46, TR35). */
async function istWiderrufen(
  tx: Transaktion,
  { personId, stand }: Fallkopf,
  wahl: { readonly meint: (leistung: Leistung) => boolean; readonly am: string },
): Promise<boolean> {
  if (!istInBegleitung(stand)) return false;
  for (const { erbringer } of stand.begleitung.leistungen.filter(wahl.meint)) {
    const gelesen = await entbindungsstand(tx, { personId, leistungserbringerId: erbringer, am: wahl.am });
    if (gelesen === 'widerrufen' || gelesen === 'abgelaufen') return true;
  }
  return false;
}

const lies = (vorgang: Vorgang): Angaben & { readonly am: string } => {
  const gelesen = angaben.parse(vorgang.eingabe);
  return { ...gelesen, am: gelesen.ereignisAm ?? ortstag(vorgang.at) };
};

/** E25: a fresh link asks for nothing a revoked consent covered. */
export async function rueckmeldebitte(tx: Transaktion, vorgang: Vorgang, kopf: Fallkopf): Promise<Teil> {
  const { leistung: nummer, am } = lies(vorgang);
  const meint = (l: Leistung): boolean =>
    nummer === undefined ? erwartetRueckmeldung(l) : l.nummer === nummer;
  return (await istWiderrufen(tx, kopf, { meint, am })) ? abgelehnt('V-46', WIDERRUFEN) : { umfeld: LEER };
}

/** E26: nobody from outside sits at the table once the consent is gone. */
export async function fallkonferenz(tx: Transaktion, vorgang: Vorgang, kopf: Fallkopf): Promise<Teil> {
  const { leistungen, teilnehmer, am } = lies(vorgang);
  const meint = ({ nummer }: Leistung): boolean => leistungen.includes(nummer);
  const extern = teilnehmer.includes('leistungserbringer');
  if (extern && (await istWiderrufen(tx, kopf, { meint, am }))) return abgelehnt('V-46', WIDERRUFEN);
  return einwilligung(tx, vorgang, kopf);
}
