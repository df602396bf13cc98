import { setTimeout as warte } from 'node:timers/promises';
import type { BedienFehler } from '../../ops/bedienfehler.ts';
import type { Melder } from '../lokal/melder.ts';
import type { Dienst } from './dienst.ts';

/** Keeps what has been started, in order, and stops it in reverse order, once. */
export class Ablauf {
  readonly #dienste: Dienst[] = [];
  readonly #melde: Melder;
  #stop: Promise<void> | undefined;
  #abgebrochen = false;
  #meldeAusfall: (grund: BedienFehler) => void = () => undefined;

  /** Resolves with the reason when a part ends although nobody has asked it to. */
  readonly ausfall: Promise<BedienFehler>;

  constructor(melde: Melder) {
    this.#melde = melde;
    this.ausfall = new Promise((resolve) => {
      this.#meldeAusfall = resolve;
    });
  }

  get pids(): number[] {
    return this.#dienste.flatMap(({ pids }) => pids);
  }

  /** From now on nothing more is started. */
  brichAb(): void {
    this.#abgebrochen = true;
  }

  /** Adds a running part; one that comes up while everything is going down is stopped at once. Throws after an abort. */
  async merke(dienst: Dienst): Promise<void> {
    if (this.#stop !== undefined) {
      await dienst.stop();
      return;
    }
    this.#dienste.push(dienst);
    void dienst.ausfall?.then((grund) => {
      if (this.#stop === undefined) this.#meldeAusfall(grund);
    });
    if (this.#abgebrochen) throw new Error('aborted');
  }

  /** Stops everything; repeated calls wait for the same end. */
  stop(): Promise<void> {
    this.#stop ??= this.#stoppe();
    return this.#stop;
  }

  async #stoppe(): Promise<void> {
    for (const { name, stop } of this.#dienste.toReversed()) {
      const langsam = new AbortController();
      void warte(3_000, undefined, { signal: langsam.signal, ref: false }).then(
        () => {
          this.#melde(`… ${name} wird noch beendet`);
        },
        () => undefined,
      );
      await stop().catch((fehler: unknown) => {
        this.#melde(`${name} ließ sich nicht sauber beenden: ${String(fehler)}`);
      });
      langsam.abort();
    }
  }
}
