import { useTranslation } from 'react-i18next'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import { Card } from '../ui/Card.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'
import { BaseLine } from './BaseLine.tsx'
import { ChoiceResult } from './ChoiceResult.tsx'
import { MatrixResult } from './MatrixResult.tsx'
import { NumberResult } from './NumberResult.tsx'
import { RankResult } from './RankResult.tsx'
import { VersionLine } from './VersionLine.tsx'

export const QuestionResult_summary = graphql(`
  fragment QuestionResult_summary on QuestionSummary {
    __typename
    questionKey
    text
    isEarlierWording
    versions
    notes
    base {
      validCount
      ...BaseLine_base
    }
    ... on ChoiceSummary {
      ...ChoiceResult_summary
    }
    ... on MatrixSummary {
      ...MatrixResult_summary
    }
    ... on NumberSummary {
      ...NumberResult_summary
    }
    ... on RankSummary {
      ...RankResult_summary
    }
  }
`)

interface QuestionResultProps {
  /** Did the survey ever move to another version? Then each figure says which ones it is from. */
  readonly isOfVersions: boolean
  readonly summary: FragmentType<typeof QuestionResult_summary>
  readonly isTableOpen: boolean
  /** Address of the open answers to a question. */
  readonly openAnswersPath: (questionKey: string) => string
  /** Address of the question in the workbench. */
  readonly morePath: (questionKey: string) => string
}

/** One question with its figures, drawn as its kind asks. */
export function QuestionResult(props: QuestionResultProps) {
  const { summary, isOfVersions, isTableOpen, openAnswersPath, morePath } = props
  const { t } = useTranslation('analysis')
  const question = readFragment(QuestionResult_summary, summary)
  const { validCount } = question.base
  const aside = question.isEarlierWording && <StatusTag tone="attention">{t('versions.earlier')}</StatusTag>
  const ofVersions = isOfVersions && <VersionLine versions={question.versions} notes={question.notes} />
  if (question.__typename === 'TextSummary') {
    return (
      <Card title={question.text} titleLevel={3} aside={aside}>
        {ofVersions}
        <p>{t('text.count', { count: validCount })}</p>
        {validCount > 0 && (
          <div className="row">
            <LinkButton to={openAnswersPath(question.questionKey)} look="secondary">
              {t('text.link')}
            </LinkButton>
          </div>
        )}
      </Card>
    )
  }
  return (
    <Card title={question.text} titleLevel={3} aside={aside}>
      <BaseLine base={question.base} />
      {ofVersions}
      {validCount > 0 && question.__typename === 'ChoiceSummary' && (
        <ChoiceResult summary={question} isTableOpen={isTableOpen} />
      )}
      {validCount > 0 && question.__typename === 'MatrixSummary' && (
        <MatrixResult summary={question} isTableOpen={isTableOpen} />
      )}
      {validCount > 0 && question.__typename === 'NumberSummary' && (
        <NumberResult summary={question} isTableOpen={isTableOpen} />
      )}
      {validCount > 0 && question.__typename === 'RankSummary' && (
        <RankResult summary={question} isTableOpen={isTableOpen} />
      )}
      {validCount > 0 && (
        <div className="row no-print">
          <LinkButton
            to={morePath(question.questionKey)}
            look="quiet"
            label={t('moreOf', { question: question.text })}
          >
            {t('more')}
          </LinkButton>
        </div>
      )}
    </Card>
  )
}
