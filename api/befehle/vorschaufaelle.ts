import { randomUUID } from 'node:crypto';
import { fallkopf } from '../../db/akte.ts';
import { probeweise, type Transaktion } from '../../db/client.ts';
import { FALL } from '../../domain/fall/aggregat.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import type { Fall } from '../../domain/fall/fall.ts';
import type { Friststand } from '../../domain/pflicht/frist.ts';
import { fristwirkungen } from '../../domain/pflicht/fristwirkung.ts';
import { fristname } from '../../domain/pflicht/katalog/katalog.ts';
import { besteht } from '../../domain/vorgang/aggregat.ts';
import { antwortAus } from '../../domain/vorgang/antwort.ts';
import { fuehreAus, zeitgerecht, zeitschritt } from '../../domain/vorgang/schritt.ts';
import { befehlskopf } from './befehlskopf.ts';
import { datenbankleser } from './fakten/datenbankleser.ts';
import { zerlegeTexte } from './texte.ts';
import { AN_BESTEHENDEM_FALL, EROEFFNUNGEN } from './vertraege.ts';
import { ausAblehnung, nichtGefunden } from '../kern/absage.ts';
import { akteurVon, type Konto, type Umgebung } from '../kern/umgebung.ts';
import type { Vorschau } from '../vorschau/formen.ts';

/** `fallId`: null for a command that would open the case. */
type Frage = { readonly fallId: string | null; readonly befehl: string; readonly eingabe: unknown };
type Vorhaben = Frage & { readonly id: string; readonly konto: Konto; readonly am: string };

/** The command as it would reach the case, with proofs of its texts and without the texts. @throws Absage, z.ZodError. */
async function baueBefehl(
  tx: Transaktion,
  { fallId, id, befehl, eingabe, konto, am: at }: Vorhaben,
): Promise<Befehl> {
  const vertraege = fallId === null ? EROEFFNUNGEN : AN_BESTEHENDEM_FALL;
  const vertrag = vertraege.find((einer) => einer.befehl === befehl);
  if (vertrag === undefined) throw nichtGefunden('Diesen Befehl');
  const gelesen = vertrag.lies(eingabe);
  const bereit = await gelesen.bereite(datenbankleser(tx), { konto, id, fallnummer: null, at });
  if ('ablehnung' in bereit) throw ausAblehnung(bereit.ablehnung);
  const { fuer, zeilenversionen, baue } = bereit;
  const { eingabe: angaben } = gelesen;
  const texte = zerlegeTexte(vertrag, angaben, () => randomUUID());
  const anlass = { konto, befehlId: randomUUID(), at };
  return baue(befehlskopf(anlass, { eingabe: angaben, texte, fuer, zeilenversionen })).befehl;
}

/** The Fristen of a case, none before it begins. */
const fristenVon = (lage: Fall): readonly Friststand[] => (besteht(lage) ? lage.fristen : []);

/** What time has brought before the command. */
function bisDahin(lage: Fall, befehl: Befehl): { readonly lage: Fall; readonly befehl: Befehl } {
  if (!besteht(lage)) return { lage, befehl };
  const dran = zeitgerecht(lage, befehl);
  return { lage: zeitschritt(FALL, lage, dran.at)?.stand ?? lage, befehl: dran };
}

/** What the command leads to, told by the same functions the workflow uses. @throws Absage where a rule stands against it. */
function folgen(lage: Fall, roh: Befehl): Vorschau {
  const { lage: bisher, befehl } = bisDahin(lage, roh);
  const ergebnis = fuehreAus(FALL, bisher, befehl);
  if (!ergebnis.ok) throw ausAblehnung(ergebnis.ablehnung);
  const nachher = besteht(ergebnis.lage) ? ergebnis.lage : bisher;
  if (!besteht(nachher)) throw new Error('Ein Befehl ohne Ereignis');
  const { zustand, warnungen, offeneHinweise } = antwortAus(ergebnis.ereignisse, nachher, {
    neben: [],
    fakten: {},
  });
  return {
    zustand,
    warnungen: [...warnungen],
    offeneHinweise: [...offeneHinweise],
    fristen: fristwirkungen(fristenVon(bisher), nachher.fristen).map((frist) => ({
      ...frist,
      name: fristname(frist.id),
    })),
  };
}

/**
 * What a command would do: the same rules, the same facts, and nothing recorded (ADR 65).
 * @throws Absage as the command itself would be refused, z.ZodError for input it would not take.
 */
export function siehVoraus(umgebung: Umgebung, konto: Konto, frage: Frage): Promise<Vorschau> {
  const am = umgebung.uhr.jetzt();
  const { fallId } = frage;
  const id = fallId ?? randomUUID();
  return probeweise(umgebung.db, akteurVon(konto), async (tx) => {
    const befehl = await baueBefehl(tx, { ...frage, id, konto, am });
    if (fallId === null) return folgen(FALL.neu(id), befehl);
    const kopf = await fallkopf(tx, fallId);
    if (kopf === null) throw nichtGefunden('Diesen Fall');
    return folgen(kopf.stand, befehl);
  });
}
