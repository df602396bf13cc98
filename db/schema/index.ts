export * from './einwilligung.ts';
export * from './fall.ts';
export * from './organisation.ts';
export * from './personal.ts';
export * from './person.ts';
export * from './vorgang.ts';
export * from './zuordnung.ts';
