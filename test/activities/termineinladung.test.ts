import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sendung } from '../../db/nachrichten.ts';
import type { Uebergabeprotokoll } from '../../domain/fall/uebergabeprotokoll.ts';
import { startePost, type Post } from '../support/post.ts';

const SENDUNG: Sendung = {
  id: '7d3f5c1e-0000-4000-8000-000000000011',
  fallId: '7d3f5c1e-0000-4000-8000-000000000012',
  vorgangId: null,
  art: 'mail',
  vorgangsart: null,
  erstelltAm: '2026-12-01T08:00:00Z',
  empfaenger: null,
  email: 'demo.pap@jobcenter.example',
  fallnummer: 'F-2026-00001',
  anlass: 'TR10',
  stufe: 'mitteilung',
  faellig: null,
  leistungserbringerId: null,
  leistung: null,
};

const VON = { am: '2026-12-01T08:00:00Z', wer: '7d3f5c1e-0000-4000-8000-0000000000f1', fuer: null };
const UEBERGABE = {
  gespraech: 'uebernahme',
  nummer: 1,
  folge: 0,
  abgesagt: null,
  versaeumt: [],
  gefuehrt: null,
  termin: {
    ...{ eintrag: 4, von: VON, durch: { fm: VON } },
    ...{ termin: '2026-12-09', uhrzeit: '10:30', dauerMinuten: 45, ort: 'fm_buero' },
  },
} satisfies Uebergabeprotokoll;
const BESTAETIGT: Uebergabeprotokoll = {
  ...UEBERGABE,
  folge: 1,
  termin: { ...UEBERGABE.termin, durch: { fm: VON, gegenueber: VON } },
};
const VERLEGT: Uebergabeprotokoll = {
  ...UEBERGABE,
  folge: 2,
  termin: { ...UEBERGABE.termin, termin: '2026-12-10', uhrzeit: '14:00' },
};
const ABGESAGT: Uebergabeprotokoll = { ...VERLEGT, folge: 3, abgesagt: VON };

type Eintrag = {
  readonly methode: string;
  readonly uid: string;
  readonly folge: number;
  readonly stand: string;
  readonly beginn: string;
  readonly ende: string;
};

/** As Mozilla's parser reads it. */
function mitIcalJs(text: string): Eintrag {
  const kalender = ICAL.Component.fromString(text);
  const eintraege = kalender.getAllSubcomponents('vevent');
  const [eintrag] = eintraege;
  if (eintrag === undefined || eintraege.length !== 1) throw new Error('Kein einzelner Termin');
  const ereignis = new ICAL.Event(eintrag);
  return {
    methode: String(kalender.getFirstPropertyValue('method')),
    uid: ereignis.uid,
    folge: ereignis.sequence,
    stand: String(eintrag.getFirstPropertyValue('status')),
    beginn: ereignis.startDate.toJSDate().toISOString(),
    ende: ereignis.endDate.toJSDate().toISOString(),
  };
}

/** As another one reads it. */
function mitNodeIcal(text: string): Eintrag {
  const alles = Object.values(nodeIcal.sync.parseICS(text));
  const [eintrag, ...weitere] = alles.flatMap((teil) => (teil?.type === 'VEVENT' ? [teil] : []));
  if (eintrag === undefined || weitere.length > 0) throw new Error('Kein einzelner Termin');
  return {
    methode: eintrag.method ?? '',
    uid: eintrag.uid,
    folge: Number(eintrag.sequence),
    stand: eintrag.status ?? '',
    beginn: eintrag.start.toISOString(),
    ende: eintrag.end?.toISOString() ?? '',
  };
}

describe('Der Termin einer Übergabe als Einladung (TR10, TR11, TR65; RFC 5545, 6047)', () => {
  let da: Post;
  beforeAll(async () => {
    da = await startePost({
      absender: 'Lotse <lotse@jobcenter.example>',
      adresse: 'https://lotse.example',
      mailsProSekunde: 100,
    });
  });
  afterAll(() => da.ende());

  /** The calendar part of the mail that came. */
  async function eingeladen(uebergabe: Uebergabeprotokoll): Promise<string> {
    await da.post.sende(SENDUNG, { anErbringer: null, uebergabe });
    const { attachments } = await PostalMime.parse(da.postfach.nachrichten().at(-1)?.roh ?? '');
    const kalender = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
    if (kalender === undefined) throw new Error('Die Mail bringt keinen Termin');
    return typeof kalender.content === 'string'
      ? kalender.content
      : new TextDecoder().decode(kalender.content);
  }

  it.each([
    [
      'vorgeschlagen',
      UEBERGABE,
      { methode: 'REQUEST', folge: 0, stand: 'TENTATIVE' },
      '09T09:30',
      '09T10:15',
    ],
    ['bestätigt', BESTAETIGT, { methode: 'REQUEST', folge: 1, stand: 'CONFIRMED' }, '09T09:30', '09T10:15'],
    ['verlegt', VERLEGT, { methode: 'REQUEST', folge: 2, stand: 'TENTATIVE' }, '10T13:00', '10T13:45'],
    ['abgesagt', ABGESAGT, { methode: 'CANCEL', folge: 3, stand: 'CANCELLED' }, '10T13:00', '10T13:45'],
  ] as const)(
    '%s: zwei fremde Leser lesen dasselbe, immer denselben Termin',
    async (...[, uebergabe, stand, von, bis]) => {
      const text = await eingeladen(uebergabe);
      const erwartet = {
        ...stand,
        uid: `uebernahme-1-${SENDUNG.fallId ?? ''}@lotse`,
        beginn: `2026-12-${von}:00.000Z`,
        ende: `2026-12-${bis}:00.000Z`,
      };
      expect(mitIcalJs(text)).toEqual(erwartet);
      expect(mitNodeIcal(text)).toEqual(erwartet);
    },
  );

  it('die Einladung geht von Lotse an genau eine Adresse und nennt niemanden (DS-20)', async () => {
    const text = (await eingeladen(UEBERGABE)).replaceAll(/\r?\n /gu, '');
    expect(text).toContain('ORGANIZER;CN="Lotse":mailto:lotse@jobcenter.example');
    expect(text.match(/^ATTENDEE/gmu)).toHaveLength(1);
    expect(text).toContain('SUMMARY:Übernahmegespräch – Fall F-2026-00001');
    expect(text).toContain(`URL;VALUE=URI:https://lotse.example/faelle/${SENDUNG.fallId ?? ''}/uebergabe`);
    expect(text).not.toContain(VON.wer);
  });

  it('ohne Uhrzeit ist es der ganze Tag', async () => {
    const { termin } = UEBERGABE;
    const ganztags = { eintrag: 4, von: VON, durch: {}, termin: termin.termin };
    const text = await eingeladen({ ...UEBERGABE, termin: ganztags });
    expect(text).toMatch(/^DTSTART;VALUE=DATE:20261209\r?$/mu);
  });

  it('nach der Umstellung der Uhr gilt die Ortszeit (D-61)', async () => {
    const text = await eingeladen({ ...UEBERGABE, termin: { ...UEBERGABE.termin, termin: '2026-07-09' } });
    expect(mitIcalJs(text).beginn).toBe('2026-07-09T08:30:00.000Z');
  });
});
