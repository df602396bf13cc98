import type { Route } from '../route.ts';
import type { Anwendung } from '../use-cases/anwendung.ts';
import { fallrouten } from './faelle.ts';

/** The whole table of the API. Fixed addresses stand before those with names in them. */
export function alleRouten(anwendung: Anwendung): Route[] {
  return [...fallrouten(anwendung)].sort((a, b) => platzhalter(a) - platzhalter(b));
}

function platzhalter({ pfad }: Route): number {
  return pfad.split('{').length;
}
