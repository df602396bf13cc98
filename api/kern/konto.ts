import { alsGrundteil } from '../../db/client.ts';
import { kontoVon, type Kontozeile } from '../../db/mitarbeitende.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { Absage } from './absage.ts';
import type { Konto, Umgebung } from './umgebung.ts';

/** The colleague behind a token. @throws Absage KONTO_UNBEKANNT for a stranger and for somebody who has left. */
export async function ladeKonto({ db, uhr }: Pick<Umgebung, 'db' | 'uhr'>, subjekt: string): Promise<Konto> {
  const am = uhr.jetzt();
  const zeile = await alsGrundteil(db, 'anmeldung', (tx) => kontoVon(tx, subjekt, ortstag(am)));
  return aktivesKonto(zeile, am);
}

/** @throws Absage KONTO_UNBEKANNT for a stranger and for somebody who has left. */
export function aktivesKonto(zeile: Kontozeile | null, am: Instant): Konto {
  if (zeile?.aktiv !== true) {
    throw new Absage(
      'KONTO_UNBEKANNT',
      'Für Sie gibt es in Lotse kein aktives Konto; bitte wenden Sie sich an die IT.',
    );
  }
  const { id, anzeigename, rolle, anteil, team, teams, vertritt } = zeile;
  return { id, anzeigename, rolle, anteil, team, teams, vertritt, am };
}
