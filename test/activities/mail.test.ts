import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Erbringerpost } from '../../activities/zustellung/einmallink.ts';
import type { Sendung } from '../../db/nachrichten.ts';
import { startePost, type Post } from '../support/post.ts';

const GEHEIMNIS = 'A'.repeat(43);
const SENDUNG: Sendung = {
  id: '7d3f5c1e-0000-4000-8000-000000000001',
  fallId: '7d3f5c1e-0000-4000-8000-000000000002',
  vorgangId: null,
  art: 'mail',
  vorgangsart: null,
  erstelltAm: '2026-12-01T08:00:00Z',
  empfaenger: null,
  email: 'stelle@beratung.example',
  fallnummer: 'F-2026-00001',
  anlass: 'T-18',
  stufe: 'faellig',
  faellig: '2026-12-01',
  leistungserbringerId: '7d3f5c1e-0000-4000-8000-000000000003',
  leistung: 1,
};
const MIT_LINK: Erbringerpost = {
  zeichen: 'F-2026-00001/1',
  einmallink: { geheimnis: GEHEIMNIS, gueltigBis: '2026-12-31T23:00:00Z' },
};

describe('Mails an Leistungserbringer (DS-30, V-46)', () => {
  let da: Post;
  beforeAll(async () => {
    da = await startePost({
      absender: 'lotse@jobcenter.example',
      adresse: 'https://lotse.example',
      mailsProSekunde: 100,
    });
  });
  afterAll(() => da.ende());

  async function geschickt(
    sendung: Sendung,
    anErbringer: Erbringerpost | null,
  ): Promise<{ betreff: string; text: string }> {
    await da.post.sende(sendung, { anErbringer, uebergabe: null });
    const letzte = da.postfach.nachrichten().at(-1);
    if (letzte === undefined) throw new Error('Es kam keine Mail an');
    return letzte;
  }

  it('die Bitte um Rückmeldung nennt das Zeichen, den Link und seinen letzten Tag', async () => {
    const { betreff, text } = await geschickt(SENDUNG, MIT_LINK);
    expect(betreff).toBe('Mitteilung zu F-2026-00001/1');
    // The secret stands behind the `#`: browsers do not send that part, so no log of a proxy holds it.
    expect(text).toContain(`https://lotse.example/rueckmeldung#${GEHEIMNIS}`);
    expect(text).toContain('bis 31.12.2026');
  });

  it('sagt, dass niemand sie geschrieben hat, und kommt auch bei einer Umlautdomain an (13.8)', async () => {
    await geschickt({ ...SENDUNG, email: 'stelle@beratung-müller.example' }, MIT_LINK);
    const letzte = da.postfach.nachrichten().at(-1);
    expect(letzte?.roh).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
    expect(letzte?.roh).toMatch(/^To: stelle@xn--beratung-mller-\w+\.example\r?$/m);
  });

  it('nach einem Widerruf gibt es keinen Link', async () => {
    const { text } = await geschickt(
      { ...SENDUNG, anlass: 'TR35' },
      { zeichen: 'F-2026-00001/1', einmallink: null },
    );
    expect(text).toContain('keine Rückmeldungen mehr');
    expect(text).not.toContain('https://');
  });

  it('ein Jahresbericht kommt ohne Fall aus', async () => {
    const ohneFall = { ...SENDUNG, fallId: null, fallnummer: null, leistung: null, anlass: 'T-48' };
    const { betreff, text } = await geschickt({ ...ohneFall, stufe: 'mitteilung' }, null);
    expect(betreff).toBe('Mitteilung: Jahresberichte der Leistungserbringer');
    expect(text).toContain('ohne Angaben zu einzelnen Personen');
  });

  it('lehnt der Mailserver ab, bleibt sein Code, nicht seine Worte (DS-20)', async () => {
    da.postfach.weiseAb('Kein Postfach für Demo Person <demo@beratung.example>');
    const fehler: unknown = await geschickt(SENDUNG, MIT_LINK).catch((grund: unknown) => grund);
    da.postfach.weiseAb(null);
    expect(fehler).toMatchObject({ code: 'EMESSAGE', message: 'Der Mailserver hat mit 450 abgelehnt' });
    expect(Object.values(fehler as object).join(' ')).not.toContain('Demo Person');
  });

  it('keine sagt, worum es bei der Person geht', async () => {
    await geschickt(SENDUNG, MIT_LINK);
    await geschickt({ ...SENDUNG, anlass: 'TR30' }, { zeichen: 'F-2026-00001/1', einmallink: null });
    const alles = da.postfach.nachrichten().map(({ betreff, text }) => `${betreff} ${text}`);
    expect(alles.join(' ')).not.toMatch(/sucht|schuld|beratung|nr_\d|betreuung/iu);
  });
});
