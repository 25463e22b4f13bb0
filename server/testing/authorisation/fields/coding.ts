import { ORGANISER, quoted, type FieldRow } from '../verdicts.ts'
import type { World } from '../world.ts'

const answerOf = ({ surveyId, responseId }: World) =>
  `surveyId: ${quoted(surveyId)}, questionKey: "wishes", responseId: ${quoted(responseId)}`

/** Root fields of coding open answers. */
export const CODING_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Mutation.changeCodebook': {
    call: ({ surveyId }) =>
      `changeCodebook(input: { surveyId: ${quoted(surveyId)}, questionKey: "wishes", revision: 0,
        codes: [], moves: [], doubleShare: 0 }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.codeAnswer': {
    call: (world) => `codeAnswer(input: { ${answerOf(world)}, codes: ["OTHER"] }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.settleCoding': {
    call: (world) => `settleCoding(input: { ${answerOf(world)}, codes: ["OTHER"] }) { __typename }`,
    verdicts: ORGANISER,
  },
}
