import type { Route } from './kern/route.ts';
import type { Anwendung } from './anwendung.ts';
import { befehlsrouten } from './befehle/routen.ts';
import { einwilligungsrouten } from './einwilligungen/routen.ts';
import { fallrouten } from './faelle/routen.ts';
import { fristenrouten } from './fristen/routen.ts';
import { protokollrouten } from './leseprotokoll/routen.ts';
import { listenrouten } from './arbeitslisten/routen.ts';
import { routenDerLoeschung } from './loeschung/routen.ts';
import { nutzlastrouten } from './nutzlasten/routen.ts';
import { organisationsrouten } from './organisation/routen.ts';
import { policyrouten } from './policy/routen.ts';
import { personalrouten } from './personal/routen.ts';
import { personenrouten } from './personen/routen.ts';
import { potenzialrouten } from './potenzial/routen.ts';
import { rueckmelderouten } from './rueckmeldung/routen.ts';
import { zugriffsrouten } from './sonderzugriff/routen.ts';
import { teamrouten } from './team/routen.ts';
import { verzeichnisrouten } from './erbringer/routen.ts';
import { zuordnungsrouten } from './zuordnung/routen.ts';

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
