import { languagesOf, parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../../gql/index.ts'
import { Card } from '../../ui/Card.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { printPath } from '../survey.paths.ts'
import { BookletForm } from './BookletForm.tsx'
import { Miniature } from './Miniature.tsx'
import { PrintRuns } from './PrintRuns.tsx'

export const BookletCard_survey = graphql(`
  fragment BookletCard_survey on Survey {
    id
    questionnaireVersion {
      id
      document
    }
    ...PrintRuns_survey
  }
`)

interface BookletCardProps {
  readonly survey: FragmentType<typeof BookletCard_survey>
}

/** Paper questionnaires: to look at, to print, and those that are printed. */
export function BookletCard({ survey }: BookletCardProps) {
  const { t } = useTranslation('materials')
  const shown = readFragment(BookletCard_survey, survey)
  const { id } = shown
  const languages = languagesOf(parseQuestionnaire(shown.questionnaireVersion.document))
  return (
    <Card title={t('booklet.title')}>
      <div className="materials__one">
        <Miniature kind="booklet" />
        <div className="stack measure">
          <p>{t('booklet.text')}</p>
          <p>{t('booklet.print')}</p>
          <div className="row">
            <LinkButton to={printPath(id, 'booklet', {})} look="secondary" isDownload>
              {t('booklet.specimen')}
            </LinkButton>
            <LinkButton to={printPath(id, 'booklet', { large: 1 })} look="secondary" isDownload>
              {t('booklet.largeSpecimen')}
            </LinkButton>
          </div>
        </div>
      </div>
      <BookletForm surveyId={id} languages={languages} />
      <PrintRuns survey={shown} />
    </Card>
  )
}
