import { InvalidInputError } from '@rozeznanie/core/errors'
import { isInGrace, lastGraceDay } from '@rozeznanie/core/survey'
import { builder } from '../builder.ts'
import { dayOf } from '../kernel/scalars.ts'
import { changeGrace } from './change-grace.ts'

const PERIOD = { opensOn: true, closesOn: true, closedAt: true, graceDays: true } as const

interface StoredPeriod {
  readonly opensOn: Date
  readonly closesOn: Date
  readonly closedAt: Date | null
  readonly graceDays: number
}
const periodOf = ({ opensOn, closesOn, ...rest }: StoredPeriod) => ({
  ...rest,
  opensOn: dayOf(opensOn),
  closesOn: dayOf(closesOn),
})

builder.prismaObjectFields('Survey', (t) => ({
  graceDays: t.exposeInt('graceDays', {
    description: 'Whole days after the end in which what was begun before is still accepted.',
  }),
  isInGrace: t.boolean({
    description: 'It is over, and what was begun before is still accepted; so are sheets that are entered.',
    select: PERIOD,
    resolve: (survey, _args, { now }) => isInGrace(periodOf(survey), now()),
  }),
  lastGraceDay: t.field({
    type: 'Date',
    description:
      'The last day on which anything is accepted; it comes earlier when the survey is closed by hand.',
    select: PERIOD,
    resolve: (survey) => lastGraceDay(periodOf(survey)),
  }),
}))

const SetSurveyGraceInput = builder.inputType('SetSurveyGraceInput', {
  fields: (t) => ({
    surveyId: t.id({ required: true }),
    graceDays: t.int({ required: true, description: '0 to 30.' }),
  }),
})

builder.mutationField('setSurveyGrace', (t) =>
  t.prismaField({
    type: 'Survey',
    nullable: true,
    description:
      'Changes how long after the end what was begun before is accepted. Null for a survey that the viewer does not organise.',
    authScopes: { signedIn: true },
    errors: { types: [InvalidInputError] },
    args: { input: t.arg({ type: SetSurveyGraceInput, required: true }) },
    resolve: async (query, _root, { input: { surveyId: id, graceDays } }, context) => {
      const isChanged = await changeGrace(context, id, graceDays)
      return isChanged ? context.db.prisma.survey.findUniqueOrThrow({ ...query, where: { id } }) : null
    },
  }),
)
