import type { ErwarteteFrist, ErwarteteNachricht, Erwartung, Schritt } from './geschichte.ts';
import type { Befehlsergebnis, Fallsicht, Fristsicht, Nachrichtensicht, Sicht } from './motor.ts';

const wort = (wert: unknown): string => (wert === undefined ? 'nichts' : JSON.stringify(wert));

function unterschied(was: string, erwartet: unknown, ist: unknown): string[] {
  return wort(erwartet) === wort(ist) ? [] : [`${was}: erwartet ${wort(erwartet)}, ist ${wort(ist)}`];
}

function menge(was: string, erwartet: readonly string[] | undefined, ist: readonly string[]): string[] {
  return erwartet === undefined ? [] : unterschied(was, [...erwartet].sort(), [...ist].sort());
}

/** An accepted command shows `ok`, a refused one the id, a forbidden one `verboten`. */
function kurzfassung(ergebnis: Befehlsergebnis): 'ok' | { abgelehnt: string } | { verboten: true } {
  return 'ergebnis' in ergebnis ? 'ok' : ergebnis;
}

function pruefeErgebnis(erwarte: Erwartung, ergebnis: Befehlsergebnis): string[] {
  const ist = kurzfassung(ergebnis);
  const fehler = unterschied('Ergebnis', erwarte.ergebnis ?? 'ok', ist);
  const warnungen = 'ergebnis' in ergebnis ? ergebnis.warnungen : [];
  fehler.push(...menge('Warnungen', erwarte.warnungen, warnungen));
  const fakten: Record<string, unknown> = 'ergebnis' in ergebnis ? { ...ergebnis.fakten } : {};
  for (const [name, wert] of Object.entries(erwarte.fakten ?? {})) {
    fehler.push(...unterschied(`Fakt ${name}`, wert, fakten[name]));
  }
  return fehler;
}

const vorhanden = (frist: Fristsicht): string =>
  `${frist.id}/${frist.vorkommen} ${frist.faellig} ${frist.status}`;

function pruefeFrist(erwartet: ErwarteteFrist, fristen: readonly Fristsicht[]): string[] {
  const id = 'fehlt' in erwartet ? erwartet.fehlt : erwartet.id;
  const gleiche = fristen.filter((f) => f.id === id);
  if ('fehlt' in erwartet) {
    // A duty that lapsed before anybody had to act exists no more.
    const da = gleiche.filter((f) => f.status !== 'entfallen');
    return da.length === 0 ? [] : [`Frist ${id}: sollte fehlen, ist da (${da.map(vorhanden).join(', ')})`];
  }
  const { vorkommen } = erwartet;
  const frist = vorkommen === undefined ? gleiche.at(-1) : gleiche.find((f) => f.vorkommen === vorkommen);
  if (frist === undefined) return [`Frist ${id}${vorkommen === undefined ? '' : `/${vorkommen}`}: fehlt`];
  const name = `Frist ${id}/${frist.vorkommen}`;
  return (['roh', 'faellig', 'status', 'ruht'] as const).flatMap((feld) =>
    erwartet[feld] === undefined ? [] : unterschied(`${name} ${feld}`, erwartet[feld], frist[feld]),
  );
}

const gesagt = ({ an, anlass, stufe, fall }: ErwarteteNachricht): string =>
  `an ${an}: ${anlass} ${stufe}${fall === undefined ? '' : ` (${fall})`}`;

/** Exactly these, in any order; an expectation without `fall` fits every case. */
function pruefeNachrichten(
  erwartet: readonly ErwarteteNachricht[] | undefined,
  gesendet: readonly Nachrichtensicht[],
): string[] {
  if (erwartet === undefined) return [];
  const uebrig = [...gesendet];
  const fehler: string[] = [];
  const genauZuerst = [...erwartet].sort(
    (a, b) => Number(a.fall === undefined) - Number(b.fall === undefined),
  );
  for (const soll of genauZuerst) {
    const stelle = uebrig.findIndex(
      (ist) =>
        ist.an === soll.an &&
        ist.anlass === soll.anlass &&
        ist.stufe === soll.stufe &&
        (soll.fall === undefined || ist.fall === soll.fall),
    );
    if (stelle === -1) fehler.push(`Nachricht fehlt: ${gesagt(soll)}`);
    else uebrig.splice(stelle, 1);
  }
  return [...fehler, ...uebrig.map((zuviel) => `Nachricht nicht erwartet: ${gesagt(zuviel)}`)];
}

const OHNE_FALL: Fallsicht = {
  fall: '',
  zustand: 'neu',
  policy: '',
  neben: [],
  hinweise: [],
  auffaelligkeiten: [],
  phasen: [],
  vorgaenger: null,
  fristen: [],
};

function pruefeFall(erwarte: Erwartung, fall: Fallsicht): string[] {
  const { zustand, policy, vorgaenger, fristen = [] } = erwarte;
  return [
    ...(zustand === undefined ? [] : unterschied('Zustand', zustand, fall.zustand)),
    ...(policy === undefined ? [] : unterschied('Policy', policy, fall.policy)),
    ...menge('Neben', erwarte.neben, fall.neben),
    ...menge('Offene Hinweise', erwarte.hinweise, fall.hinweise),
    ...menge('Auffälligkeiten', erwarte.auffaelligkeiten, fall.auffaelligkeiten),
    ...menge('Phasen', erwarte.phasen, fall.phasen),
    ...(vorgaenger === undefined ? [] : unterschied('Vorgänger', vorgaenger, fall.vorgaenger)),
    ...fristen.flatMap((frist) => pruefeFrist(frist, fall.fristen)),
  ];
}

/** What of a step did not come as the story expects it; empty when all did. */
export function pruefe(schritt: Schritt, ergebnis: Befehlsergebnis | null, sicht: Sicht): string[] {
  const { erwarte } = schritt;
  return [
    ...(ergebnis === null ? [] : pruefeErgebnis(erwarte, ergebnis)),
    ...pruefeFall(erwarte, sicht.faelle.find((f) => f.fall === schritt.fall) ?? OHNE_FALL),
    ...pruefeNachrichten(erwarte.nachrichten, sicht.nachrichten),
  ];
}
