import type { Personenstand } from '../../domain/zugang/wegfall.ts';
import { VERTRAEGE, vertragAn, type JederVertrag } from '../../api/befehle/vertraege.ts';
import { istTag } from '../../domain/frist/tag.ts';
import type { Vorgangsart } from '../../domain/vorgang/aggregat.ts';

import { ortszeit, type Instant } from '../../domain/frist/zeitzone.ts';
import { NACHWEISE_BIS, bedarfe, besetze, standardperson, STANDARDVERZEICHNIS } from './besetzung.ts';
import { Geschichtenfehler, unbekannt } from './fehler.ts';
import { folgelabel, geschichte, schluesselgruppe, type Geschichtenform, type Schrittform } from './form.ts';
import { leseQuelltext, pruefeForm, type Quelltext } from './fundstelle.ts';
import type { Befehlsschritt, Geschichte, Personendaten, Schritt } from './geschichte.ts';
import { policywahl } from './policyform.ts';
import { EXTERN, EXTERNE_BEFEHLE, istStammbefehl, STAMMBEFEHLE, type Stammbefehl } from './stammdaten.ts';
import { eingabeschema, kennung, mitIds, pruefeVerweise, TEAMLABEL, type Verweis } from './verweise.ts';

type Pfad = readonly PropertyKey[];
type Namen = {
  readonly person: readonly string[];
  readonly personal: readonly string[];
  readonly thema: readonly string[];
  /** `p1/2`: the second of person p1. */
  readonly handlungsbedarf: readonly string[];
  readonly leistungserbringer: readonly string[];
  /** Null in a story without the calendar of the team. */
  readonly team: readonly string[] | null;
  readonly eroeffnet: Set<string>;
};
type Lesestelle = { readonly quelle: Quelltext; readonly nummer: number; readonly namen: Namen };

const STANDARDFALL = 'f1';
const STANDARDPERSON = 'p1';
/** Commands a step on one kind of Vorgang may name. */
function befehlsnamen(ziel: Vorgangsart): string[] {
  return [...VERTRAEGE.filter((v) => v.ziel === ziel).map((v) => v.befehl), ...Object.keys(STAMMBEFEHLE)];
}

function fehler({ quelle, nummer }: Lesestelle, pfad: Pfad, text: string): Geschichtenfehler {
  return new Geschichtenfehler(quelle.datei, quelle.zeile(['schritte', nummer - 1, ...pfad]), text);
}

function bekannt(
  stelle: Lesestelle,
  pfad: Pfad,
  wahl: { was: string; name: string; namen: readonly string[] },
): void {
  if (!wahl.namen.includes(wahl.name)) throw fehler(stelle, pfad, unbekannt(wahl.was, wahl.name, wahl.namen));
}

function instant(stelle: Lesestelle, feld: 'am' | 'bis', wert: string): Instant {
  if (!istTag(wert.slice(0, 10))) throw fehler(stelle, [feld], `„${wert}“ ist kein Kalendertag.`);
  try {
    return ortszeit(wert.length === 10 ? `${wert}T00:00` : wert);
  } catch {
    throw fehler(stelle, [feld], `„${wert}“ ist keine Uhrzeit.`);
  }
}

/** Where a field of a command's input stands in the file: beside `daten` or inside. */
function ortImSchritt(nummer: number): (pfad: Pfad) => Pfad {
  return (pfad) => {
    const neben = pfad[0] === 'ereignisAm' || pfad[0] === 'begruendungen';
    return ['schritte', nummer - 1, ...(neben ? [] : ['daten']), ...pfad];
  };
}

const OHNE_NEBENFELDER = ['ereignisAm', 'begruendungen'];

function namenVon(namen: Namen, art: Verweis['art']): readonly string[] {
  if (art === 'fall') return [...namen.eroeffnet];
  return namen[art] ?? [];
}

/** A step whose `fall` names a person is about the check record of that person, `team` about the calendar of the team. */
function zielVon({ person: personen, team }: Namen, fall: string): Vorgangsart {
  if (team !== null && fall === TEAMLABEL) return 'team';
  return personen.includes(fall) ? 'potenzial' : 'fall';
}

function eingabe(stelle: Lesestelle, vertrag: JederVertrag, form: Schrittform): Record<string, unknown> {
  const { quelle, nummer, namen } = stelle;
  const daten = form.daten ?? {};
  const falsch = OHNE_NEBENFELDER.find((feld) => feld in daten);
  if (falsch !== undefined)
    throw fehler(stelle, ['daten', falsch], `„${falsch}“ steht neben daten, nicht darin.`);
  const { ereignisAm, begruendungen } = form;
  const ganz = {
    ...daten,
    ...(ereignisAm === undefined ? {} : { ereignisAm }),
    ...(begruendungen === undefined ? {} : { begruendungen }),
  };
  const ort = ortImSchritt(nummer);
  const mitKennungen = mitIds(vertrag, ganz, ({ art, label }, pfad) => {
    const bekannteNamen = namenVon(namen, art);
    if (!bekannteNamen.includes(label)) {
      const text = unbekannt('Der Name', label, bekannteNamen);
      throw new Geschichtenfehler(quelle.datei, quelle.zeile(ort(pfad)), text);
    }
    return kennung(art, label);
  });
  const schema = eingabeschema(vertrag);
  const felder = Object.entries(schema.properties ?? {}).filter(([feld]) => !OHNE_NEBENFELDER.includes(feld));
  const bekannte = { ...schema, properties: Object.fromEntries(felder) };
  pruefeForm(quelle, { form: vertrag.eingabe, wert: mitKennungen, ort, bekannt: bekannte });
  return ganz;
}

function stammbefehl(stelle: Lesestelle, name: Stammbefehl['befehl'], schritt: Schrittform): Stammbefehl {
  const { quelle, nummer, namen } = stelle;
  const ort = ortImSchritt(nummer);
  const wert = schritt.daten ?? {};
  const form = STAMMBEFEHLE[name].daten;
  const daten = pruefeForm<object>(quelle, { form: form, wert, ort });
  pruefeVerweise(form, daten, ({ art, label }, pfad) => {
    const was = art === 'person' ? 'Die Person' : 'Der Name';
    bekannt(stelle, ['daten', ...pfad], { was, name: label, namen: namenVon(namen, art) });
  });
  // The form of that very name has just checked the data.
  return { befehl: name, ...daten } as Stammbefehl;
}

/** Who can give a command: colleagues, and what comes from outside only who is outside. */
function handelnde({ personal }: Namen, befehl: string): readonly string[] {
  return befehl in EXTERNE_BEFEHLE ? [EXTERN] : personal;
}

function merkeFolgefall(stelle: Lesestelle, { daten }: Schrittform, name: string): void {
  const { eroeffnet } = stelle.namen;
  bekannt(stelle, ['fall'], { was: 'Der Fall', name, namen: [...eroeffnet] });
  if (daten?.['ergebnis'] === 'weiterleitung') eroeffnet.add(folgelabel(name));
}

function befehlsschritt(stelle: Lesestelle, form: Schrittform, am: Instant): Befehlsschritt {
  const { quelle, nummer, namen } = stelle;
  const { als, befehl, fall = STANDARDFALL, erwarte = {} } = form;
  if (als === undefined) throw fehler(stelle, [], 'Es fehlt „als“: wer handelt.');
  if (befehl === undefined) throw fehler(stelle, [], 'Es fehlt „befehl“.');
  bekannt(stelle, ['als'], { was: 'Die handelnde Person', name: als, namen: handelnde(namen, befehl) });
  const ziel = zielVon(namen, fall);
  bekannt(stelle, ['befehl'], { was: 'Der Befehl', name: befehl, namen: befehlsnamen(ziel) });
  const schrittkopf = {
    art: 'befehl',
    nummer,
    zeile: quelle.zeile(['schritte', nummer - 1]),
    am,
    als,
    fall,
    erwarte,
  } as const;
  if (istStammbefehl(befehl))
    return { ...schrittkopf, befehl, stammdaten: stammbefehl(stelle, befehl, form) };
  const vertrag = vertragAn(ziel, befehl);
  if (vertrag === undefined)
    throw fehler(stelle, ['befehl'], unbekannt('Der Befehl', befehl, befehlsnamen(ziel)));
  if (vertrag.ziel === 'potenzial')
    return {
      ...schrittkopf,
      ziel: 'potenzial',
      befehl: vertrag.befehl,
      eingabe: eingabe(stelle, vertrag, form),
    };
  if (vertrag.ziel === 'team')
    return { ...schrittkopf, ziel: 'team', befehl: vertrag.befehl, eingabe: eingabe(stelle, vertrag, form) };
  if (vertrag.pfad === null) namen.eroeffnet.add(fall);
  else merkeFolgefall(stelle, form, fall);
  return { ...schrittkopf, ziel: 'fall', befehl: vertrag.befehl, eingabe: eingabe(stelle, vertrag, form) };
}

const NUR_MIT_AM = ['als', 'befehl', 'daten', 'ereignisAm', 'begruendungen'] as const;

function schritt(stelle: Lesestelle, form: Schrittform): Schritt {
  const { am, bis } = form;
  if ((am === undefined) === (bis === undefined)) {
    throw fehler(stelle, [], 'Ein Schritt hat entweder „am“ (jemand handelt) oder „bis“ (Zeit vergeht).');
  }
  if (am !== undefined) return befehlsschritt(stelle, form, instant(stelle, 'am', am));
  const zuviel = NUR_MIT_AM.find((feld) => form[feld] !== undefined);
  if (zuviel !== undefined) throw fehler(stelle, [zuviel], `„${zuviel}“ passt nicht zu „bis“.`);
  const { fall = STANDARDFALL, erwarte = {} } = form;
  const { quelle, nummer } = stelle;
  const zeile = quelle.zeile(['schritte', nummer - 1]);
  return { art: 'bis', nummer, zeile, am: instant(stelle, 'bis', bis ?? ''), fall, erwarte };
}

function schritte(quelle: Quelltext, form: Geschichtenform, namen: Namen): Schritt[] {
  let vorher = '';
  return form.schritte.map((schrittform, n) => {
    const stelle = { quelle, nummer: n + 1, namen };
    const gelesen = schritt(stelle, schrittform);
    if (gelesen.am < vorher) throw fehler(stelle, [], 'Die Schritte stehen nicht in zeitlicher Reihenfolge.');
    vorher = gelesen.am;
    return gelesen;
  });
}

type Personenform = NonNullable<Geschichtenform['personen']>[number];

function handlungsbedarfe(
  form: NonNullable<Personenform['handlungsbedarfe']>,
): Personendaten['handlungsbedarfe'] {
  if (!Array.isArray(form))
    return schluesselgruppe.options.flatMap((gruppe) => bedarfe(gruppe, form[gruppe] ?? 0));
  return form.map((hb, n) => ({
    schluesselgruppe: hb.schluesselgruppe,
    bezeichnung: hb.bezeichnung ?? `${hb.schluesselgruppe} ${n + 1}`,
    status: hb.status ?? 'offen',
    massgeblichFuerUebergabe: hb.massgeblich ?? false,
  }));
}

type Stand = Pick<Personendaten, keyof Personenstand>;

function personenstand(form: Personenform, standard: Stand): Stand {
  return {
    erwerbsfaehig: form.erwerbsfaehig ?? standard.erwerbsfaehig,
    rechtskreis: form.rechtskreis ?? standard.rechtskreis,
    verstorbenAm: form.verstorbenAm ?? standard.verstorbenAm,
    verzogenAm: form.verzogenAm ?? standard.verzogenAm,
  };
}

function person(form: Personenform, pap: string): Omit<Personendaten, 'befangene'> {
  const standard = standardperson(form.id, form.pap ?? pap);
  return {
    id: form.id,
    pap: standard.pap,
    fmU25: form.fmU25 ?? standard.fmU25,
    abgesichert: form.abgesichert ?? standard.abgesichert,
    geburtsdatum: form.geburtsdatum ?? standard.geburtsdatum,
    ...personenstand(form, standard),
    sprache: form.sprache ?? standard.sprache,
    profillage: form.profillage === undefined ? standard.profillage : form.profillage,
    handlungsbedarfe:
      form.handlungsbedarfe === undefined
        ? standard.handlungsbedarfe
        : handlungsbedarfe(form.handlungsbedarfe),
  };
}

function nachbarteams({ teams }: Geschichtenform): Geschichte['teams'] {
  if (teams === undefined) return null;
  return teams.map(({ id, kontaktFm = [], ohneKontaktFm = false }) => ({ id, kontaktFm, ohneKontaktFm }));
}

function verzeichnis({ leistungserbringer }: Geschichtenform): Geschichte['leistungserbringer'] {
  return (
    leistungserbringer?.map(({ id, grundlage = 'vereinbarung', wartezeitTage = null }) => ({
      id,
      grundlage,
      wartezeitTage,
    })) ?? STANDARDVERZEICHNIS
  );
}

/**
 * Reads a story and checks all of it before anything is played.
 * @throws Geschichtenfehler with file, line and the nearest known name.
 */
export function leseGeschichte(datei: string, text: string): Geschichte {
  const quelle = leseQuelltext(datei, text);
  const form = pruefeForm(quelle, { form: geschichte, wert: quelle.wert, ort: (pfad) => pfad });
  const personal = besetze(
    (form.personal ?? []).map((m) => ({
      ...m,
      anteil: m.anteil ?? 1,
      nachweiseBis: m.nachweiseBis === undefined ? NACHWEISE_BIS : m.nachweiseBis,
      sprachen: m.sprachen ?? [],
      aktiv: m.aktiv ?? true,
      zielstelle: m.zielstelle ?? null,
    })),
  );
  const papLabel = personal.find((m) => m.rolle === 'pap')?.id ?? 'pap';
  const personenformen: readonly Personenform[] = form.personen ?? [{ id: STANDARDPERSON }];
  const personen = personenformen.map((p) => ({ ...person(p, papLabel), befangene: p.befangene ?? [] }));
  const themen = (form.themen ?? []).map(({ id, zustaendig = [] }) => ({ id, zustaendig }));
  const leistungserbringer = verzeichnis(form);
  const teams = nachbarteams(form);
  const namen: Namen = {
    thema: themen.map((t) => t.id),
    leistungserbringer: leistungserbringer.map((e) => e.id),
    team: teams?.map((t) => t.id) ?? null,
    person: personen.map((p) => p.id),
    personal: personal.map((m) => m.id),
    handlungsbedarf: personen.flatMap((p) => p.handlungsbedarfe.map((_, n) => `${p.id}/${n + 1}`)),
    eroeffnet: new Set(),
  };
  return {
    datei,
    titel: form.titel,
    quelle: form.quelle ?? [],
    land: form.land ?? 'HB',
    policy: policywahl(form.policy),
    personal,
    personen,
    themen,
    leistungserbringer,
    teams,
    schritte: schritte(quelle, form, namen),
  };
}
