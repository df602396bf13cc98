import { bedingungFehlt, verstoss } from '../../ablehnung.ts';
import type { Regelid } from '../../kennungen.ts';
import type { Policy } from '../../policy/policy.ts';
import { policyAus } from '../../policy/wahl.ts';
import { gilt } from '../../vorgang/regelwerk.ts';
import type { BefehlVon } from '../befehle.ts';
import type { BestehenderFall, GepruefterFall } from '../fall.ts';
import { istU25Uebergabe } from '../herkunft.ts';
import { ausgang } from '../uebergaenge/ausgang.ts';
import { angenommen, geschehen, zeichen, type Entwurf } from './entwurf.ts';
import { personAmOrt, personGeeignet } from './vormerkung.ts';
import type { Folgezeilen } from './zeilen.ts';
import {
  gespraechVorEntscheidung,
  pruefung,
  uebernahmehinweise,
  urteilUnvollstaendig,
} from './zugangsurteil.ts';

type Entscheidung = BefehlVon<'zugang_entscheiden'>;
type Entscheidungsuebergang = 'TR14' | 'TR15' | 'TR16' | 'TR17' | 'TR18';

/** The transition a result asks for; a case from the FM U25 has its own (TR17, TR18). */
function uebergangFuer(fall: BestehenderFall, ergebnis: Entscheidung['ergebnis']): Entscheidungsuebergang {
  if (ergebnis === 'weiterleitung') return 'TR16';
  const u25 = istU25Uebergabe(fall);
  if (ergebnis === 'uebernahme') return u25 ? 'TR17' : 'TR14';
  return u25 ? 'TR18' : 'TR15';
}

/** V-07: the receiving FM decides, finally also on a person from U25 (TR14 to TR18). */
function zugangEntscheiden(stand: BestehenderFall, befehl: Entscheidung): Entwurf {
  const tr = uebergangFuer(stand, befehl.ergebnis);
  const fall = ausgang(tr, stand, befehl);
  if ('ok' in fall) return fall;
  if (befehl.akteur.rolle !== 'fm') {
    return verstoss('V-07', 'Über die Übernahme entscheidet allein das Fallmanagement.');
  }
  const gespraech = gespraechVorEntscheidung(fall);
  if (gespraech !== null && befehl.ereignisAm < gespraech.am) {
    return bedingungFehlt(tr, 'Die Zugangsentscheidung kann nicht vor dem Übernahmegespräch liegen (A-31).');
  }
  const policy = policyAus(fall.policy);
  const fehlt = urteilUnvollstaendig(befehl, policy);
  if (fehlt !== null) return fehlt;
  const lage = { fall, befehl, policy, tr };
  if (befehl.ergebnis === 'uebernahme') return uebernehmen(lage);
  return unbegruendet(lage) ?? (befehl.ergebnis === 'abweisung' ? abweisen(lage) : weiterleiten(lage));
}

type Lage = {
  readonly fall: GepruefterFall;
  readonly befehl: Entscheidung;
  readonly policy: Policy;
  readonly tr: Entscheidungsuebergang;
};

/** What every end without an Übernahme has to say. */
function unbegruendet({ fall, befehl, policy, tr }: Lage): Entwurf | null {
  return ohneUebernahmegrund(befehl, tr) ?? grundlos(befehl, policy) ?? unbesprochen(fall, befehl);
}

function uebernehmen({ fall, befehl, policy, tr }: Lage): Entwurf {
  const hindernis = personGeeignet(befehl.person, fall) ?? personAmOrt(befehl.person, fall);
  if (hindernis !== null) return hindernis;
  const geprueft = pruefung(befehl, policy);
  if (!geprueft.kriteriumA) {
    return verstoss(
      'V-03',
      `Kriterium A ist nicht erfüllt: komplexe Profillage und mindestens ${policy['POL-HB'].min} offene Handlungsbedarfe in Rahmenbedingungen oder Leistungsfähigkeit.`,
    );
  }
  if (befehl.kriteriumB !== 'ja') {
    return verstoss('V-05', 'Ohne ein bejahtes Kriterium B ist die Übernahme nicht möglich.');
  }
  const warnungen = uebernahmehinweise(fall, befehl);
  const { uebernahmegrund } = befehl;
  const grund = uebernahmegrund === undefined ? {} : { uebernahmegrund };
  const daten = { art: 'fallzugang_dokumentiert', ...geprueft, ...grund } as const;
  return angenommen(geschehen(befehl, { tr, warnungen }, daten));
}

/** 001 7.1: who is not taken over was not taken over for a reason. */
function ohneUebernahmegrund({ uebernahmegrund }: Entscheidung, tr: Entscheidungsuebergang): Entwurf | null {
  if (uebernahmegrund === undefined) return null;
  return bedingungFehlt(tr, 'Ein Grund der Übernahme gehört zu einer Übernahme.');
}

/** V-10: no refusal and no forwarding without the decisive reasons. */
function grundlos(befehl: Entscheidung, policy: Policy): Entwurf | null {
  if (zeichen(befehl, 'begruendung') === 0) {
    const beide = pruefung(befehl, policy).kriteriumA && befehl.kriteriumB === 'ja';
    return verstoss(
      'V-10',
      beide
        ? 'Beide Kriterien sind erfüllt: die Gründe gegen eine Übernahme sind anzugeben.'
        : 'Ein Nichtzugang braucht die maßgeblichen Gründe.',
    );
  }
  return null;
}

/** V-16: discussed with the person, and not before the FM had talked to them: until then there was nothing to discuss. */
function unbesprochen(fall: GepruefterFall, { besprochenAm, ereignisAm }: Entscheidung): Entwurf | null {
  if (besprochenAm === null || besprochenAm > ereignisAm) {
    return verstoss('V-16', 'Die Gründe sind vorher ausführlich mit der Person zu besprechen.');
  }
  const gespraech = gespraechVorEntscheidung(fall);
  if (!gilt('V-16', fall) || gespraech === null || besprochenAm >= gespraech.am) return null;
  return verstoss(
    'V-16',
    `Die Gründe ergeben sich aus dem Gespräch vom ${gespraech.am}; vorher können sie nicht besprochen worden sein.`,
  );
}

/** E12: the named reason must not contradict the check. */
function widerspruch({ grund, kriteriumB }: Entscheidung, erfuelltA: boolean): Entwurf | null {
  if (grund === 'kriterium_a_fehlt' && erfuelltA) {
    return verstoss('V-10', 'Kriterium A ist erfüllt; es kann nicht der Grund des Nichtzugangs sein.');
  }
  if (grund === 'kriterium_b_negativ' && kriteriumB === 'ja') {
    return verstoss('V-10', 'Kriterium B ist bejaht; es kann nicht der Grund des Nichtzugangs sein.');
  }
  return null;
}

/** TR15, TR18: the person stays in the potential as long as the formal criteria hold (E12, V-11). */
function abweisen({ befehl, policy, tr }: Lage): Entwurf {
  const { grund } = befehl;
  if (grund === null) return verstoss('V-10', 'Ein Nichtzugang nennt seinen maßgeblichen Grund.');
  const { kriteriumA: bleibtPotenzial } = pruefung(befehl, policy);
  return (
    widerspruch(befehl, bleibtPotenzial) ??
    angenommen(geschehen(befehl, { tr }, { art: 'zugang_abgewiesen', grund, bleibtPotenzial }))
  );
}

/** TR16: passed on to a specialised form of care, whose colleague is told where there is one. */
function weiterleiten(lage: Lage): Entwurf {
  const { befehl, tr } = lage;
  const { weiterleitung } = befehl;
  if (weiterleitung === null) return bedingungFehlt(tr, 'Eine Weiterleitung nennt ihr Ziel.');
  const { ziel, an, anIstFmSpezial, folgefall } = weiterleitung;
  if (folgefall !== undefined) return inEinTeamWeiterleiten(lage, { ...weiterleitung, folgefall });
  if (ziel === 'fm_ue25')
    return bedingungFehlt(tr, 'Zurück ins Fallmanagement Ü25 geht nur ein Fall eines anderen Teams.');
  if (an !== null && !anIstFmSpezial) {
    return bedingungFehlt(
      tr,
      'Weitergeleitet wird an jemanden, der im spezialisierten Fallmanagement aktiv ist.',
    );
  }
  return angenommen(geschehen(befehl, { tr }, { art: 'weitergeleitet', ziel, an }));
}

type Weiterleitung = NonNullable<Entscheidung['weiterleitung']>;

/** TR16 to a team of Lotse: another case begins there (TR64), so the person has to be one who may come into bFM. Whoever is named, it goes to the lead of that team (V-12). */
function inEinTeamWeiterleiten(
  { fall, befehl, tr }: Lage,
  { ziel, an, folgefall }: Weiterleitung & Required<Pick<Weiterleitung, 'folgefall'>>,
): Entwurf {
  const { gruendung, grundlage } = folgefall;
  if (gruendung.team === fall.team)
    return bedingungFehlt(tr, 'Weitergeleitet wird an ein anderes Team als das eigene.');
  if (grundlage === null)
    return bedingungFehlt(
      tr,
      'Die Weiterleitung nennt die Rechtsgrundlage der Übermittlung (§ 69 Abs. 1 Nr. 1 SGB X).',
    );
  const ungeeignet = personGeeignet(befehl.person, gruendung) ?? personAmOrt(befehl.person, gruendung);
  if (ungeeignet !== null) return ungeeignet;
  const { besprochenAm } = befehl;
  const warnungen: Regelid[] = an === null ? [] : ['V-12'];
  const daten = { art: 'weitergeleitet', ziel, an: null } as const;
  return angenommen(
    geschehen(befehl, { tr, warnungen }, { ...daten, folgefall: { ...folgefall, grundlage, besprochenAm } }),
  );
}

export const ZUGANGSENTSCHEIDUNG = {
  zugang_entscheiden: {
    updatename: 'klar',
    durch: zugangEntscheiden,
    tage: {
      fmVorgestelltAm: 'tatsache',
      besprochenAm: 'tatsache',
      person: 'akte',
      weiterleitung: 'akte',
    },
  },
} satisfies Partial<Folgezeilen>;
