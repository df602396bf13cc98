/** Import rules of docs/architecture.md: what may know what. A breach fails `npm run check`. */
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    // A cycle hides who decides.
    rule('no-cycles', {}, { circular: true }),
    rule(
      'domain-is-pure',
      { path: '^domain/' },
      { pathNot: '^domain/|node_modules/(temporal-(polyfill|spec|utils)|ical-generator)/' },
    ),
    rule(
      'workflows-stay-deterministic',
      { path: '^workflows/' },
      {
        pathNot:
          '^(workflows|domain)/|^temporal/marke\\.ts$|node_modules/(@temporalio/(workflow|common)|temporal-polyfill)/',
        dependencyTypesNot: ['type-only'],
      },
    ),
    rule(
      'workflows-type-activities-only',
      { path: '^workflows/' },
      { path: '^(db|api|worker|web|ops|tools)/' },
    ),
    rule(
      'db-knows-domain-only',
      { path: '^db/' },
      { path: '^(workflows|activities|worker|api|web|ops|tools|test)/' },
    ),
    // Encryption on the way to Temporal (S5): clients and workers get it handed; what they run never sees it.
    rule(
      'temporal-knows-domain-only',
      { path: '^temporal/' },
      {
        pathNot:
          '^(temporal|domain)/|node_modules/(@temporalio/(common|proto)|zod)/|^(node:)?(crypto|buffer|url)$',
      },
    ),
    // Which addresses are encrypted, and how Temporal is reached: for the programs, that hand on what they open.
    rule(
      'transport-knows-nobody',
      { path: '^transport/' },
      { pathNot: '^transport/|node_modules/(@temporalio/envconfig|zod)/|^(node:)?crypto$' },
    ),
    rule(
      'transport-is-handed-in',
      { path: '^(domain|temporal|workflows|activities|db|web)/' },
      { path: '^transport/' },
    ),
    rule(
      'temporal-is-handed-in',
      { path: '^(domain|workflows|activities|db|web)/' },
      { path: '^temporal/(?!marke\\.ts$)' },
    ),
    rule(
      'log-knows-domain-only',
      { path: '^log/' },
      { pathNot: '^(log|domain)/|node_modules/(pino|@pinojs)/' },
    ),
    rule(
      'activities-know-domain-and-db',
      { path: '^activities/' },
      { path: '^(worker|api|web|ops|tools|test)/' },
    ),
    rule(
      'activities-know-workflows-by-contract',
      { path: '^activities/' },
      { path: '^workflows/(?!contract\\.ts$)' },
    ),
    rule('worker-never-knows-the-edge', { path: '^worker/' }, { path: '^(api|web|ops|tools|test)/' }),
    rule('api-knows-workflows-by-contract', { path: '^api/' }, { path: '^workflows/(?!contract\\.ts$)' }),
    rule('api-never-knows-the-worker', { path: '^api/' }, { path: '^(activities|worker|ops|tools|test)/' }),
    // The root of api/ puts the rooms together; none of them looks up to it.
    rule('api-rooms-know-no-root', { path: '^api/\\w+/' }, { path: '^api/[\\w-]+\\.ts$' }),
    // The ground carries the rooms of api/ and knows none of them.
    rule('api-ground-knows-no-room', { path: '^api/kern/' }, { path: '^api/(?!kern/)' }),
    rule(
      'api-forms-know-no-use-case',
      { path: '^api/(\\w+/\\w*formen\\.ts$|befehle/formen/)' },
      {
        path: '^(db|workflows|activities|temporal|transport)/|^api/\\w+/\\w*(faelle|routen|ausfuehrung|server)\\.ts$|^api/routen\\.ts$',
      },
    ),
    // A use case does not know how it is asked for: pages call the same one (ADR 41).
    rule(
      'api-use-cases-know-no-rows',
      { path: '^api/\\w+/', pathNot: '^api/(kern|doku)/|^api/\\w+/\\w*routen(form)?\\.ts$' },
      {
        path: '^api/\\w+/\\w*routen(form)?\\.ts$|^api/routen\\.ts$|^api/kern/(route|server|ausgang|merkzettel)\\.ts$',
      },
    ),
    rule(
      'api-rows-know-no-other-rows',
      { path: '^api/\\w+/\\w*routen(form)?\\.ts$' },
      { path: '^api/\\w+/\\w*routen\\.ts$|^api/routen\\.ts$' },
    ),
    rule(
      'api-rooms-meet-at-forms-and-use-cases',
      { path: '^api/(?!kern/)(\\w+)/' },
      {
        path: '^api/(?!kern/)\\w+/',
        pathNot: '^api/$1/|^api/\\w+/\\w*(formen|faelle)\\.ts$|^api/befehle/(ausfuehrung|vertraege)\\.ts$',
      },
    ),
    rule(
      'web-goes-through-use-cases',
      { path: '^web/' },
      {
        path: '^(db|workflows|activities|worker|ops)/|^api/(?!routen\\.ts$|\\w+/\\w*(formen|routen)\\.ts$|befehle/vertraege\\.ts$|(sitzung|formularentwurf|ausgabe|kalenderzugang)/faelle\\.ts$|kern/(absage|aufruf|bremse|druckseite|fehlerantwort|merkzettel|route|seiten|umgebung|konto)\\.ts$)',
      },
    ),
    // A page hands on who asks and the surroundings, and looks into neither.
    rule(
      'web-knows-surroundings-by-type',
      { path: '^web/' },
      { path: '^api/kern/(umgebung|konto)\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    rule('only-test-imports-tools', { pathNot: '^(tools|test)/' }, { path: '^tools/' }),
    // What production runs from a shell: it stands on the rooms below and beside it, nothing stands on it.
    rule(
      'ops-never-knows-tools',
      { path: '^ops/' },
      { path: '^(worker|web|tools|test)/|^workflows/(?!contract\\.ts$)|^api/(?!\\w+/\\w*faelle\\.ts$)' },
    ),
    rule('only-tools-and-test-import-ops', { pathNot: '^(ops|tools|test)/' }, { path: '^ops/' }),
    // The image of production is installed without them.
    rule(
      'production-without-dev-dependencies',
      { path: '^(domain|temporal|transport|workflows|activities|worker|api|db|log|web|ops)/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule('nobody-imports-test', { pathNot: '^test/' }, { path: '^test/' }),
    rule('no-unresolvable', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
