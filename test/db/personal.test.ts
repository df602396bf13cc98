import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personal } from '../../api/organisation/faelle.ts';
import {
  aendereAnmeldung,
  aendereMitarbeitende,
  aendereTeam,
  erfasseQualifikation,
  legeMitarbeitendeAn,
  legeTeamAn,
  qualifizierung,
} from '../../api/personal/faelle.ts';
import { mitarbeitendeNeu, type MitarbeitendeNeu } from '../../api/personal/formen.ts';
import { personalabfrage } from '../../api/organisation/formen.ts';
import type { Konto } from '../../api/kern/umgebung.ts';
import { mitAkteur } from '../../db/client.ts';
import * as tabellen from '../../db/schema/index.ts';
import { PERSONAL, TEAM } from '../../tools/probehaus/stammdaten.ts';
import { baueAuf, type Aufbau } from './anwendung.ts';
import { neuerSchluessel } from '../../tools/probehaus/schluessel.ts';
import type { Schluessel } from '../../api/kern/schluessel.ts';

const system = { system: 'wartung' } as const;
const neu = <R>(rumpf: R): { schluessel: Schluessel; rumpf: R } => ({ schluessel: neuerSchluessel(), rumpf });

describe('Personal und Teams verwalten (E39, E40, K-73)', () => {
  let a: Aufbau;
  let tl: Konto;
  let bl: Konto;
  let fm: Konto;
  beforeAll(async () => {
    a = await baueAuf('2026-03-02T08:00:00Z');
    [tl, bl, fm] = (await Promise.all(
      [PERSONAL.tl, PERSONAL.bereichsleitung, PERSONAL.fm].map((id) => a.konto(id)),
    )) as [Konto, Konto, Konto];
  });
  afterAll(() => a.ende());

  const rumpf = (anders: Partial<MitarbeitendeNeu> = {}): MitarbeitendeNeu =>
    mitarbeitendeNeu.parse({
      subjekt: randomUUID(),
      anzeigename: 'Demo Neu',
      email: 'neu@jobcenter.example',
      rolle: 'fm',
      team: TEAM,
      sprachen: ['de', 'ar'],
      ...anders,
    });
  const lege = (wer: Konto, anders?: Partial<MitarbeitendeNeu>): Promise<{ id: string; version: number }> =>
    legeMitarbeitendeAn(a.umgebung, wer, neu(rumpf(anders)));

  it('die Teamleitung stellt ein: je Schlüssel einmal, mit Protokoll; Zugang ab dem ersten Arbeitstag', async () => {
    const auftrag = neu(rumpf({ aktivAb: '2026-03-09' }));
    const [eine, andere] = await Promise.all([1, 2].map(() => legeMitarbeitendeAn(a.umgebung, tl, auftrag)));
    expect(eine).toEqual(andere);
    const gegenstand = `mitarbeitende:${eine?.id ?? ''}`;
    const protokoll = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.protokoll).where(eq(tabellen.protokoll.gegenstand, gegenstand)),
    );
    expect(protokoll).toMatchObject([{ aktion: 'mitarbeitende_angelegt', akteurId: tl.id }]);
    expect(JSON.stringify(protokoll)).not.toContain('Demo Neu');
    await expect(a.konto(auftrag.rumpf.subjekt)).rejects.toMatchObject({ code: 'KONTO_UNBEKANNT' });
    a.stelle('2026-03-09T08:00:00Z');
    await expect(a.konto(auftrag.rumpf.subjekt)).resolves.toMatchObject({ rolle: 'fm' });
    await expect(lege(tl, { subjekt: auftrag.rumpf.subjekt })).rejects.toMatchObject({
      code: 'BEREITS_VORHANDEN',
    });
    const { eintraege } = await personal(a.umgebung, tl, personalabfrage.parse({ rolle: 'fm' }));
    expect(eintraege.find(({ id }) => id === eine?.id)).toMatchObject({
      sprachen: ['de', 'ar'],
      aktivAb: '2026-03-09',
      aktivBis: null,
      version: 1,
    });
  });

  it('niemand befördert sich oder andere: Leitung benennt die Bereichsleitung, die eigene Rolle ändert niemand', async () => {
    for (const rolle of ['tl', 'administration', 'datenschutz'] as const)
      await expect(lege(tl, { rolle })).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    for (const rolle of ['administration', 'datenschutz'] as const)
      await expect(lege(bl, { rolle })).resolves.toMatchObject({ version: 1 });
    await expect(lege(tl, { verantwortung: [TEAM] })).rejects.toMatchObject({ code: 'REGEL' });
    await expect(lege(fm)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(lege(bl, { team: randomUUID() })).rejects.toMatchObject({ code: 'NICHT_GEFUNDEN' });
    const { id } = await lege(bl, { rolle: 'controlling', verantwortung: [TEAM] });
    await expect(
      aendereMitarbeitende(a.umgebung, tl, { id, ...neu({ version: 1, anteil: 0.5 }) }),
    ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
    await expect(
      aendereMitarbeitende(a.umgebung, bl, { id: bl.id, ...neu({ version: 1, rolle: 'tl' as const }) }),
    ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });

  it('eine andere Anmeldung gibt nur die Bereichsleitung, nie sich selbst, mit Vermerk; die alte gilt sofort nicht mehr', async () => {
    const { subjekt } = rumpf();
    const { id } = await lege(tl, { subjekt });
    const aendere = (wer: Konto, was: { id: string; version: number; subjekt: string }): Promise<unknown> =>
      aendereAnmeldung(a.umgebung, wer, {
        id: was.id,
        ...neu({ version: was.version, subjekt: was.subjekt }),
      });
    const oid = randomUUID();
    for (const wer of [tl, fm])
      await expect(aendere(wer, { id, version: 1, subjekt: oid })).rejects.toMatchObject({
        code: 'NICHT_BERECHTIGT',
      });
    await expect(aendere(bl, { id: bl.id, version: 1, subjekt: oid })).rejects.toMatchObject({
      code: 'NICHT_BERECHTIGT',
    });
    await expect(aendere(bl, { id, version: 7, subjekt: oid })).rejects.toMatchObject({ code: 'VERALTET' });
    const { subjekt: vergeben } = rumpf();
    await lege(tl, { subjekt: vergeben });
    await expect(aendere(bl, { id, version: 1, subjekt: vergeben })).rejects.toMatchObject({
      code: 'BEREITS_VORHANDEN',
    });
    await expect(aendere(bl, { id, version: 1, subjekt: oid })).resolves.toEqual({ id, version: 2 });
    await expect(a.konto(subjekt)).rejects.toMatchObject({ code: 'KONTO_UNBEKANNT' });
    await expect(a.konto(oid)).resolves.toMatchObject({ id });
    const protokoll = await mitAkteur(a.db, system, (tx) =>
      tx
        .select()
        .from(tabellen.protokoll)
        .where(eq(tabellen.protokoll.gegenstand, `mitarbeitende:${id}`)),
    );
    expect(protokoll.map(({ aktion, akteurId }) => [aktion, akteurId])).toContainEqual([
      'anmeldung_geaendert',
      bl.id,
    ]);
    expect(JSON.stringify(protokoll)).not.toContain(oid);
  });

  it('V-75: geändert wird der Stand, den man kennt; wer als TL geht, behält keine Verantwortung', async () => {
    const { id } = await lege(bl, { rolle: 'tl', verantwortung: [TEAM] });
    const aendere = (version: number, was: object): Promise<unknown> =>
      aendereMitarbeitende(a.umgebung, bl, { id, ...neu({ version, ...was }) });
    await aendere(1, { anteil: 0.75 });
    await expect(aendere(1, { anteil: 0.5 })).rejects.toMatchObject({ code: 'VERALTET', regel: 'V-75' });
    await aendere(2, { rolle: 'fm' });
    const verantwortung = await mitAkteur(a.db, system, (tx) =>
      tx.select().from(tabellen.teamverantwortung).where(eq(tabellen.teamverantwortung.mitarbeitendeId, id)),
    );
    expect(verantwortung).toEqual([]);
  });

  it('ein neues Team gehört der Bereichsleitung, die es anlegt; das Kennzeichen gibt es einmal', async () => {
    const team = { kennzeichen: '627', art: 'vermittlung', land: 'HB', ohneKontaktFm: false } as const;
    const { id } = await legeTeamAn(a.umgebung, bl, neu(team));
    await expect(legeTeamAn(a.umgebung, bl, neu(team))).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
    const danach = await a.konto(PERSONAL.bereichsleitung);
    expect([...danach.teams].sort()).toEqual([TEAM, id].sort());
    const aendere = (version: number, kennzeichen: string): Promise<unknown> =>
      aendereTeam(a.umgebung, danach, { id, ...neu({ version, kennzeichen }) });
    await expect(aendere(1, '621')).rejects.toMatchObject({ code: 'BEREITS_VORHANDEN' });
    await aendere(1, '628');
    await expect(aendere(1, '629')).rejects.toMatchObject({ code: 'VERALTET' });
    await expect(
      aendereTeam(a.umgebung, tl, { id, ...neu({ version: 2, kennzeichen: '630' }) }),
    ).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });

  it('K-73: je Thema die letzte Schulung und was noch erforderlich ist; nichts davon wird geändert', async () => {
    const besuche = (thema: 'gespraechsfuehrung' | 'erfolgsaussichten', am: string): Promise<unknown> =>
      erfasseQualifikation(a.umgebung, tl, { id: PERSONAL.fm, ...neu({ thema, am }) });
    await besuche('gespraechsfuehrung', '2025-05-05');
    await besuche('gespraechsfuehrung', '2026-02-10');
    await expect(besuche('erfolgsaussichten', '2026-12-01')).rejects.toMatchObject({ regel: 'V-74' });
    const { eintraege } = await qualifizierung(a.umgebung, tl, TEAM);
    const stand = eintraege.find(({ id }) => id === PERSONAL.fm)?.themen;
    expect(stand).toHaveLength(5);
    expect(stand?.filter(({ zuletztAm }) => zuletztAm !== null)).toEqual([
      { thema: 'gespraechsfuehrung', zuletztAm: '2026-02-10' },
    ]);
    await expect(qualifizierung(a.umgebung, fm, TEAM)).rejects.toMatchObject({ code: 'NICHT_BERECHTIGT' });
  });

  it('solange etwas offen ist, wechselt niemand Rolle oder Team', async () => {
    const { fallId } = await a.merkeVor('wechsel');
    await a.gib('tl', 'zuordnen', { fallId, eingabe: { fm: PERSONAL.fm3 } });
    const wechsle = (id: string): Promise<unknown> =>
      aendereMitarbeitende(a.umgebung, bl, { id, ...neu({ version: 1, rolle: 'fm_spezial' as const }) });
    await expect(wechsle(PERSONAL.fm3)).rejects.toMatchObject({ code: 'REGEL', regel: 'TR51' });
    await expect(wechsle(PERSONAL.pap)).rejects.toMatchObject({ code: 'REGEL', regel: 'TR51' });
    await expect(wechsle(PERSONAL.fm2)).resolves.toMatchObject({ version: 2 });
  });
});
