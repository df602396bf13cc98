import { spieleTeil } from './voll.ts';

spieleTeil(1);
