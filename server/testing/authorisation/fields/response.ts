import { randomUUID } from 'node:crypto'
import { EVERYONE, ORGANISER, quoted, type FieldRow } from '../verdicts.ts'
import type { World } from '../world.ts'

const answerName = ({ surveyId, responseId }: World) =>
  `surveyId: ${quoted(surveyId)}, responseId: ${quoted(responseId)}, questionKey: "wishes"`

/** Root fields of answers. */
export const RESPONSE_FIELDS: Readonly<Record<string, FieldRow>> = {
  'Mutation.submitResponse': {
    call: ({ surveyCode, questionnaireVersionId }) =>
      `submitResponse(input: { surveyCode: ${quoted(surveyCode)}, id: "${randomUUID()}",
        questionnaireVersionId: ${quoted(questionnaireVersionId)}, mode: CAWI, answers: $answers }) { __typename }`,
    verdicts: EVERYONE,
  },
  'Mutation.releaseAnswer': {
    call: (world) => `releaseAnswer(input: { ${answerName(world)}, text: "Ławka" }) { __typename }`,
    verdicts: ORGANISER,
  },
  'Mutation.withdrawAnswer': {
    call: (world) => `withdrawAnswer(input: { ${answerName(world)} }) { __typename }`,
    verdicts: ORGANISER,
  },
}
