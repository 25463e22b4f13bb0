import { type Questionnaire, questionCount } from '@rozeznanie/core/questionnaire'
import { questionModules, type QuestionModule } from '@rozeznanie/core/questionnaire/library'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'

interface ModuleListProps {
  readonly questionnaire: Questionnaire
  readonly onAttach: (module: QuestionModule) => void
}

/** Parts that can be attached as a whole, with their conditions. */
export function ModuleList({ questionnaire, onAttach }: ModuleListProps) {
  const { t } = useTranslation('bank')
  const { t: tq } = useTranslation('questionnaire')
  const present = new Set(questionnaire.sections.map(({ key }) => key))
  return (
    <Disclosure summary={t('modules')}>
      <div className="stack-tight">
        <p className="muted measure">{t('modulesLead')}</p>
        <ul className="bank-modules">
          {questionModules.map((module) => {
            const { key, title, description, sections, estimatedMinutes } = module
            const count = questionCount({ ...questionnaire, sections })
            return (
              <li key={key}>
                <div>
                  <p className="choice__label">{title}</p>
                  <p className="muted measure">{description}</p>
                  <p className="muted">
                    {tq('questions', { count })}, {tq('minutes', { count: estimatedMinutes })}
                  </p>
                </div>
                {sections.some((section) => present.has(section.key)) ? (
                  <StatusTag tone="neutral">{t('moduleThere')}</StatusTag>
                ) : (
                  <Button
                    look="secondary"
                    label={t('attachNamed', { title })}
                    onClick={() => onAttach(module)}
                  >
                    {t('attach')}
                  </Button>
                )}
              </li>
            )
          })}
        </ul>
      </div>
    </Disclosure>
  )
}
