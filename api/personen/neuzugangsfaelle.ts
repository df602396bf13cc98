import { setzeNeuzugang } from '../../db/neuzugang.ts';
import { zaehlePersonWeiter } from '../../db/person.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import { liegtVoraus } from '../../domain/zugang/aktentage.ts';
import { lehneAb } from '../kern/absage.ts';
import type { Angelegt } from '../kern/felder.ts';
import { einmalig, vermerke, type SchreibenAn } from '../kern/schreiben.ts';
import type { Konto, Umgebung } from '../kern/umgebung.ts';
import { sichtbar } from './faelle.ts';
import type { NeuzugangNeu } from './formen.ts';
import { pruefeProfilrecht } from './profilfaelle.ts';

/** E01, by whoever keeps the profile. */
export function erfasseNeuzugang(
  umgebung: Umgebung,
  konto: Konto,
  { id: personId, schluessel, rumpf }: SchreibenAn<NeuzugangNeu>,
): Promise<Angelegt> {
  const was = { ort: personId, schluessel, rumpf };
  return einmalig({ umgebung, konto, was }, async (tx, am) => {
    pruefeProfilrecht(konto, await sichtbar(tx, konto, { id: personId, zweck: 'ansehen' }));
    lehneAb(liegtVoraus(rumpf.am, ortstag(am)));
    await setzeNeuzugang(tx, { ...rumpf, personId, erfasstAm: am, erfasstVon: konto.id });
    const version = await zaehlePersonWeiter(tx, personId);
    await vermerke(tx, konto, {
      am,
      aktion: 'neuzugang_erfasst',
      personId,
      gegenstand: `neuzugang:${personId}`,
    });
    return { id: personId, version };
  });
}
