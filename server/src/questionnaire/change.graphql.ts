import type { Weight } from '@rozeznanie/core/questionnaire/revision'
import { builder } from '../builder.ts'
import type { CountedChange } from './read-changes.ts'

const ChangeWeightEnum = builder.enumType('ChangeWeight', {
  description:
    'What a change means for answers: HARMLESS lets series go on, CAREFUL parts them, BREAKING would mix answers that mean different things.',
  values: ['HARMLESS', 'CAREFUL', 'BREAKING'] as const,
})
const WEIGHTS = { harmless: 'HARMLESS', careful: 'CAREFUL', breaking: 'BREAKING' } as const satisfies Record<
  Weight,
  string
>

/** One difference between two versions. */
export const QuestionnaireChangeRef = builder.objectRef<CountedChange>('QuestionnaireChange')
QuestionnaireChangeRef.implement({
  description: 'One difference between two versions and what it means for answers.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: '`CHANGE_KINDS` of core: `OPTION_REMOVED`.' }),
    weight: t.field({ type: ChangeWeightEnum, resolve: ({ weight }) => WEIGHTS[weight] }),
    questionKey: t.string({
      nullable: true,
      description: 'Null: of a section or of the whole.',
      resolve: ({ place }) => place.questionKey ?? null,
    }),
    sectionKey: t.string({
      nullable: true,
      description: 'Set where a section itself changed.',
      resolve: ({ place }) => place.sectionKey ?? null,
    }),
    part: t.string({
      description: 'Field of the question or section: `text`, `visibleIf`, `options`.',
      resolve: ({ place }) => place.part,
    }),
    optionCode: t.string({
      nullable: true,
      description: 'The option (its code) or row (its key) it is about.',
      resolve: ({ place }) => place.code ?? null,
    }),
    affectedQuestionKeys: t.stringList({
      description: 'Questions whose answers it bears on.',
      resolve: ({ affects }) => [...affects],
    }),
    demandsNewKey: t.exposeBoolean('demandsNewKey', {
      description: 'Publishing is refused until the question has a new key.',
    }),
    message: t.exposeString('message', {
      description: 'Polish: what changed and what it does, in numbers where they are known.',
    }),
    answerCount: t.exposeInt('answerCount', {
      nullable: true,
      description:
        "Answers so far to what it is about, in the surveys of the viewer's organisations. Null where it was not counted.",
    }),
  }),
})
