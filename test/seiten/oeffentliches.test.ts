import express from 'express';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { registriereOeffentliches } from '../../web/hilfe/seiten.ts';

const ohneAnmeldung = (kontakt: string | null): express.Express => {
  const app = express();
  registriereOeffentliches(app, kontakt);
  return app;
};

describe('Seiten für alle, ohne Anmeldung (BITV, 16.5)', () => {
  it.each([
    ['/barrierefreiheit', 'Erklärung zur Barrierefreiheit'],
    ['/einfach-erklaert', 'Was Lotse mit Ihren Daten macht'],
  ])('%s', async (ort, ueberschrift) => {
    const { status, text, headers } = await request(ohneAnmeldung(null)).get(ort);
    expect(status).toBe(200);
    expect(text).toContain(`<h1 class="kern-heading-large">${ueberschrift}</h1>`);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'(?!.*unsafe)/u);
  });

  it('sagt, wohin jemand eine Barriere meldet; was das Haus angibt, bleibt Text', async () => {
    const { text } = await request(ohneAnmeldung('barrieren@amt.example <b>')).get('/barrierefreiheit');
    expect(text).toContain('barrieren@amt.example &lt;b&gt;');
    const ohne = await request(ohneAnmeldung(null)).get('/barrierefreiheit');
    expect(ohne.text).toContain('bei der Stelle Ihres Jobcenters, die Lotse betreibt');
  });
});
