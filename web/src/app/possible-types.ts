/** Which types stand behind the interfaces of the schema. */
const INTERFACES: Readonly<Record<string, readonly string[]>> = {
  Error: [
    'AnswersRefusedError',
    'CodeNotReissuedError',
    'CodesSettledError',
    'DraftConflictError',
    'EmailTakenError',
    'FieldNoteConflictError',
    'FormLockedError',
    'InvalidInputError',
    'LastAdministratorError',
    'LaterCorrectionError',
    'LockedQuestionsChangedError',
    'QuestionnaireIncompleteError',
    'QuestionnairePublishedError',
    'ResponseConflictError',
    'RevisionBreaksAnswersError',
    'SameClerkError',
    'SetupCodeWrongError',
    'SheetsMissingError',
    'SignInRefusedError',
    'SurveyAlreadyClosedError',
    'SurveyNotOpenError',
    'TicketRefusedError',
    'TicketSpentError',
    'WeightsRefusedError',
  ],
  QuestionSummary: ['ChoiceSummary', 'MatrixSummary', 'NumberSummary', 'RankSummary', 'TextSummary'],
}

/** Members of result unions that are not errors. */
const SUCCESSES = [
  'Account',
  'CodeBatch',
  'CodedAnswer',
  'CorrectedResponse',
  'EntryBatch',
  'FieldNote',
  'FiledSheet',
  'Institution',
  'InstitutionForm',
  'Municipality',
  'OpenAnswer',
  'OpenCoding',
  'Organisation',
  'PrintRun',
  'Questionnaire',
  'QuestionnaireDraft',
  'QuestionnaireVersion',
  'Receipt',
  'ReissuedCode',
  'RemovedQuestionnaire',
  'SavedView',
  'Survey',
  'Viewer',
  'WeightPlan',
]

/**
 * What the cache needs to know of abstract types; a test compares it with the schema. The concrete types stand here
 * without subtypes, which tells the cache that a fragment on one of them never fits another.
 */
export const POSSIBLE_TYPES: Readonly<Record<string, string[]>> = Object.fromEntries([
  ...[...SUCCESSES, ...Object.values(INTERFACES).flat()].map((name) => [name, []]),
  ...Object.entries(INTERFACES).map(([name, types]) => [name, [...types]]),
])
