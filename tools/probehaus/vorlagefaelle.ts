import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { erzeugeZeichneAuf } from '../../activities/aufzeichnung/zeichne-auf.ts';
import type { Datenbank } from '../../db/client.ts';
import { FALL } from '../../domain/fall/aggregat.ts';
import type { Befehl } from '../../domain/fall/befehle.ts';
import { plusTage } from '../../domain/frist/tag.ts';
import { ortstag, type Instant } from '../../domain/frist/zeitzone.ts';
import { besteht } from '../../domain/vorgang/aggregat.ts';
import { fuehreAus } from '../../domain/vorgang/schritt.ts';
import { uebernahme, vormerkung } from './befehle.ts';
import { legePersonAn } from './stammdaten.ts';

export type Vorlage = { readonly fallId: string; readonly personId: string };

type Mittel = { readonly besitzer: Datenbank; readonly worker: Datenbank; readonly am: Instant };

async function zeichne(worker: Datenbank, personId: string, befehl: Befehl): Promise<Vorlage> {
  const stosseZustellungAn = (): Promise<void> => Promise.resolve();
  const zeichneAuf = erzeugeZeichneAuf({ db: worker, log: pino({ level: 'silent' }), stosseZustellungAn });
  const fallId = randomUUID();
  const ergebnis = fuehreAus(FALL, { zustand: 'neu', fallId, sequenz: 0 }, befehl);
  if (!ergebnis.ok || !besteht(ergebnis.lage)) throw new Error('Die Vorlage kommt nicht zustande');
  const { befehlId, zeilenversionen } = befehl;
  await zeichneAuf({
    art: 'fall',
    id: fallId,
    befehlId,
    ereignisse: ergebnis.ereignisse,
    zeilenversionen,
    antwort: FALL.antwortAuf(befehl, ergebnis.ereignisse, ergebnis.lage),
    ersteImLauf: true,
  });
  return { fallId, personId };
}

/** Two cases as Lotse records them: a Vormerkung that waits, and a person accompanied for four months. */
export async function zeichneVorlagen({
  besitzer,
  worker,
  am,
}: Mittel): Promise<Record<'wartend' | 'begleitet', Vorlage>> {
  const [erste, zweite] = [
    await legePersonAn(besitzer, 'vorlage-wartend'),
    await legePersonAn(besitzer, 'vorlage-begleitet'),
  ];
  const zugang = plusTage(ortstag(am), -120);
  return {
    wartend: await zeichne(worker, erste, vormerkung(am, erste, 'F-1999-00001')),
    begleitet: await zeichne(
      worker,
      zweite,
      uebernahme(am, { personId: zweite, fallnummer: 'F-1999-00002', zugang }),
    ),
  };
}
