import type { Route } from '../route.ts';
import type { Anwendung } from '../use-cases/anwendung.ts';
import { befehlsrouten } from './befehle.ts';
import { einwilligungsrouten } from './einwilligungen.ts';
import { fallrouten } from './faelle.ts';
import { fristenrouten } from './fristen.ts';
import { protokollrouten } from './leseprotokoll.ts';
import { listenrouten } from './listen.ts';
import { routenDerLoeschung } from './loeschung.ts';
import { nutzlastrouten } from './nutzlasten.ts';
import { organisationsrouten } from './organisation.ts';
import { policyrouten } from './policy.ts';
import { personalrouten } from './personal.ts';
import { personenrouten } from './personen.ts';
import { potenzialrouten } from './potenzial.ts';
import { rueckmelderouten } from './rueckmeldung.ts';
import { zugriffsrouten } from './sonderzugriff.ts';
import { teamrouten } from './team.ts';
import { verzeichnisrouten } from './verzeichnis.ts';
import { zuordnungsrouten } from './zuordnung.ts';

function platzhalter({ pfad }: Route): number {
  return pfad.split('{').length;
}

/** The whole table of the API. Fixed addresses stand before those with names in them. */
export function alleRouten(anwendung: Anwendung): Route[] {
  const routen = [
    ...befehlsrouten(anwendung),
    ...fallrouten(anwendung),
    ...listenrouten(anwendung),
    ...personenrouten(anwendung),
    ...einwilligungsrouten(anwendung),
    ...verzeichnisrouten(anwendung),
    ...rueckmelderouten(anwendung),
    ...organisationsrouten(anwendung),
    ...potenzialrouten(anwendung),
    ...policyrouten(anwendung),
    ...teamrouten(anwendung),
    ...zuordnungsrouten(anwendung),
    ...personalrouten(anwendung),
    ...zugriffsrouten(anwendung),
    ...protokollrouten(anwendung),
    ...routenDerLoeschung(anwendung),
    ...nutzlastrouten(anwendung),
    ...fristenrouten(),
  ];
  return routen.sort((a, b) => platzhalter(a) - platzhalter(b));
}
