import { v7 as uuidV7 } from 'uuid';
import * as ablage from '../../db/person.ts';
import { kuendigePersonenstandAn } from '../../db/personenstand.ts';
import { kuendigeAktenlageAn } from '../../db/potenzial.ts';
import { fuehrtProfil } from '../../domain/rollen/personenrechte.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { liegtVoraus } from '../../domain/zugang/aktentage.ts';
import type { ProfilNeu } from './formen.ts';
import { lehneAb, nichtBerechtigt } from '../kern/absage.ts';
import { sichtbar, type Akte } from './faelle.ts';
import type { Angelegt } from '../kern/felder.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';

/** @throws Absage NICHT_BERECHTIGT for whoever does not keep the profile now. */
export function pruefeProfilrecht(konto: Konto, akte: Akte): void {
  if (fuehrtProfil(konto, { ...akte.person, faelle: akte.faelle })) return;
  throw nichtBerechtigt(
    akte.faelle.some(({ inBegleitung }) => inBegleitung)
      ? 'Während des Fallmanagements führt die Fallmanagerin das Profil.'
      : 'Dazu sind Sie nicht berechtigt.',
  );
}

/** A new version of the profile; the older ones stay. */
export function erstelleProfil(
  umgebung: Umgebung,
  konto: Konto,
  { id: personId, schluessel, rumpf }: SchreibenAn<ProfilNeu>,
): Promise<Angelegt> {
  const was = { ort: personId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    pruefeProfilrecht(konto, await sichtbar(tx, konto, { id: personId, zweck: 'ansehen' }));
    lehneAb(liegtVoraus(rumpf.datum, ortstag(am)));
    const id = uuidV7();
    const { ressourcen = null, ...felder } = rumpf;
    const herkunft = { id, personId, erstelltVon: konto.id, erfasstAm: am };
    await ablage.fuegeProfilAn(tx, { ...felder, ...herkunft, ressourcen });
    const version = await ablage.zaehlePersonWeiter(tx, personId);
    await kuendigeAktenlageAn(tx, personId, am);
    await kuendigePersonenstandAn(tx, { personId, wegen: 'profil' }, am);
    await vermerke(tx, konto, { am, aktion: 'profil_erstellt', personId, gegenstand: `profiling:${id}` });
    return { id, version };
  });
}
