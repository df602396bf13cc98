import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** One timer for the earliest step; replaced only when its instant changes (technik.md 1.3). */
export type Wecker = {
  /** True once the instant has come. */
  readonly klingelt: () => boolean;
  /** @param instant UTC ISO, or null when there is nothing to wait for. */
  readonly stelle: (instant: string | null) => void;
};

export function neuerWecker(): Wecker {
  let gestellt: string | null = null;
  let abgelaufen = false;
  let bereich: CancellationScope | null = null;

  async function warte(instant: string): Promise<void> {
    const bis = Math.max(1, Date.parse(instant) - Date.now());
    try {
      await sleep(bis, { summary: `Nächster Schritt ${instant}` });
      if (gestellt === instant) abgelaufen = true;
    } catch (fehler) {
      if (!isCancellation(fehler)) throw fehler;
    }
  }

  return {
    klingelt: () => abgelaufen,
    stelle: (instant) => {
      if (instant === gestellt && !abgelaufen) return;
      if (!abgelaufen) bereich?.cancel();
      gestellt = instant;
      abgelaufen = false;
      bereich = null;
      if (instant === null) return;
      bereich = new CancellationScope();
      void bereich.run(() => warte(instant));
    },
  };
}
