import { alsLoeschung, imAlleingang } from '../../db/loeschung/rolle.ts';
import type { Datenbank } from '../../db/client.ts';
import type { Loeschanlass } from '../../db/loeschung/buch.ts';
import * as faellig from '../../db/loeschung/faellig.ts';
import type { Loeschgegenstand } from '../../db/loeschung/loesche.ts';
import { vernichteFaelligeJahre } from '../../db/tresor/jahresschluessel.ts';
import { ortstag } from '../../domain/frist/zeitzone.ts';
import type { Loeschschritt } from '../../workflows/contract.ts';
import { mitLebenszeichen } from '../lebenszeichen.ts';
import type { Loeschmittel } from './mittel.ts';
import { kehreEntwuerfe } from './entwuerfe.ts';
import { pruefeBedarf } from './pruefe-bedarf.ts';
import { holeNach } from './nachholen.ts';
import { vollziehe } from './vollziehe.ts';

type Nachtmittel = Loeschmittel & { readonly db: Datenbank };

/** Small enough to finish well inside the activity's time, large enough for one write of the ledger. */
const BUENDEL = 100;

type Suche = typeof faellig.faelligeFaelle;
type Suchschritt = {
  readonly klasse: Loeschgegenstand;
  readonly anlass: Loeschanlass;
  readonly suche: Suche;
};

const SUCHEN: Readonly<
  Record<Exclude<Loeschschritt, 'nachholen' | 'kurzlebiges' | 'bedarf_pruefen'>, Suchschritt>
> = {
  unterlagen: { klasse: 'dokument', anlass: 'frist', suche: faellig.faelligeUnterlagen },
  unterlagen_pruefakten: {
    klasse: 'dokument',
    anlass: 'frist',
    suche: faellig.faelligeUnterlagenDerPruefakten,
  },
  unterlagen_eigener_tag: { klasse: 'dokument', anlass: 'frist', suche: faellig.unterlagenMitEigenemTag },
  unterlagen_widerruf: { klasse: 'dokument', anlass: 'widerruf', suche: faellig.unterlagenNachWiderruf },
  unterlagen_antrag: { klasse: 'dokument', anlass: 'antrag', suche: faellig.beantragteUnterlagen },
  faelle: { klasse: 'fall', anlass: 'frist', suche: faellig.faelligeFaelle },
  personen: { klasse: 'person', anlass: 'frist', suche: faellig.faelligePersonen },
};

/** One batch of a step; `nach` goes on behind the last id of it, null when the step is through. */
export type Loeschfortschritt = { readonly nach: string | null; readonly geloescht: number };
export type Loeschbuendel = { readonly schritt: Loeschschritt; readonly nach: string | null };

async function fegeKurzlebiges({ loeschdb, db, client, schluessel, jetzt }: Nachtmittel): Promise<number> {
  const am = jetzt();
  const heute = ortstag(am);
  await vernichteFaelligeJahre(schluessel, heute);
  const gefegt = await alsLoeschung(loeschdb, (tx) => faellig.fegeKurzlebiges(tx, heute));
  const entwuerfe = await kehreEntwuerfe({ db, client, wer: { system: 'worker' } }, am);
  return gefegt + entwuerfe.abgelehnt + entwuerfe.nie_angekommen;
}

/** The nightly erasure, batch by batch (T-29, TR53). Repeating a batch finds only what is left of it. */
export function erzeugeLoeschung(
  mittel: Nachtmittel,
): (buendel: Loeschbuendel) => Promise<Loeschfortschritt> {
  const { loeschdb, jetzt } = mittel;
  const ganz = async (arbeit: () => Promise<number>): Promise<Loeschfortschritt> => ({
    nach: null,
    geloescht: await arbeit(),
  });
  const fuehreAus = async ({ schritt, nach }: Loeschbuendel): Promise<Loeschfortschritt> => {
    const heute = ortstag(jetzt());
    if (schritt === 'nachholen') return ganz(() => holeNach(mittel));
    if (schritt === 'kurzlebiges') return ganz(() => fegeKurzlebiges(mittel));
    if (schritt === 'bedarf_pruefen') return ganz(() => pruefeBedarf(mittel.db, jetzt()));
    const { klasse, anlass, suche } = SUCHEN[schritt];
    const ids = await alsLoeschung(loeschdb, (tx) => suche(tx, { heute, nach, hoechstens: BUENDEL }));
    const geloescht = await vollziehe(mittel, { klasse, anlass, ids });
    return { nach: ids.length < BUENDEL ? null : (ids.at(-1) ?? null), geloescht };
  };
  return (buendel) => mitLebenszeichen(() => imAlleingang(loeschdb, () => fuehreAus(buendel)));
}
