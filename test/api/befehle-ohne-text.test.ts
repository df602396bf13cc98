import { describe, expect, it } from 'vitest';
import { BEFEHLSVERTRAEGE } from '../../api/befehle/vertraege.ts';
import { zerlegeTexte } from '../../api/befehle/texte.ts';
import { kopf } from '../../tools/probehaus/befehle.ts';
import { eingabeschema } from '../../tools/szenario/verweise.ts';
import { volleEingabe } from '../support/eingaben.ts';
import { AT, KONTO, vollakte } from '../support/vollakte.ts';

const KANARIE = 'Kanarienvogel singt';

const VORRAT = {
  heute: '2026-01-05',
  person: '6f1c6c1e-4f6a-4d0b-9c53-0b3c1a7d2e11',
  personal: '6f1c6c1e-4f6a-4d0b-9c53-0b3c1a7d2e11',
  satz: KANARIE,
};

/** Whom a command names: a case is given to a pAp after the exit and when one leaves, else to a Fallmanager. */
const AN_PAP: readonly string[] = ['aufnehmende_stelle_klaeren', 'pap_wechseln'];

describe('DS-20: ein Befehl an den Fall trägt keinen Text', () => {
  it.each(BEFEHLSVERTRAEGE.map((vertrag) => [vertrag.befehl, vertrag] as const))(
    '%s',
    async (name, vertrag) => {
      const gelesen = vertrag.lies(volleEingabe(eingabeschema(vertrag), VORRAT));
      const { texte, begruendungen, entwuerfe } = zerlegeTexte(vertrag, gelesen.eingabe, (feld) => feld);
      const leser = vollakte(KANARIE, AN_PAP.includes(name) ? 'pap' : 'fm');
      const konto = { ...KONTO, rolle: vertrag.rollen[0] ?? 'fm' };
      const bereit = await gelesen.bereite(leser, {
        konto,
        id: KONTO.id,
        fallnummer: 'F-2026-00001',
        at: AT,
      });
      if ('ablehnung' in bereit) throw new Error(bereit.ablehnung.satz);
      const { zeilenversionen, baue } = bereit;
      const { befehl } = baue({ ...kopf(AT, 'fm'), texte, begruendungen, zeilenversionen });
      expect(JSON.stringify(befehl)).not.toContain(KANARIE);
      expect(entwuerfe.filter((e) => e.feld === 'angaben')).toHaveLength(1);
      expect(entwuerfe.filter((e) => e.text === KANARIE)).toHaveLength(Object.keys(vertrag.texte).length + 1);
    },
  );
});
