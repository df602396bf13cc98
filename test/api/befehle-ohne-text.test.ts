import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BEFEHLSVERTRAEGE } from '../../api/contracts/befehle.ts';
import { zerlegeTexte } from '../../api/contracts/texte.ts';
import { GEEIGNET, kopf, vormerkung } from '../../tools/pruefstand/befehle.ts';

const KANARIE = 'Kanarienvogel singt';

type Form = {
  readonly type?: string;
  readonly format?: string;
  readonly freitext?: boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Form[];
  readonly items?: Form;
  readonly properties?: Readonly<Record<string, Form>>;
  readonly additionalProperties?: Form | boolean;
  readonly pattern?: string;
};

/** Strings by what their schema asks for; every free text is the canary. */
function zeichenkette({ freitext, format, pattern }: Form): string {
  if (freitext === true) return KANARIE;
  if (format === 'date') return '2026-01-05';
  if (format === 'uuid') return '6f1c6c1e-4f6a-4d0b-9c53-0b3c1a7d2e11';
  return pattern === undefined ? KANARIE : 'V-13';
}

/** An input with every field filled, built from the schema of the command. */
function gefuellt(form: Form): unknown {
  const [erste] = form.anyOf ?? [];
  if (erste !== undefined) return gefuellt(erste);
  if (form.enum !== undefined || form.const !== undefined) return form.const ?? form.enum?.[0];
  switch (form.type ?? 'string') {
    case 'array':
      return [gefuellt(form.items ?? {})];
    case 'boolean':
      return true;
    case 'integer':
      return 6;
    case 'object':
      return objekt(form);
    default:
      return zeichenkette(form);
  }
}

function objekt({ properties }: Form): unknown {
  if (properties === undefined) return { 'V-13': KANARIE };
  return Object.fromEntries(Object.entries(properties).map(([name, teil]) => [name, gefuellt(teil)]));
}

describe('DS-20: ein Befehl an den Fall trägt keinen Text', () => {
  it.each(BEFEHLSVERTRAEGE.map((vertrag) => [vertrag.befehl, vertrag] as const))('%s', (_, vertrag) => {
    const form = z.toJSONSchema(vertrag.eingabe, { io: 'input' }) as Form;
    const eingabe = vertrag.eingabe.parse(gefuellt(form));
    const { texte, begruendungen, entwuerfe } = zerlegeTexte(vertrag, eingabe, (feld) => feld);
    const befehl = vertrag.zuBefehl(eingabe, {
      kopf: { ...kopf('2026-02-01T09:00:00Z', 'fm'), texte, begruendungen },
      gruendung: vormerkung('2026-02-01T09:00:00Z', 'p', 'F-2026-00001').gruendung,
      person: GEEIGNET,
      fmIstFallmanager: true,
      fmBefangen: true,
      fmIstExtern: true,
      last: { faelle: 75, soll: 75, abweichung: false },
      anIstFmSpezial: true,
      uebergabe: { am: '2026-06-15', ue25: true },
      neuerFall: false,
      begleitpersonInformieren: true,
      erbringer: null,
      einwilligung: null,
      bedarfe: [],
      bezug: { ereignis: 'e', art: 'vorgemerkt', akteur: null },
    });
    expect(JSON.stringify(befehl)).not.toContain(KANARIE);
    expect(entwuerfe.filter((e) => e.feld === 'angaben')).toHaveLength(1);
    expect(entwuerfe.filter((e) => e.text === KANARIE)).toHaveLength(Object.keys(vertrag.texte).length + 1);
  });
});
