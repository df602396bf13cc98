import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { legePersonAn } from '../../tools/probehaus/stammdaten.ts';
import { huerden } from './barrieren.ts';
import { baueHaus, ueberfaelligerFall, type Angemeldet, type Haus } from './haus.ts';

let haus: Haus;

beforeAll(async () => {
  haus = await baueHaus();
});
afterAll(async () => {
  await haus.beende();
});

/** Pages that were loaded from here on. */
function zaehleSeiten({ seite }: Angemeldet): () => number {
  let seiten = 0;
  seite.on('load', () => (seiten += 1));
  return () => seiten;
}

describe('Formulare im Browser', () => {
  it('die Vorschau nennt die Fristen, die das Festhalten dann setzt, und lässt den Text stehen (ADR 65)', async () => {
    const fallId = await ueberfaelligerFall(haus, 'vorschau-1');
    const { seite, klagen } = await haus.meldeAn('fm');
    await seite.goto(`${haus.ort}/faelle/${fallId}/tun/kontakt-erfassen`);
    await seite.getByLabel('Vermerk').fill('Noch nicht festgehalten.');
    await seite.getByRole('button', { name: 'Vorschau der Fristen' }).click();
    const zeile = seite
      .locator('#vorschau')
      .getByRole('row', { name: /Kontakt.*T-10/u })
      .last();
    const vorher = await zeile.innerText();
    expect(vorher).toContain('beginnt');
    expect(await seite.getByLabel('Vermerk').inputValue()).toBe('Noch nicht festgehalten.');
    expect(await huerden(seite)).toEqual([]);
    const [tag = 'kein Tag'] = /\d\d\.\d\d\.\d{4}/u.exec(vorher) ?? [];
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('status').waitFor();
    const danach = seite.getByRole('row', { name: /Kontakt.*T-10/u });
    expect(await danach.innerText()).toContain(tag);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('auch bevor es einen Fall gibt: die Vorschau einer Vormerkung nennt T-01, ohne JavaScript (ADR 65)', async () => {
    const person = await legePersonAn(haus.stand.db, 'vorschau-anfang');
    const { seite, klagen } = await haus.meldeAn('pap', { javaScriptEnabled: false });
    await seite.goto(`${haus.ort}/personen/${person}/beginnen/vormerken`);
    await seite.getByLabel('Gründe', { exact: true }).fill('Mehrere Hemmnisse wirken zusammen.');
    await seite.getByRole('button', { name: 'Vorschau der Fristen' }).click();
    const zeile = await seite.locator('#vorschau').getByRole('row', { name: /T-01/u }).innerText();
    expect(zeile).toContain('beginnt');
    expect(await seite.getByLabel('Gründe', { exact: true }).inputValue()).toContain('Mehrere Hemmnisse');
    const [tag = 'kein Tag'] = /\d\d\.\d\d\.\d{4}/u.exec(zeile) ?? [];
    await seite.getByRole('button', { name: 'Festhalten', exact: true }).last().click();
    await seite.waitForURL(/festgehalten=vormerken/u);
    expect(await seite.getByRole('row', { name: /T-01/u }).innerText()).toContain(tag);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('was die Vorschau ablehnt, lehnt auch das Festhalten ab, mit derselben Regel', async () => {
    const fallId = await ueberfaelligerFall(haus, 'vorschau-2');
    const { seite } = await haus.meldeAn('fm');
    await seite.goto(`${haus.ort}/faelle/${fallId}/tun/ueberpruefen`);
    await seite.getByRole('button', { name: 'Vorschau der Fristen' }).click();
    const kasten = seite.getByRole('alert');
    const [vorschau] = await kasten.allInnerTexts();
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    expect(await kasten.allInnerTexts()).toEqual([vorschau]);
    await seite.context().close();
  });

  it('war jemand schneller, steht der eigene Text noch da und daneben, was jetzt gilt (V-75)', async () => {
    const person = await legePersonAn(haus.stand.db, 'formular-zugleich');
    const ort = `${haus.ort}/tun/aenderePerson/${person}`;
    const [spaet, frueh] = [await haus.meldeAn('pap'), await haus.meldeAn('tl')];
    await spaet.seite.goto(ort);
    await frueh.seite.goto(ort);
    await frueh.seite.getByLabel(/^Nummer der Bedarfsgemeinschaft/u).fill('BG/1111');
    await frueh.seite.getByRole('button', { name: 'Festhalten' }).click();
    await frueh.seite.getByRole('status').waitFor();
    await spaet.seite.getByLabel(/^Nummer der Bedarfsgemeinschaft/u).fill('BG/2222');
    const abschicken = spaet.seite.getByRole('button', { name: 'Festhalten' });
    await abschicken.click();
    await spaet.seite.getByRole('alert').waitFor();
    expect(await spaet.seite.getByRole('status').innerText()).toContain('BG/1111');
    expect(await spaet.seite.getByLabel(/^Nummer der Bedarfsgemeinschaft/u).inputValue()).toBe('BG/2222');
    expect(await huerden(spaet.seite)).toEqual([]);
    // Seen and sent again, the own text counts.
    await abschicken.click();
    await spaet.seite.getByRole('status').waitFor();
    expect(await spaet.seite.getByRole('alert').count()).toBe(0);
    await frueh.seite.goto(ort);
    expect(await frueh.seite.getByLabel(/^Nummer der Bedarfsgemeinschaft/u).inputValue()).toBe('BG/2222');
    for (const { seite } of [spaet, frueh]) await seite.context().close();
  });

  it('eine Überprüfung braucht von Heute aus höchstens drei Seiten', async () => {
    const fallId = await ueberfaelligerFall(haus, 'aufwand-ueberpruefung');
    const fm = await haus.meldeAn('fm');
    const { seite } = fm;
    const seiten = zaehleSeiten(fm);
    const weg = seite.locator(`a[href="/faelle/${fallId}/tun/ueberpruefen"]`);
    if (!(await weg.isVisible())) await seite.locator('details', { has: weg }).locator('summary').click();
    await weg.click();
    await seite.locator('[name="kriteriumB.begruendung"]').fill('Drei Hemmnisse wirken weiter zusammen.');
    await seite.getByLabel('Gründe der Fortführung').fill('Die Schulden sind noch nicht geregelt.');
    await seite.getByLabel(/^Prognose/u).fill('In sechs Monaten tragfähig.');
    await seite
      .getByRole('group', { name: 'Ergebnis', exact: true })
      .getByLabel(/^Fortführung/u)
      .check();
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    expect(await seite.getByRole('alert').allInnerTexts()).toEqual([]);
    await seite.getByRole('status').waitFor();
    expect(seiten()).toBeLessThanOrEqual(3);
    console.log(`Aufwand einer Überprüfung von Heute aus: ${String(seiten())} Seiten`);
    await seite.context().close();
  });

  it('eine Vormerkung braucht von Heute aus höchstens drei Seiten', async () => {
    const person = await legePersonAn(haus.stand.db, 'aufwand-vormerkung');
    const pap = await haus.meldeAn('pap');
    const { seite } = pap;
    const seiten = zaehleSeiten(pap);
    await seite.getByRole('link', { name: 'Vormerkungen', exact: true }).click();
    await seite.getByRole('link', { name: /vormerken/u }).click();
    await seite.getByLabel('Person', { exact: true }).selectOption(person);
    await seite.getByLabel('Gründe').fill('Mehrere Hemmnisse, die zusammenwirken.');
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('status').waitFor();
    expect(seiten()).toBeLessThanOrEqual(3);
    console.log(`Aufwand einer Vormerkung von Heute aus: ${String(seiten())} Seiten`);
    await seite.context().close();
  });

  it('eine Person, die nicht in die Liste passt, findet sich im Formular, auch mit Enter und ohne JavaScript', async () => {
    for (let nummer = 100; nummer < 202; nummer += 1)
      await legePersonAn(haus.stand.db, `aaa-${String(nummer)}`);
    const person = await legePersonAn(haus.stand.db, 'zzz-gesucht');
    const { seite, klagen } = await haus.meldeAn('pap', { javaScriptEnabled: false });
    await seite.goto(`${haus.ort}/beginnen/vormerken`);
    const liste = seite.getByLabel('Person', { exact: true });
    expect(await liste.locator(`option[value="${person}"]`).count()).toBe(0);
    await seite.getByLabel('Gründe').fill('Mehrere Hemmnisse, die zusammenwirken.');
    await seite.getByLabel(/Name, Geburtsdatum oder Nummer suchen/u).fill('GESUCHT zzz');
    await seite.keyboard.press('Enter');
    await seite.getByText('1 gefunden').waitFor();
    await liste.selectOption(person);
    expect(await seite.getByLabel('Gründe').inputValue()).toBe('Mehrere Hemmnisse, die zusammenwirken.');
    await seite.getByRole('button', { name: 'Festhalten' }).click();
    await seite.getByRole('status').waitFor();
    expect(await seite.title()).toMatch(/^Fall /u);
    expect(klagen).toEqual([]);
    await seite.context().close();
  });

  it('wer sucht und nichts findet, liest das am Feld; die Seite hat auch dann keine Barriere', async () => {
    const { seite } = await haus.meldeAn('pap');
    await seite.goto(`${haus.ort}/beginnen/vormerken`);
    await seite.getByLabel(/Name, Geburtsdatum oder Nummer suchen/u).fill('gibt es nicht');
    await seite.getByRole('button', { name: 'Suchen' }).click();
    await seite.getByText('Niemand und nichts gefunden.').waitFor();
    expect(await huerden(seite)).toEqual([]);
    await seite.context().close();
  });

  it('was jemand tippt, ist auch ohne Klick aufgehoben, kommt wieder und ist mit dem Festhalten weg (ADR 69)', async () => {
    const fallId = await ueberfaelligerFall(haus, 'entwurf-1');
    const ort = `${haus.ort}/faelle/${fallId}/tun/kontakt-erfassen`;
    const { seite, klagen, fremde } = await haus.meldeAn('fm');
    await seite.goto(ort);
    await seite.getByLabel('Vermerk').pressSequentially('Sie hat von der Schule erzählt.');
    await seite.getByText(/^Zwischengespeichert um \d\d:\d\d Uhr\.$/u).waitFor();
    await seite.goto(`${haus.ort}/konto`);
    await seite
      .getByRole('row', { name: /Kontakt/u })
      .getByRole('link')
      .click();
    await seite.getByRole('heading', { level: 1, name: 'Kontakt festhalten' }).waitFor();
    expect(await seite.getByLabel('Vermerk').inputValue()).toBe('Sie hat von der Schule erzählt.');
    expect(await seite.getByRole('status').innerText()).toContain('noch nicht festgehalten');
    expect(await huerden(seite)).toEqual([]);
    // A colleague in the same form finds an empty one.
    const kollegin = await haus.meldeAn('tl');
    await kollegin.seite.goto(ort);
    expect(await kollegin.seite.getByText('Sie hat von der Schule erzählt.').count()).toBe(0);
    await kollegin.seite.context().close();
    await seite.getByRole('button', { name: 'Festhalten', exact: true }).last().click();
    await seite.waitForURL(/festgehalten=/u);
    await seite.goto(ort);
    expect(await seite.getByLabel('Vermerk').inputValue()).toBe('');
    expect([klagen, fremde]).toEqual([[], []]);
    await seite.context().close();
  });

  it('ohne JavaScript hebt ein Knopf auf, auch Abgelehntes kommt wieder, und Verwerfen beginnt neu (ADR 69)', async () => {
    const fallId = await ueberfaelligerFall(haus, 'entwurf-2');
    const ort = `${haus.ort}/faelle/${fallId}/tun/ueberpruefen`;
    const { seite } = await haus.meldeAn('fm', { javaScriptEnabled: false });
    await seite.goto(ort);
    const gruende = seite.getByLabel('Gründe', { exact: false }).first();
    await gruende.fill('Noch unklar.');
    await seite.getByRole('button', { name: 'Zwischenspeichern' }).click();
    expect(await gruende.inputValue()).toBe('Noch unklar.');
    await gruende.fill('Noch immer unklar.');
    await seite.getByRole('button', { name: 'Festhalten', exact: true }).last().click();
    await seite.getByRole('alert').waitFor();
    await seite.goto(ort);
    expect(await gruende.inputValue()).toBe('Noch immer unklar.');
    await seite.getByRole('button', { name: 'Verwerfen und neu beginnen' }).click();
    expect(await gruende.inputValue()).toBe('');
    expect(await seite.getByRole('status').count()).toBe(0);
    await seite.context().close();
  });
});
