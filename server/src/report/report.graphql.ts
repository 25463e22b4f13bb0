import { builder } from '../builder.ts'
import { readReport } from './read-report.ts'

builder.prismaObjectField('Survey', 'report', (t) =>
  t.field({
    type: 'JSON',
    nullable: true,
    description:
      "The diagnostic part as data; shape: `Report` of core. Null for accounts that may not see this survey's answers.",
    select: { id: true },
    complexity: { field: 20, multiplier: 1 },
    resolve: ({ id }, _args, context) => readReport(context, id),
  }),
)
