import { pruefeKanarien } from '../support/kanarien/pruefung.ts';

pruefeKanarien('Nutzlasten im Klartext', null);
