import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { parseQuestionnaire } from '@rozeznanie/core/questionnaire'
import { openQuestions } from '@rozeznanie/core/response'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import { SelectField } from '../ui/SelectField.tsx'
import { useAddress } from '../ui/use-address.ts'
import { AnswersToCode } from './AnswersToCode.tsx'
import { CodebookForm } from './CodebookForm.tsx'
import { CodedList } from './CodedList.tsx'
import { CodingResults } from './CodingResults.tsx'
import { CodingPageQuery, CodingQuery } from './coding-queries.ts'
import { CODING_PARTS, codingPath, type CodingPart } from './coding.paths.ts'
import './coding.css'
import { Differences } from './Differences.tsx'

/** What residents wrote in their own words, sorted under codes and counted. */
export function CodingPage() {
  const { t } = useTranslation('coding')
  const { id = '' } = useParams()
  const [search, change] = useAddress()
  const { data, loading, error, refetch } = useQuery(CodingPageQuery, { variables: { id } })
  const document = data?.survey?.resultsQuestionnaire
  const questions = useMemo(() => (document ? openQuestions(parseQuestionnaire(document)) : []), [document])
  if (!data?.survey)
    return <PageFallback isLoading={loading} problem={error?.message} onRetry={() => void refetch()} />
  const chosen = questions.find(({ key }) => key === search.get('pytanie')) ?? questions[0]
  if (!document || !chosen) {
    const reason = document ? 'noQuestions' : 'hidden'
    return (
      <Page title={t('title')}>
        <EmptyState title={t(`${reason}.title`)}>
          <p>{t(`${reason}.text`)}</p>
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={t('title')} lead={<p className="measure">{t('lead')}</p>}>
      <div className="measure">
        <SelectField
          name="question"
          label={t('question')}
          value={chosen.key}
          choices={questions.map(({ key, question, isOther }) => ({
            value: key,
            label: isOther ? t('other', { question }) : question,
          }))}
          onChange={(key) => change(new URLSearchParams({ pytanie: key }))}
        />
      </div>
      <CodingOf key={chosen.key} surveyId={id} questionKey={chosen.key} search={search} />
    </Page>
  )
}

interface CodingOfProps {
  readonly surveyId: string
  readonly questionKey: string
  readonly search: URLSearchParams
}

const partOf = (word: string | null): CodingPart | undefined => CODING_PARTS.find((part) => part === word)

/** Everything about one question: answers to code, the codebook, differences, results. */
function CodingOf({ surveyId, questionKey, search }: CodingOfProps) {
  const { t } = useTranslation('coding')
  const { data, error, refetch } = useQuery(CodingQuery, {
    variables: { id: surveyId, questionKey },
    fetchPolicy: 'cache-and-network',
  })
  const coding = data?.survey?.coding
  if (!coding) {
    if (!error) return <Loading />
    return (
      <Notice tone="danger" isAnnounced>
        <p>{error.message}</p>
      </Notice>
    )
  }
  const { answerCount, codedCount, openCount } = coding.state
  if (answerCount === 0) {
    return (
      <EmptyState title={t('empty.title')}>
        <p>{t('empty.text')}</p>
      </EmptyState>
    )
  }
  const part = partOf(search.get('czesc')) ?? (coding.revision === 0 ? 'ksiazka' : 'odpowiedzi')
  const shared = { surveyId, questionKey, codes: coding.codes, onChanged: () => void refetch() }
  const code = search.get('kod')
  return (
    <>
      <div className="stack-tight">
        <p>
          {t('progress', { coded: codedCount, count: answerCount })}
          {openCount > 0 && ` ${t('open', { count: openCount })}`}
        </p>
        <progress className="coding-progress" aria-hidden value={codedCount} max={answerCount} />
      </div>
      <nav className="tabs tabs--second" aria-label={t('parts.label')}>
        <ul>
          {CODING_PARTS.map((one) => (
            <li key={one}>
              <Link
                to={codingPath(surveyId, { question: questionKey, part: one })}
                aria-current={one === part ? 'page' : undefined}
                preventScrollReset
              >
                {t(`parts.${one}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {part === 'odpowiedzi' && code === null && <AnswersToCode {...shared} />}
      {part === 'odpowiedzi' && code !== null && <CodedList key={code} {...shared} code={code} />}
      {part === 'ksiazka' && <CodebookForm key={coding.revision} {...shared} coding={coding} />}
      {part === 'roznice' && <Differences {...shared} />}
      {part === 'wyniki' && <CodingResults {...shared} state={coding.state} />}
    </>
  )
}
