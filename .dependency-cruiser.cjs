/** The boundaries of STYLE 10 and the floors of the house (DESIGN 5): a lib imports only libs of lower floors. */
const floors = [
  ['kernel'],
  ['store', 'spreadsheet', 'paper'],
  ['queue', 'audit'],
  ['http'],
  ['access'],
  ['org'],
  ['evidence', 'notice', 'roster'],
  ['deadline'],
  ['task'],
  ['matter', 'need', 'inspection'],
  ['slip'],
  ['desk', 'archive', 'privacy', 'founding', 'report', 'schedule'],
  ['demonstration'],
];
/** Libs that may not use all the lower floors. */
const narrower = { spreadsheet: ['kernel'], paper: ['kernel'] };

const anyOf = (names) => `(?:${names.join('|')})`;
const specs = '[.]spec[.]ts$';

function mayImport(lib, floor) {
  return [lib, ...(narrower[lib] ?? floors.slice(0, floor).flat())];
}

const floorRules = floors.flatMap((libs, floor) =>
  libs.map((lib) => ({
    name: `floor-of-${lib}`,
    comment: `libs/${lib} stands on floor ${floor}; it imports lower floors only (order: .dependency-cruiser.cjs).`,
    severity: 'error',
    from: { path: `^libs/${lib}/`, pathNot: specs },
    to: { path: '^libs/', pathNot: `^libs/${anyOf(mayImport(lib, floor))}/` },
  })),
);

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: 'An import that leads nowhere hides a boundary.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'lib-has-a-floor',
      comment: 'A new lib takes its place in the floors above.',
      severity: 'error',
      from: { path: '^libs/', pathNot: `^libs/${anyOf(floors.flat())}/` },
      to: {},
    },
    {
      name: 'lib-by-its-door',
      comment: 'Others enter a lib by its index.ts.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/src/index[.]ts$'] },
    },
    {
      name: 'app-by-the-door',
      comment: 'Apps and tests enter a lib by its index.ts.',
      severity: 'error',
      from: { path: '^(?:apps|test)/' },
      to: { path: '^libs/', pathNot: '^libs/[^/]+/src/index[.]ts$' },
    },
    {
      name: 'lib-imports-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(?:apps|test)/', pathNot: '^test/kit/' },
    },
    {
      name: 'product-imports-no-test',
      severity: 'error',
      from: { path: '^(?:libs|apps)/', pathNot: [specs, '^libs/[^/]+/test/'] },
      to: { path: '^test/' },
    },
    {
      name: 'queue-is-the-only-door',
      comment: 'BullMQ and ioredis live in libs/queue.',
      severity: 'error',
      from: { pathNot: '^(?:libs/queue|test)/' },
      to: { path: 'node_modules/(?:bullmq|ioredis|@bull-board)/' },
    },
    {
      name: 'domain-is-plain',
      comment: 'domain/ knows its own folder and the kernel, nothing else.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/domain/', pathNot: specs },
      to: { pathNot: ['^libs/$1/src/domain/', '^libs/kernel/src/index[.]ts$'] },
    },
    {
      name: 'kernel-is-plain',
      severity: 'error',
      from: { path: '^libs/kernel/', pathNot: specs },
      to: { path: 'node_modules/(?:@nestjs|typeorm|pg|bullmq|express)/' },
    },
    {
      name: 'rows-stay-home',
      comment: 'Domain and http never touch TypeORM rows; use cases and queries do.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/(?:domain|http)/', pathNot: specs },
      to: { path: '/rows/' },
    },
    {
      name: 'web-knows-the-api-only',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^(?:libs|apps/(?!web/))|node_modules/(?:@nestjs|typeorm|pg|express|bullmq)/' },
    },
    {
      name: 'server-knows-no-web',
      severity: 'error',
      from: { path: '^(?:libs|apps/(?:server|cli))/', pathNot: specs },
      to: { path: '^apps/web/' },
    },
    {
      name: 'no-dev-dependency-in-product',
      comment: 'The compiler runs before there is a product.',
      severity: 'error',
      from: { path: '^(?:libs|apps/(?:server|cli))/', pathNot: [specs, '^apps/cli/bin/compile[.]mjs$'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    ...floorRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^apps/web/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
};
