import { PRUEFSCHUTZ } from '../../tools/probehaus/schutz.ts';
import { pruefeKanarien } from '../support/kanarien/pruefung.ts';

pruefeKanarien('Nutzlasten verschlüsselt', PRUEFSCHUTZ);
