import { createHash, randomBytes } from 'node:crypto';
import { mitAkteur, type Datenbank } from '../../db/client.ts';
import { entbindungsstand } from '../../db/entbindung.ts';
import { legeEinmallinkAn, liesFallZumEinmallink } from '../../db/leistung.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import { endeDesZugangs, erwartetRueckmeldung, zeichenVon } from '../../domain/fall/leistungen.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';

/** 256 bits, written in 43 characters. */
const GEHEIMNIS_BYTES = 32;

/** What a mail about a service may say: a neutral sign, and the way to its feedback where one is agreed. */
export type Erbringerpost = {
  readonly zeichen: string;
  /** Null where no feedback is agreed, none is due any more, or consent is gone. */
  readonly einmallink: { readonly geheimnis: string; readonly gueltigBis: Instant } | null;
};

/**
 * Makes the one-time link of a mail to a provider (E25). The secret is in the mail alone; the record keeps its hash. A
 * mail that has to be repeated brings a link of its own, because nobody can read the first one any more.
 */
export async function erbringerpost(
  { db, jetzt }: { readonly db: Datenbank; readonly jetzt: () => Instant },
  { fallId, leistung: nummer, leistungserbringerId, anlass, erstelltAm }: Sendung,
): Promise<Erbringerpost | null> {
  if (fallId === null || nummer === null || leistungserbringerId === null) return null;
  return mitAkteur(db, { system: 'worker' }, async (tx) => {
    const fall = await liesFallZumEinmallink(tx, fallId);
    if (fall === null || !('begleitung' in fall.stand)) return null;
    const leistung = fall.stand.begleitung.leistungen.find((l) => l.nummer === nummer);
    const zeichen = zeichenVon(fall.fallnummer, nummer);
    const erbeten = leistung !== undefined && erwartetRueckmeldung(leistung) && anlass !== 'TR35';
    if (!erbeten) return { zeichen, einmallink: null };
    // The case may not have heard of a revocation yet; the provider gets no further way in (TR35).
    const am = ortstag(jetzt());
    const stand = await entbindungsstand(tx, { personId: fall.personId, leistungserbringerId, am });
    if (stand === 'widerrufen') return { zeichen, einmallink: null };
    const geheimnis = randomBytes(GEHEIMNIS_BYTES).toString('base64url');
    const pruefwert = createHash('sha256').update(geheimnis).digest('hex');
    const gueltigBis = endeDesZugangs(erstelltAm);
    const zeile = { pruefwert, fallId, leistung: nummer, leistungserbringerId, gueltigBis };
    await legeEinmallinkAn(tx, { ...zeile, erstelltAm, verbrauchtAm: null });
    return { zeichen, einmallink: { geheimnis, gueltigBis } };
  });
}
