import { deckt, nurFakten } from '../../../domain/einwilligung/einwilligung.ts';
import type { Befehl } from '../../../domain/fall/befehle.ts';
import { leitung, systemkopf, type Befehlskopf } from '../../../domain/vorgang/befehl.ts';
import { kontaktdaten } from '../../../domain/fall/ruecknahme.ts';
import { fmVon, istInBegleitung } from '../../../domain/fall/fall.ts';
import type { Leistung } from '../../../domain/fall/leistungen.ts';
import { absageDesRueckmeldetags } from '../../../domain/fall/rueckmeldetag.ts';
import { hoertVonWegfall, type Personenmeldung } from '../../../domain/fall/wegfall.ts';
import { fuehreAus } from '../../../domain/fall/schritt.ts';
import { ortstag, type Instant } from '../../../domain/frist/zeitzone.ts';
import { KATEGORIE_DER_RUECKMELDUNG } from '../../../domain/leistung/leistung.ts';
import { policyAus } from '../../../domain/policy/wahl.ts';
import type { Berechtigter } from '../../../domain/rollen/befehlsrechte.ts';
import { zaehlendeHandlungsbedarfe } from '../../../domain/zugang/kriterium-a.ts';
import type { Absage } from '../motor.ts';
import type { Aktenbefehl, ExternerBefehl } from '../stammdaten.ts';
import { kennung } from '../verweise.ts';
import type { Akte } from './akte.ts';
import { zeichneAuf, type Fallakte, type Verlegung } from './fallakte.ts';

/** The step of the story, and its instant. */
type Anlass = { readonly nummer: number; readonly at: Instant };
type Stelle = { readonly akte: Akte; readonly fall: Fallakte | undefined };

/** Who changes what of a file (rollen.md 3); the same rights the use cases of the API have. */
export function darfAkteAendern(wer: Berechtigter, was: Aktenbefehl, { akte, fall }: Stelle): boolean {
  const { befehl } = was;
  const eigenerFall = wer.rolle === 'fm' && fall !== undefined && fmVon(fall.fall) === wer.id;
  const eigenePerson = wer.rolle === 'pap' && kennung('personal', akte.pap) === wer.id;
  switch (befehl) {
    case 'einwilligung_erteilen':
    case 'einwilligung_widerrufen':
      return eigenerFall;
    case 'begleitperson_anlegen':
    case 'person_aendern':
      return eigenerFall || eigenePerson || wer.rolle === 'tl';
    case 'profil_anpassen':
    case 'neuzugang_erfassen':
    case 'handlungsbedarf_aendern':
      return eigenerFall || (eigenePerson && !laeuft(fall) && !nenntNaeheres(was));
  }
}

function laeuft(fall: Fallakte | undefined): boolean {
  return fall !== undefined && istInBegleitung(fall.fall);
}

/** K4: only those who lead the case say it. */
function nenntNaeheres(was: Aktenbefehl): boolean {
  if (was.befehl !== 'handlungsbedarf_aendern') return false;
  return was.handlungsfeld !== undefined || was.wirksamesInstrument !== undefined;
}

/** TR35: what touches the exchange with a provider. */
export function betrifftAustausch(befehl: Aktenbefehl): boolean {
  if (befehl.befehl === 'einwilligung_widerrufen') return true;
  return befehl.befehl === 'einwilligung_erteilen' && befehl.zweck === 'leistung_16a';
}

/** V-65: what the delivery of the outbox does with a changed Handlungsbedarf. */
export function meldeHandlungsbedarfe(fall: Fallakte, { handlungsbedarfe }: Akte, anlass: Anlass): void {
  if (!istInBegleitung(fall.fall)) return;
  uebernimm(fall, {
    ...meldungskopf(fall, anlass),
    befehl: 'handlungsbedarfe_uebernehmen',
    zaehlende: zaehlendeHandlungsbedarfe(handlungsbedarfe, policyAus(fall.fall.policy)),
  });
}

/** V-79: what the delivery of the outbox does with what file and cases say of a person. */
export function meldePersonenstand(fall: Fallakte, meldung: Personenmeldung, at: Instant): void {
  if (!hoertVonWegfall(fall.fall)) return;
  const { sequenz } = fall.fall;
  const kopf = systemkopf(kennung('personenstand', `${fall.label}/${sequenz}`), at);
  uebernimm(fall, { ...kopf, befehl: 'personenstand_uebernehmen', ...meldung });
}

/** TR61: what the delivery of the outbox does with an entry that was moved; its texts go with it. */
export function meldeVerlegtes(fall: Fallakte, { ruecknahme, kontakt }: Verlegung): void {
  const kopf = systemkopf(ruecknahme.ziel?.sendung ?? '', ruecknahme.am);
  uebernimm(fall, {
    ...kopf,
    akteur: leitung(ruecknahme.akteur ?? ''),
    befehl: 'eintrag_uebernehmen',
    kontakt: kontaktdaten(kontakt),
    eintragAm: kontakt.ereignisAm ?? ortstag(kontakt.am),
    unterlagen: kontakt.dokumente,
  });
}

/** TR35: what the delivery of the outbox does with a changed consent. */
export function meldeEinwilligungen(fall: Fallakte, { einwilligungen }: Akte, anlass: Anlass): void {
  if (!istInBegleitung(fall.fall)) return;
  uebernimm(fall, {
    ...meldungskopf(fall, anlass),
    befehl: 'einwilligungen_uebernehmen',
    einwilligungen: einwilligungen.map(nurFakten),
  });
}

/**
 * E25, V-46: a provider reports over the newest link of a service, as the public route takes it; null = it was taken. A
 * link that holds no more is not even looked at.
 */
export function melde(
  fall: Fallakte,
  { einwilligungen }: Akte,
  o: { readonly befehl: ExternerBefehl; readonly anlass: Anlass },
): Absage | null {
  const { befehl, anlass } = o;
  const leistung = hinterZugang(fall, befehl.leistung, anlass.at);
  if (leistung === null) return { verboten: true };
  const am = ortstag(anlass.at);
  const { art, tag = am, ergebnis = null } = befehl;
  const falscherTag = absageDesRueckmeldetags(leistung, tag, am);
  if (falscherTag !== null) return { abgelehnt: falscherTag.id };
  fall.zugaenge.delete(befehl.leistung);
  const kategorie = KATEGORIE_DER_RUECKMELDUNG[art];
  const fuer = { zweck: 'leistung_16a', am, leistungserbringerId: leistung.erbringer, kategorie } as const;
  const erlaubt = leistung.rueckmeldung && deckt(einwilligungen, fuer) !== null;
  uebernimm(fall, {
    ...meldungskopf(fall, anlass),
    befehl: 'rueckmeldung_uebernehmen',
    leistung: leistung.nummer,
    dokument: erlaubt ? kennung('rueckmeldung', `${fall.label}/${anlass.nummer}`) : null,
    inhalt: erlaubt ? { art, tag, ergebnis } : null,
  });
  return erlaubt ? null : { abgelehnt: 'V-46' };
}

/** The service a link is about, as long as the link can be used. */
function hinterZugang({ zugaenge, fall }: Fallakte, nummer: number, at: Instant): Leistung | null {
  const bis = zugaenge.get(nummer);
  if (bis === undefined || bis <= at || !istInBegleitung(fall)) return null;
  return fall.begleitung.leistungen.find((l) => l.nummer === nummer) ?? null;
}

function meldungskopf(fall: Fallakte, { nummer, at }: Anlass): Befehlskopf {
  return systemkopf(kennung('meldung', `${fall.label}/${nummer}`), at);
}

function uebernimm(fall: Fallakte, meldung: Befehl): void {
  const ergebnis = fuehreAus(fall.fall, meldung);
  if (ergebnis.ok) zeichneAuf(fall, fall.fall, ergebnis);
}
