export { angehaengt, einsortiert, GEMERKT, tatsache } from '../../pflicht/tatsache.ts';
