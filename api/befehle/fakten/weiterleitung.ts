import type { Fallgruendung } from '../../../domain/fall/befehle.ts';
import type { Folgefall } from '../../../domain/fall/befehle/kopf.ts';
import { ortstag } from '../../../domain/frist/zeitzone.ts';
import type { Uebermittlungsgrundlage, Weiterleitungsziel } from '../../../domain/kennungen.ts';
import { gilt } from '../../../domain/vorgang/regelwerk.ts';
import { folgefallIdVon } from '../../kern/schluessel.ts';
import type { Fallvorhaben } from '../vorhaben.ts';
import type { Aktenleser } from './aktenleser.ts';
import { gegebenes } from './eroeffnung.ts';
import { geladen, type Geladen } from './lader.ts';

type MitZiel = { readonly weiterleitung?: { readonly ziel: Weiterleitungsziel } | undefined };

/** TR64: what the case in the other team will carry; null where no team of Lotse goes on with the person. */
export async function folgegruendung(
  leser: Aktenleser,
  { eingabe, kopf, at }: Fallvorhaben<MitZiel>,
): Promise<Geladen<Fallgruendung | null>> {
  const ziel = eingabe.weiterleitung?.ziel;
  const { stand, personId, id } = kopf;
  if (ziel === undefined || !gilt('TR16', stand)) return geladen(null);
  const team = ziel === 'fm_ue25' ? await leser.fallmanagementteam() : await leser.zielteam(ziel);
  if (team === null) return geladen(null);
  return geladen({
    ...(await gegebenes(leser, team, at)),
    personId,
    fallnummer: await leser.freieFallnummer(ortstag(at)),
    pap: stand.pap,
    abgebend: null,
    vorgaengerFallId: id,
    laufendeNummer: stand.laufendeNummer + 1,
  });
}

/** The same command names the same case, however often it is sent. */
export function folgefallVon(
  gruendung: Fallgruendung | null,
  wie: { readonly befehlId: string; readonly grundlage: Uebermittlungsgrundlage | null },
): { folgefall?: Omit<Folgefall, 'grundlage'> & { grundlage: Uebermittlungsgrundlage | null } } {
  if (gruendung === null) return {};
  return { folgefall: { fallId: folgefallIdVon(wie.befehlId), gruendung, grundlage: wie.grundlage } };
}
