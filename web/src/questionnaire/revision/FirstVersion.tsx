import { questionCount, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { formatCount } from '../../i18n/format.ts'
import { KeyFigures } from '../../ui/KeyFigures.tsx'

/** What the first version will hold, as there is nothing to compare it with. */
export function FirstVersion({ questionnaire }: { readonly questionnaire: Questionnaire }) {
  const { t } = useTranslation('questionnaire')
  const count = questionCount(questionnaire)
  const { sections, estimatedMinutes: minutes } = questionnaire
  return (
    <KeyFigures
      figures={[
        { label: t('preview.figures.questions', { count }), value: formatCount(count) },
        {
          label: t('preview.figures.sections', { count: sections.length }),
          value: formatCount(sections.length),
        },
        { label: t('preview.figures.minutes', { count: minutes }), value: formatCount(minutes) },
      ]}
    />
  )
}
