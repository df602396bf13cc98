import { describe, expect, it } from 'vitest';
import { policywechsel } from '../../../domain/pflicht/policywechsel.ts';
import { REGELWERK } from '../../../domain/vorgang/regelwerk.ts';
import { befehl, bis, danach, nach, type Werdegang } from '../../../tools/simulation/bauen.ts';
import { GRUENDUNG_01 } from '../../../tools/simulation/vorgaben.ts';

const VON_FRUEHER = befehl('vormerken', '2024-11-04T09:00', { gruendung: GRUENDUNG_01 });
const frueher = (): Werdegang =>
  nach(
    VON_FRUEHER,
    befehl('zuordnen', '2024-11-05T10:00'),
    befehl('uebernahmegespraech_vereinbaren', '2024-11-06T10:00', { termin: '2024-11-12' }),
    befehl('uebernahmegespraech_fuehren', '2024-11-12T10:00'),
    befehl('zugang_entscheiden', '2024-11-20T10:00'),
  );
const uebernimm = (werdegang: Werdegang, am: string, regelwerk = REGELWERK): Werdegang =>
  danach(werdegang, befehl('regelwerk_uebernehmen', am, { regelwerk }));
const enden = ({ fall }: Werdegang): string[] =>
  fall.fristen.map((f) => `${f.id}/${String(f.vorkommen)} ${f.faellig} ${f.ende ?? 'offen'}`).sort();

describe('Regelwerk eines Falls (Nachtrag 11.5)', () => {
  it('wer keines nennt, beginnt unter dem ersten; heute begonnene unter dem neuen', () => {
    expect(nach(VON_FRUEHER).fall.regelwerk).toBe(1);
    expect(nach(befehl('vormerken', '2024-11-04T09:00')).fall.regelwerk).toBe(REGELWERK);
  });

  it('der Wechsel ist ein Ereignis, nennt beide Nummern und geht nie zurück', () => {
    const neu = uebernimm(frueher(), '2025-01-15T09:00');
    expect(neu.fall.regelwerk).toBe(REGELWERK);
    expect(neu.ereignisse.filter(({ art }) => art === 'regelwerk_uebernommen')).toMatchObject([
      { regelwerk: REGELWERK, bisher: 1 },
    ]);
    expect(uebernimm(neu, '2025-01-16T09:00').ereignisse).toHaveLength(neu.ereignisse.length);
    expect(uebernimm(neu, '2025-01-16T09:00', 1).fall.regelwerk).toBe(REGELWERK);
  });

  it('keine offene Frist geht verloren, und was geendet hat, bleibt, wie es endete', () => {
    const vorher = bis(frueher(), '2025-06-24T09:00');
    expect(enden(vorher).some((zeile) => zeile.endsWith('versaeumt'))).toBe(false);
    expect(enden(uebernimm(vorher, '2025-06-24T10:00'))).toEqual(enden(vorher));
    const spaeter = bis(vorher, '2025-12-01T09:00');
    const beendete = enden(spaeter).filter((zeile) => !zeile.endsWith('offen'));
    expect(beendete.some((zeile) => zeile.endsWith('versaeumt'))).toBe(true);
    const neu = uebernimm(spaeter, '2025-12-01T10:00');
    expect(enden(neu)).toEqual(expect.arrayContaining(beendete));
    expect(neu.fall.wechsel).toEqual(policywechsel(spaeter.fall.fristen, neu.fall.zuletzt));
  });

  it('der Fall vergisst den Wechsel auch nicht, wenn sich sein Zustand ändert (TR46)', () => {
    const neu = uebernimm(bis(frueher(), '2025-12-01T09:00'), '2025-12-01T10:00');
    const zurueck = danach(
      danach(neu, befehl('abgang_einleiten', '2025-12-02T10:00')),
      befehl('abgang_zuruecknehmen', '2025-12-03T10:00'),
    );
    expect(zurueck.fall.wechsel).toEqual(neu.fall.wechsel);
  });
});
