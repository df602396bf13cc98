import { describe, expect, it } from 'vitest';
import { erzeugeSchranke } from '../../api/kern/schranke.ts';

describe('höchstens acht Befehle je Fall unterwegs (technik.md 1.2)', () => {
  function arbeit(): { wirke: () => Promise<number>; beende: () => void; hoechst: () => number } {
    let offen = 0;
    let hoechst = 0;
    const tore: (() => void)[] = [];
    return {
      wirke: async () => {
        offen += 1;
        hoechst = Math.max(hoechst, offen);
        await new Promise<void>((weiter) => tore.push(weiter));
        offen -= 1;
        return offen;
      },
      beende: () => tore.shift()?.(),
      hoechst: () => hoechst,
    };
  }

  it('die Grenze gilt je Fall, Wartende kommen der Reihe nach daran', async () => {
    const schranke = erzeugeSchranke({ gleichzeitig: 8, wartend: 64 });
    const a = arbeit();
    const b = arbeit();
    const laeufe = Array.from({ length: 20 }, () => schranke('a', a.wirke));
    const andere = Array.from({ length: 3 }, () => schranke('b', b.wirke));
    for (let i = 0; i < 30; i += 1) {
      await Promise.resolve();
      a.beende();
      b.beende();
      await new Promise((weiter) => setImmediate(weiter));
    }
    await Promise.all([...laeufe, ...andere]);
    expect([a.hoechst(), b.hoechst()]).toEqual([8, 3]);
  });

  it('eine volle Warteschlange weist ab, statt zu wachsen', async () => {
    const schranke = erzeugeSchranke({ gleichzeitig: 1, wartend: 1 });
    const a = arbeit();
    const erster = schranke('a', a.wirke);
    const zweiter = schranke('a', a.wirke);
    await expect(schranke('a', a.wirke)).rejects.toMatchObject({ code: 'UEBERLASTET' });
    await new Promise((weiter) => setImmediate(weiter));
    a.beende();
    await erster;
    await new Promise((weiter) => setImmediate(weiter));
    a.beende();
    await zweiter;
    expect(a.hoechst()).toBe(1);
  });

  it('ein Fehler gibt den Platz frei', async () => {
    const schranke = erzeugeSchranke({ gleichzeitig: 1, wartend: 1 });
    await expect(schranke('a', () => Promise.reject(new Error('nein')))).rejects.toThrow('nein');
    await expect(schranke('a', () => Promise.resolve(1))).resolves.toBe(1);
  });
});
