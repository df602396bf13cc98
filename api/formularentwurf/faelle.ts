import { Absage } from '../kern/absage.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import { mitAkteur, type Transaktion } from '../../db/client.ts';
import * as ablage from '../../db/formularentwurf.ts';
import { ladeKalenderFuerTeam } from '../../db/kalender.ts';
import { huelle, oeffneHuelle } from '../../db/tresor/huelle.ts';
import type { Tag } from '../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { letzterEntwurfstag } from '../../domain/loeschung/frist.ts';

/** Drafts belong to the pages and to whoever typed them; no row of the API shows them (ADR 69). */
type Mittel = Pick<Umgebung, 'db' | 'tresor' | 'uhr'>;

/** Whom a form is about; both null where it makes something new. */
type Bezug = { readonly fallId: string | null; readonly personId: string | null };

/** What stands in the fields of a form, as it would be sent. */
type Eingabe = Bezug & { readonly ort: string; readonly felder: string };

export type Entwurf = { readonly felder: string; readonly gespeichertAm: Instant; readonly bis: Tag };

/** With the case or the person its key is destroyed, in every backup, too; without either it is the account's. */
const schluesselbezug = (konto: Konto, { fallId, personId }: Bezug): string => fallId ?? personId ?? konto.id;

const platz = ({ id }: Konto, ort: string): string[] => ['lotse-formularentwurf-1', id, ort];

const alsKonto = <T>({ db }: Mittel, konto: Konto, arbeit: (tx: Transaktion) => Promise<T>): Promise<T> =>
  mitAkteur(db, akteurVon(konto), arbeit);

/**
 * Keeps what was typed, in place of what was kept before; nothing where the case is erased already.
 * @throws Absage NICHT_GEFUNDEN for a case or a person this account does not see
 */
export async function hebeAuf(mittel: Mittel, konto: Konto, eingabe: Eingabe): Promise<void> {
  const { ort, felder, fallId, personId } = eingabe;
  const gespeichertAm = mittel.uhr.jetzt();
  await alsKonto(mittel, konto, async (tx) => {
    if (!(await ablage.siehtBezug(tx, eingabe)))
      throw new Absage('NICHT_GEFUNDEN', 'Wozu diese Eingabe gehört, gibt es nicht.');
    const schluessel = await mittel.tresor.schluessel(schluesselbezug(konto, eingabe));
    if (schluessel === null) return;
    const inhalt = huelle(schluessel, Buffer.from(felder), platz(konto, ort));
    const bis = letzterEntwurfstag(ortstag(gespeichertAm), await ladeKalenderFuerTeam(tx, konto.team.id));
    await ablage.legeEntwurfAb(tx, { kontoId: konto.id, ort, fallId, personId, inhalt, gespeichertAm, bis });
  });
}

/** What this account has begun in a form; null where there is nothing, or nothing that opens any more. */
export async function liesEntwurf(mittel: Mittel, konto: Konto, ort: string): Promise<Entwurf | null> {
  const heute = ortstag(mittel.uhr.jetzt());
  const zeile = await alsKonto(mittel, konto, (tx) =>
    ablage.liesEntwurf(tx, { kontoId: konto.id, ort, heute }),
  );
  if (zeile === null) return null;
  const schluessel = await mittel.tresor.vorhandener(schluesselbezug(konto, zeile));
  const klar = schluessel === null ? null : oeffneHuelle(schluessel, zeile.inhalt, platz(konto, ort));
  if (klar === null) return null;
  return { felder: klar.toString('utf8'), gespeichertAm: zeile.gespeichertAm, bis: zeile.bis };
}

/** Nothing is kept any more of what was typed into a form. */
export async function verwirf(mittel: Mittel, konto: Konto, ort: string): Promise<void> {
  await alsKonto(mittel, konto, (tx) => ablage.loescheEntwurf(tx, { kontoId: konto.id, ort }));
}

/** Where this account has begun something. */
export async function angefangenes(mittel: Mittel, konto: Konto): Promise<ablage.Angefangenes[]> {
  const heute = ortstag(mittel.uhr.jetzt());
  return alsKonto(mittel, konto, (tx) => ablage.angefangenesVon(tx, { kontoId: konto.id, heute }));
}
