/**
 * Names of fields that hold a day or an instant wherever they stand in commands, events and states, beside all that end in
 * `Am`, `Bis` or `Seit`: what a value is says its field (test/architecture/grenztypen.test.ts holds the list against the types).
 */
const TAGESFELDER: ReadonlySet<string> = new Set(
  (
    'ab am anker at beginn bis bisWann datum faellig loeschenSpaetestens meldefrist neuesDatum roh seit start tag termin ' +
    'vorher zuletzt T-42 T-43 T-44 T-45 T-48 T-49 T-50 T-52'
  ).split(' '),
);
const ENDUNG = /(?:Am|Bis|Seit)$/u;

export const istTagesfeld = (name: string): boolean => TAGESFELDER.has(name) || ENDUNG.test(name);
