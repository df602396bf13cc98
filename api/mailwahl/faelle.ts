import { mitAkteur } from '../../db/client.ts';
import { liesMailwahl, setzeMailwahl } from '../../db/mailwahl.ts';
import { absageDerMailwahl, OHNE_WAHL } from '../../domain/mail/mailwahl.ts';
import { lehneAb } from '../kern/absage.ts';
import { einmalig, vermerke, type Schreiben } from '../kern/schreiben.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import type { Mailwahlrumpf } from './formen.ts';

/** How the colleague gets mails today, chosen or not. */
export function eigeneMailwahl({ db }: Umgebung, konto: Konto): Promise<Mailwahlrumpf> {
  return mitAkteur(
    db,
    akteurVon(konto),
    async (tx) => (await liesMailwahl(tx, konto.id)) ?? { ...OHNE_WAHL },
  );
}

/** @throws Absage REGEL POL-ESC where it leaves out what is late */
export function aendereMailwahl(
  umgebung: Umgebung,
  konto: Konto,
  { schluessel, rumpf }: Schreiben<Mailwahlrumpf>,
): Promise<Mailwahlrumpf> {
  return einmalig({ umgebung, konto, was: { ort: konto.id, schluessel, rumpf } }, async (tx, am) => {
    lehneAb(absageDerMailwahl(rumpf));
    await setzeMailwahl(tx, konto.id, { ...rumpf, am });
    await vermerke(tx, konto, { am, aktion: 'mailwahl_geaendert', gegenstand: `mailwahl:${konto.id}` });
    return rumpf;
  });
}
