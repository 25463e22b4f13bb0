import { localDayOf } from '@rozeznanie/core/survey'
import { builder } from '../builder.ts'
import { countSheets, hasSheet, type SheetCounts } from './sheet.store.ts'

const SurveySheetsRef = builder.objectRef<SheetCounts>('SurveySheets')
SurveySheetsRef.implement({
  description: 'Paper sheets of a survey that are entered.',
  fields: (t) => ({
    nextNumber: t.exposeInt('nextNumber', {
      description: 'One more than the greatest number that is in; sheets marked otherwise do not count.',
    }),
    enteredToday: t.exposeInt('countOnDay', { description: 'By the day in Poland.' }),
  }),
})

builder.prismaObjectFields('Survey', (t) => ({
  sheets: t.field({
    type: SurveySheetsRef,
    description: 'How far the entering of paper sheets is.',
    resolve: ({ id }, _args, { db, now }) => countSheets(db, id, localDayOf(now())),
  }),
  hasSheet: t.boolean({
    description: 'Whether a paper sheet of this number is in, so that none is entered twice.',
    args: { sheetNumber: t.arg.string({ required: true }) },
    resolve: ({ id }, { sheetNumber }, { db }) => hasSheet(db, id, sheetNumber),
  }),
}))
