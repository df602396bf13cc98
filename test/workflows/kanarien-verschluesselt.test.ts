import { PRUEFSCHUTZ } from '../../tools/pruefstand/schutz.ts';
import { pruefeKanarien } from '../support/kanarien/pruefung.ts';

pruefeKanarien('Nutzlasten verschlüsselt', PRUEFSCHUTZ);
