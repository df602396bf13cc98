import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { freitext, kennung, kurztext } from '../../api/kern/felder.ts';
import { mitarbeitendeNeu } from '../../api/personal/formen.ts';

const ID = '8a37479c-c81e-50be-8dcb-2d31755687de';
const GROSS = ID.toUpperCase();
const ORDNER = new URL('../../api/', import.meta.url);

/** Forms of ids that do not go through the one that lowers them. */
const eigeneFormen = (quelle: string): string[] => quelle.match(/\.(?:uuid|guid)\(/gu) ?? [];

describe('Kennungen in Großbuchstaben (Nachtrag 11.4, 13.1)', () => {
  it('werden klein, wo das Feld eine Kennung ist, auch als Name eines Feldes', () => {
    const form = z.strictObject({ fm: kennung, faelle: z.record(kennung, z.array(kennung.nullable())) });
    expect(form.parse({ fm: GROSS, faelle: { [GROSS]: [GROSS, null] } })).toEqual({
      fm: ID,
      faelle: { [ID]: [ID, null] },
    });
  });

  it('was nur so aussieht, bleibt, wie es kam: der Name beim Anmeldedienst, ein Text', () => {
    const konto = { anzeigename: 'Demo Neu', email: 'neu@jobcenter.example', rolle: 'fm', team: GROSS };
    expect(mitarbeitendeNeu.parse({ ...konto, subjekt: GROSS })).toMatchObject({ team: ID, subjekt: GROSS });
    expect([freitext.parse(GROSS), kurztext.parse(GROSS)]).toEqual([GROSS, GROSS]);
  });

  it('keine Form an der Grenze nimmt Kennungen auf einem anderen Weg', () => {
    const dateien = readdirSync(ORDNER, { recursive: true, encoding: 'utf8' }).filter((n) =>
      n.endsWith('.ts'),
    );
    const fundorte = dateien.filter((n) => eigeneFormen(readFileSync(new URL(n, ORDNER), 'utf8')).length > 0);
    expect(fundorte).toEqual(['kern/felder.ts']);
    expect(eigeneFormen('const id = z.uuid();')).toHaveLength(1);
  });
});
