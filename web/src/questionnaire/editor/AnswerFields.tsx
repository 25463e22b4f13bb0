import type { Question } from '@rozeznanie/core/questionnaire'
import { CalculationFields } from './CalculationFields.tsx'
import { ChoiceLimits } from './ChoiceLimits.tsx'
import { LimitFields } from './LimitFields.tsx'
import { OptionFields } from './OptionFields.tsx'
import { RosterFields } from './RosterFields.tsx'
import { RowFields } from './RowFields.tsx'
import { ScaleFields } from './ScaleFields.tsx'
import { useEditor } from './use-editor.ts'

/** What can be answered: other fields for each type. */
export function AnswerFields({ question }: { readonly question: Question }) {
  const { t } = useEditor()
  switch (question.type) {
    case 'SINGLE':
      return <OptionFields question={question} />
    case 'MULTI':
    case 'RANK':
      return (
        <>
          <OptionFields question={question} />
          <ChoiceLimits question={question} />
        </>
      )
    case 'MATRIX_SINGLE':
    case 'MATRIX_MULTI':
      return (
        <>
          <RowFields question={question} />
          <OptionFields question={question} />
        </>
      )
    case 'SCALE_1_5':
    case 'SCALE_0_10':
      return <ScaleFields question={question} />
    case 'NUMBER':
    case 'DATE_YEAR':
    case 'TEXT_SHORT':
    case 'TEXT_LONG':
      return <LimitFields question={question} />
    case 'ROSTER':
      return <RosterFields question={question} />
    case 'CALCULATED':
      return <CalculationFields question={question} />
    case 'LOCALITY':
      return <p className="muted">{t('form.localityNote')}</p>
    case 'CONSENT':
    case 'INFO':
      return null
  }
}
