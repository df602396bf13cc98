import { describe, expect, it } from 'vitest';
import { BIS_FALLZUGANG, befehl, danach, nach } from '../../../tools/simulation/bauen.ts';
import type { Werdegang } from '../../../tools/simulation/bauen.ts';

const offen = (): Werdegang => nach(...BIS_FALLZUGANG);
const letztes = ({ ereignisse }: Werdegang, art: string) => ereignisse.findLast((e) => e.art === art);

describe('Art und Kosten von Maßnahmen und Leistungen, Hilfeplan der Jugendhilfe (E21, E29; 003 Kap. 6, 7)', () => {
  it('TR29: eine Maßnahme sagt, auf welcher Grundlage sie steht und was sie kostet', () => {
    const umfang = { massnahmeart: 'arbeitsgelegenheit_16d', kostenCent: 123_456 } as const;
    const danachFall = danach(offen(), befehl('massnahme_beginnen', '2024-12-02T09:00', umfang));
    expect(letztes(danachFall, 'massnahme_begonnen')).toMatchObject(umfang);
  });

  it('TR30, TR32: aus dem angeforderten Hilfeplan nach § 36 SGB VIII wird einer, der vorliegt', () => {
    const umfang = { hilfeplan: 'angefordert', voraussichtlicheDauerMonate: 12, kostenCent: 0 } as const;
    const zugewiesen = danach(offen(), befehl('leistung_zuweisen', '2024-12-02T09:00', umfang));
    expect(letztes(zugewiesen, 'leistung_zugewiesen')).toMatchObject(umfang);
    const begonnen = danach(
      zugewiesen,
      befehl('leistung_beginnen', '2024-12-09T09:00', { hilfeplan: 'liegt_vor' }),
    );
    expect(letztes(begonnen, 'leistung_begonnen')).toMatchObject({ hilfeplan: 'liegt_vor' });
  });

  it('V-67: was niemand sagt, fehlt, wie in Fällen von vorher', () => {
    const ohne = danach(
      danach(offen(), befehl('massnahme_beginnen', '2024-12-02T09:00')),
      befehl('leistung_zuweisen', '2024-12-02T10:00'),
    );
    const felder = ['massnahme_begonnen', 'leistung_zugewiesen'].flatMap((art) =>
      Object.keys(letztes(ohne, art) ?? {}),
    );
    expect(felder).toContain('bis');
    expect(felder).toContain('leistungsart');
    for (const feld of ['massnahmeart', 'kostenCent', 'hilfeplan', 'voraussichtlicheDauerMonate'])
      expect(felder).not.toContain(feld);
  });
});
