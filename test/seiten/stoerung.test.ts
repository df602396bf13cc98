import express, { type Express } from 'express';
import pino from 'pino';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { Absage } from '../../api/kern/absage.ts';
import { betriebslage } from '../../web/kern/betriebslage.ts';
import { fehlerseite } from '../../web/kern/fehlerseite.ts';
import { rahme } from '../../web/kern/rahmen.ts';
import { leseFormular } from '../../web/kern/zugang.ts';
import { html } from '@remix-run/html-template';

function seiteMit(fehler: Error): Express {
  const app = express();
  app.all('/tun/etwas', leseFormular, () => {
    throw fehler;
  });
  return app.use(fehlerseite(pino({ level: 'silent' })));
}

const sende = (fehler: Error): request.Test =>
  request(seiteMit(fehler))
    .post('/tun/etwas')
    .type('form')
    .send({ vermerk: 'Lange getippt.', _schluessel: 'k-1' });

describe('wenn ein Teil von Lotse nicht antwortet', () => {
  it.each([
    ['die Datenbank', new Absage('NICHT_ERREICHBAR', 'Die Datenbank ist gerade nicht erreichbar.')],
    ['etwas Unbekanntes', new Error('kaputt')],
  ])('kommt der Text zurück und geht mit demselben Schlüssel noch einmal ab: %s', async (_, fehler) => {
    const { text } = await sende(fehler);
    expect(text).toContain('Lange getippt.');
    expect(text).toContain('action="/tun/etwas"');
    expect(text).toContain('name="_schluessel">k-1');
  });

  it('eine Absage, die so bleibt, bietet nichts zum Wiederholen an', async () => {
    const { text } = await sende(new Absage('NICHT_BERECHTIGT', 'Dazu sind Sie nicht berechtigt.'));
    expect(text).not.toContain('noch einmal abschicken');
  });

  it('eine Seite wartet nie auf die Antwort, und die nächste sagt es', async () => {
    let erreichbar = false;
    const gestoert = betriebslage(() => Promise.resolve(erreichbar), 0);
    expect(gestoert()).toBe(false);
    await Promise.resolve();
    expect(gestoert()).toBe(true);
    erreichbar = true;
    expect(gestoert()).toBe(true);
    await Promise.resolve();
    expect(gestoert()).toBe(false);
  });

  it('der Hinweis steht über der Seite, solange die Störung dauert, und sonst nicht', () => {
    const seite = { titel: 'Heute', inhalt: html`<h1>Heute</h1>`, bereich: null, konto: null } as const;
    expect(rahme({ ...seite, gestoert: true })).toContain('Festhalten geht gerade nicht');
    expect(rahme(seite)).not.toContain('Festhalten geht gerade nicht');
  });
});
