import { z } from 'zod';
import { angelegt, kennung } from '../kern/felder.ts';
import { AENDERN, ANLEGEN, HANDELN, HAUS, LEER, LESEN, OHNE_PERSON } from '../kern/route.ts';

export const PERSONAL = '/api/v1/mitarbeitende';
export const TEAMS = '/api/v1/teams';
export const LEITUNG = ['tl', 'bereichsleitung'] as const;
export const nachId = z.strictObject({ id: kennung });

const haus = { gruppe: 'Personal', betrifft: HAUS } as const;
export const lesen = { ...LESEN, ...haus, spur: OHNE_PERSON, abfrage: LEER } as const;
export const anlegen = { ...ANLEGEN, ...haus, antwort: angelegt } as const;
export const aendern = { ...AENDERN, ...haus, antwort: angelegt } as const;
export const handeln = { ...HANDELN, ...haus, antwort: angelegt } as const;
