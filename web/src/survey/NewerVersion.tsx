import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { MoveSurveyDialog } from './MoveSurveyDialog.tsx'

export const NewerVersion_survey = graphql(`
  fragment NewerVersion_survey on Survey {
    id
    questionnaireVersion {
      id
      number
    }
    newerVersion {
      id
      number
    }
  }
`)

interface NewerVersionProps {
  readonly survey: FragmentType<typeof NewerVersion_survey>
}

/** Offers to let a running survey go on with the newest version of its questionnaire, and says when it does. */
export function NewerVersion({ survey }: NewerVersionProps) {
  const { t } = useTranslation('survey')
  const { id, questionnaireVersion, newerVersion } = readFragment(NewerVersion_survey, survey)
  const [isOpen, setIsOpen] = useState(false)
  const [movedTo, setMovedTo] = useState<number | null>(null)
  const moved = (
    <div role="status">
      {movedTo !== null && (
        <Notice tone="success" title={t('move.done', { number: movedTo })}>
          <p>{t('move.doneText')}</p>
        </Notice>
      )}
    </div>
  )
  if (!newerVersion) return moved
  return (
    <>
      {moved}
      <Notice title={t('move.notice', { number: newerVersion.number })}>
        <p>{t('move.text', { present: questionnaireVersion.number })}</p>
        <div className="row">
          <Button look="secondary" onClick={() => setIsOpen(true)}>
            {t('move.look')}
          </Button>
        </div>
      </Notice>
      {isOpen && (
        <MoveSurveyDialog
          surveyId={id}
          onClose={() => setIsOpen(false)}
          onMoved={(number) => {
            setIsOpen(false)
            setMovedTo(number)
          }}
        />
      )}
    </>
  )
}
