export { angehaengt, einsortiert, GEMERKT, istTatsache, tatsache } from '../../pflicht/tatsache.ts';
