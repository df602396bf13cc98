import { systemkopf } from '../../../domain/vorgang/befehl.ts';
import { fmVon, istInBegleitung } from '../../../domain/fall/fall.ts';
import { fuehreAus } from '../../../domain/fall/schritt.ts';
import type { Instant } from '../../../domain/frist/zeitzone.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import type { Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import { zaehlendeHandlungsbedarfe } from '../../../domain/zugang/kriterium-a.ts';
import type { Aktenbefehl } from '../stammdaten.ts';
import { kennung } from '../verweise.ts';
import type { Akte } from './akte.ts';
import { zeichneAuf, type Fallakte } from './fallakte.ts';

type Stelle = { readonly akte: Akte; readonly fall: Fallakte | undefined };

/** Who changes what of a file (01-roles.md 1.3); the same rights the use cases of the API have. */
export function darfAkteAendern(wer: Berechtigter, { befehl }: Aktenbefehl, { akte, fall }: Stelle): boolean {
  const eigenerFall = wer.rolle === 'fm' && fall !== undefined && fmVon(fall.fall) === wer.id;
  const eigenePerson = wer.rolle === 'pap' && kennung('personal', akte.pap) === wer.id;
  switch (befehl) {
    case 'einwilligung_erteilen':
    case 'einwilligung_widerrufen':
      return eigenerFall;
    case 'begleitperson_anlegen':
      return eigenerFall || eigenePerson || wer.rolle === 'tl';
    case 'profil_anpassen':
    case 'handlungsbedarf_aendern':
      return eigenerFall || (eigenePerson && !(fall !== undefined && istInBegleitung(fall.fall)));
  }
}

/** V-65: what the delivery of the outbox does with a changed Handlungsbedarf. */
export function meldeHandlungsbedarfe(
  fall: Fallakte,
  { handlungsbedarfe }: Akte,
  anlass: { readonly nummer: number; readonly at: Instant },
): void {
  if (!istInBegleitung(fall.fall)) return;
  const { nummer, at } = anlass;
  const ergebnis = fuehreAus(fall.fall, {
    befehl: 'handlungsbedarfe_uebernehmen',
    ...systemkopf(kennung('meldung', `${fall.label}/${nummer}`), at),
    zaehlende: zaehlendeHandlungsbedarfe(handlungsbedarfe, policyAus(fall.fall.policy)),
  });
  if (ergebnis.ok) zeichneAuf(fall, fall.fall, ergebnis);
}
