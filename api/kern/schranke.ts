import { Absage } from './absage.ts';

export type Schranke = <T>(schluessel: string, arbeit: () => Promise<T>) => Promise<T>;

type Platz = { inArbeit: number; readonly wartende: (() => void)[] };

/**
 * Lets at most `gleichzeitig` works of one key run at once; up to `wartend` more queue in order. Temporal refuses more
 * than ten updates in flight on one workflow (technik.md 1.2). @throws Absage UEBERLASTET when the queue is full.
 */
export function erzeugeSchranke(grenze: {
  readonly gleichzeitig: number;
  readonly wartend: number;
}): Schranke {
  const plaetze = new Map<string, Platz>();

  async function betrete(schluessel: string): Promise<Platz> {
    const platz = plaetze.get(schluessel) ?? { inArbeit: 0, wartende: [] };
    plaetze.set(schluessel, platz);
    if (platz.inArbeit < grenze.gleichzeitig) {
      platz.inArbeit += 1;
      return platz;
    }
    if (platz.wartende.length >= grenze.wartend) {
      throw new Absage(
        'UEBERLASTET',
        'Für diesen Fall warten schon zu viele Eingaben; bitte gleich noch einmal.',
      );
    }
    await new Promise<void>((weiter) => platz.wartende.push(weiter));
    return platz;
  }

  /** Hands the place to the next in the queue, or gives it free. */
  function verlasse(schluessel: string, platz: Platz): void {
    const naechster = platz.wartende.shift();
    if (naechster !== undefined) {
      naechster();
      return;
    }
    platz.inArbeit -= 1;
    if (platz.inArbeit === 0) plaetze.delete(schluessel);
  }

  return async (schluessel, arbeit) => {
    const platz = await betrete(schluessel);
    try {
      return await arbeit();
    } finally {
      verlasse(schluessel, platz);
    }
  };
}
