/** Which types stand behind the interfaces of the schema; a test compares it with the schema. */
export const POSSIBLE_TYPES: Readonly<Record<string, string[]>> = {
  Error: [
    'InvalidInputError',
    'SignInRefusedError',
    'SetupCodeWrongError',
    'EmailTakenError',
    'LastAdministratorError',
    'RegisterFileRefusedError',
    'QuestionnaireIncompleteError',
    'SurveyNotOpenError',
    'SurveyAlreadyClosedError',
    'AnswersRefusedError',
    'ResponseConflictError',
  ],
  QuestionSummary: ['ChoiceSummary', 'MatrixSummary', 'NumberSummary', 'RankSummary', 'TextSummary'],
}
