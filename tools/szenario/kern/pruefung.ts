import { vertragAn } from '../../../api/befehle/vertraege.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import { POTENZIAL } from '../../../domain/potenzial/aggregat.ts';
import { aktenlage, akhBis } from '../../../domain/potenzial/aktenlage.ts';
import type { Pruefakten } from '../../../domain/potenzial/befehle.ts';
import { darfAmPotenzial } from '../../../domain/rollen/potenzialrechte.ts';
import { systemkopf } from '../../../domain/vorgang/befehl.ts';
import { fuehreAus } from '../../../domain/vorgang/schritt.ts';
import { personenfakten } from '../../../domain/zugang/fakten.ts';
import { kriteriumA } from '../../../domain/zugang/kriterium-a.ts';
import type { Potenzialschritt } from '../geschichte.ts';
import type { Befehlsergebnis } from '../motor.ts';
import { kennung, mitIds, TEAM } from '../verweise.ts';
import { policyAm } from './amt.ts';
import { verzeichne } from './aktenfuehrung.ts';
import { befehlskopf } from './befehlskopf.ts';
import { lassePruefzeitVergehen, type Potenzialakte } from './potenzialakte.ts';
import { berechtigter, ein, type Welt } from './welt.ts';

/** What the delivery of the outbox does when file or cases of a person changed. */
export function meldeAktenlage(welt: Welt, label: string, at: Instant): void {
  const akte = ein(welt.potenziale.get(label), label);
  lassePruefzeitVergehen(akte, at);
  const vorher = akte.lage;
  const { pap, fmU25, geburtsdatum, profile } = ein(welt.akten.get(label), label);
  const neue = policyAm(welt.amt, ortstag(at));
  const wahl = vorher.zustand === 'neu' ? neue : vorher.policy;
  const datei = {
    geburtsdatum,
    profile,
    team: TEAM,
    pap: kennung('personal', pap),
    fmU25: fmU25 === null ? null : kennung('personal', fmU25),
  };
  const faelle = welt.faelle.filter((f) => f.person === label).map((f) => f.fall);
  const ergebnis = fuehreAus(POTENZIAL, vorher, {
    befehl: 'aktenlage_uebernehmen',
    ...systemkopf(kennung('aktenlage', `${label}/${vorher.sequenz}`), at),
    lage: aktenlage(datei, faelle, policyAus(wahl)),
    gruendung: {
      personId: kennung('person', label),
      policy: neue,
      kalender: welt.amt.kalender,
    },
  });
  if (!ergebnis.ok) throw new Error(`Die Aktenlage wurde abgelehnt: ${ergebnis.ablehnung.id}`);
  verzeichne(akte, POTENZIAL, { vorher, ereignisse: ergebnis.ereignisse });
  akte.lage = ergebnis.lage;
}

function pruefakten(welt: Welt, { label, lage }: Potenzialakte): Pruefakten {
  const policy = policyAus(lage.zustand === 'neu' ? policyAm(welt.amt, ortstag(welt.uhr)) : lage.policy);
  const datei = { ...ein(welt.akten.get(label), label), andererOffenerFall: false };
  const fakten = personenfakten(datei, policy, ortstag(welt.uhr));
  const { zaehlendeHandlungsbedarfe } = fakten;
  const faelle = welt.faelle.filter((f) => f.person === label).map((f) => f.fall);
  return { kriteriumA: kriteriumA(fakten, policy), zaehlendeHandlungsbedarfe, akhBis: akhBis(faelle) };
}

/** A command of a clerk on the check record of a person. */
export function potenzialbefehl(welt: Welt, schritt: Potenzialschritt): Befehlsergebnis {
  const { fall: label, befehl: name } = schritt;
  const akte = ein(welt.potenziale.get(label), label);
  const vertrag = vertragAn('potenzial', name);
  if (vertrag === undefined) throw new Error(`Kein Vertrag für ${name}`);
  const { lage: vorher } = akte;
  if (vorher.zustand === 'neu') throw new Error(`Zu ${label} gibt es keine Prüfung`);
  const wer = berechtigter(welt, schritt.als);
  const { team, lage } = vorher;
  if (!darfAmPotenzial(wer, vertrag.befehl, { team, pap: lage.pap, fmU25: lage.fmU25 }))
    return { verboten: true };
  const roh = mitIds(vertrag, schritt.eingabe, ({ art, label: was }) => kennung(art, was));
  const kopf = befehlskopf(vertrag, roh, { schritt, wer });
  const befehl = vertrag.zuBefehl(roh, { kopf, fakten: pruefakten(welt, akte) });
  const ergebnis = fuehreAus(POTENZIAL, vorher, befehl);
  if (!ergebnis.ok) return { abgelehnt: ergebnis.ablehnung.id };
  verzeichne(akte, POTENZIAL, { vorher, ereignisse: ergebnis.ereignisse });
  akte.lage = ergebnis.lage;
  const stand = ergebnis.lage.zustand === 'neu' ? vorher : ergebnis.lage;
  const { zustand, neben, warnungen, fakten } = POTENZIAL.antwortAuf(befehl, ergebnis.ereignisse, stand);
  return { ergebnis: 'ok', zustand, neben, warnungen, fakten: { ...fakten } };
}
