/** The map of the house: each room of core, and the rooms below it that it may use. */
const CORE = {
  statistics: [],
  questionnaire: [],
  municipality: [],
  account: [],
  invitation: [],
  interchange: ['questionnaire'],
  response: ['questionnaire', 'municipality'],
  entry: ['questionnaire', 'response'],
  cleaning: ['questionnaire', 'response'],
  survey: ['questionnaire', 'municipality'],
  import: ['questionnaire', 'response', 'survey'],
  fieldwork: ['questionnaire', 'response', 'survey'],
  institution: ['questionnaire', 'response', 'survey'],
  note: ['questionnaire', 'response', 'survey'],
  coding: [],
  parked: ['survey'],
  terrain: ['questionnaire', 'response', 'survey'],
  analysis: ['statistics', 'questionnaire', 'response', 'survey'],
  weighting: ['statistics', 'questionnaire', 'survey', 'fieldwork', 'analysis'],
  disclosure: ['questionnaire', 'analysis'],
  microdata: ['questionnaire', 'response', 'analysis'],
  diagnosis: ['analysis', 'questionnaire', 'municipality', 'survey'],
  report: [
    'questionnaire',
    'municipality',
    'response',
    'survey',
    'analysis',
    'disclosure',
    'diagnosis',
    'note',
  ],
}
const TEST = '\\.(test|proof|e2e)\\.tsx?$'
const rule = (name, from, to) => ({ name, severity: 'error', from, to })

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'no-cycles',
      { pathNot: '^server/src/generated/' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule('core-is-pure', { path: '^core/src', pathNot: TEST }, { path: '^(server|web|prisma|e2e|bench)/' }),
    rule('core-has-no-node', { path: '^core/src', pathNot: TEST }, { dependencyTypes: ['core'] }),
    ...Object.entries(CORE).map(([room, below]) =>
      rule(
        `core-${room}`,
        { path: `^core/src/${room}/`, pathNot: TEST },
        { path: '^core/src/[^/]+/', pathNot: `^core/src/(${[room, ...below].join('|')})/` },
      ),
    ),
    rule(
      'core-by-its-doors',
      { path: '^(server|web|prisma)/' },
      {
        path: '^core/src/',
        pathNot:
          '^core/src/((errors|text|readability)\\.ts|[^/]+/((library|inspection|revision|editing|paper|design|blind)/)?index\\.ts)$',
      },
    ),
    rule(
      'builders-only-in-tests',
      { path: '^(core|server|web)/', pathNot: [TEST, '^core/src/testing/', '^server/testing/'] },
      {
        path: '^(core/src/testing|server/testing)/',
      },
    ),
    rule(
      'web-and-server-are-strangers',
      { path: '^(server|web)/' },
      { path: '^(server|web)/', pathNot: '^$1/' },
    ),
    rule(
      'prisma-only-in-stores',
      {
        path: '^server/src/(?!generated/)',
        pathNot: ['\\.store\\.ts$', '^server/src/database/', '^server/src/(builder|context)\\.ts$', TEST],
      },
      { path: ['^server/src/generated/', 'node_modules/@prisma/', 'node_modules/pg/'] },
    ),
    rule(
      'server-rooms-are-strangers',
      {
        path: '^server/src/([^/]+)/',
        pathNot: ['^server/src/(kernel|generated|database|installation)/', TEST],
      },
      {
        path: '^server/src/[^/]+/',
        pathNot: ['^server/src/($1|kernel|generated|database)/', '\\.(graphql|access)\\.ts$'],
      },
    ),
    rule(
      'web-rooms-are-strangers',
      { path: '^web/src/([^/]+)/', pathNot: '^web/src/(app|terrain)/' },
      { path: '^web/src/[^/]+/', pathNot: ['^web/src/($1|ui|charts|gql|i18n)/', '\\.paths\\.ts$'] },
    ),
    rule(
      'terrain-is-the-answer-face-offline',
      { path: '^web/src/terrain/', pathNot: TEST },
      {
        path: '(^web/src/(?!(answer|terrain)/|tokens\\.css)|node_modules/(react|@apollo|recharts|i18next)/)',
      },
    ),
    rule(
      'ui-and-charts-know-no-feature',
      { path: '^web/src/(ui|charts)/' },
      { path: '^web/src/', pathNot: '^web/src/(ui|charts|i18n)/' },
    ),
    rule(
      'answer-face-is-small',
      { path: '^web/src/answer/' },
      { path: '(^web/src/(?!answer/|tokens\\.css)|node_modules/(react|@apollo|recharts|i18next)/)' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|^web/src/gql/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
}
