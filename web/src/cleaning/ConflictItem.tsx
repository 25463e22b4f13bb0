import { answerInWords, compareEntries, fieldName, placeInWords } from '@rozeznanie/core/cleaning'
import { compile, type Answers, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConflictsPageQuery } from '../gql/graphql.ts'
import { formatDay } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { DecisionForm } from './DecisionForm.tsx'
import { useDecisions } from './use-decisions.ts'

type Conflict = NonNullable<NonNullable<ConflictsPageQuery['survey']>['conflicts']>[number]

interface ConflictItemProps {
  readonly surveyId: string
  readonly title: string
  readonly conflict: Conflict
  readonly questionnaire: Questionnaire
  readonly localities: readonly { readonly id: string; readonly name: string }[]
  readonly onDone: () => Promise<void>
}

function differencesOf({ conflict, questionnaire, localities }: ConflictItemProps) {
  const wording = { questionnaire, localityNames: new Map(localities.map(({ id, name }) => [id, name])) }
  const [first, second] = [conflict.first.answers as Answers, conflict.second.answers as Answers]
  const { differences } = compareEntries(compile(questionnaire), first, second, conflict.first.submittedOn)
  return differences.map(({ path, ...values }) => ({
    name: fieldName(path),
    place: placeInWords(wording, path),
    first: answerInWords(wording, path, values.first),
    second: answerInWords(wording, path, values.second),
  }))
}

/** Two contents side by side, only where they differ, and which of them is to count. */
export function ConflictItem(props: ConflictItemProps) {
  const { surveyId, title, conflict, onDone } = props
  const { t } = useTranslation('cleaning')
  const { decide, isBusy } = useDecisions()
  const [take, setTake] = useState<'FIRST' | 'SECOND' | null>(null)
  const isSameVersion = conflict.first.questionnaireVersionId === conflict.second.questionnaireVersionId
  const rows = useMemo(() => (isSameVersion ? differencesOf(props) : []), [props, isSameVersion])
  const facts = ({ mode, submittedOn }: Conflict['first']) =>
    `${t(`mode.${mode as 'CAWI'}`)}, ${formatDay(submittedOn)}`
  const { responseId, conflictHash } = conflict
  const words = { FIRST: t('conflicts.keepFirst'), SECOND: t('conflicts.takeSecond') }
  return (
    <Card title={title}>
      {!isSameVersion && <p>{t('conflicts.otherVersion')}</p>}
      {isSameVersion && rows.length === 0 && <p>{t('conflicts.same')}</p>}
      {rows.length > 0 && (
        <DataTable
          caption={`${t('conflicts.table')}: ${title}`}
          isCaptionHidden
          rows={rows}
          rowKey={({ name }) => name}
          columns={[
            { key: 'place', header: t('conflicts.place'), cell: ({ place }) => place, isRowHeader: true },
            {
              key: 'first',
              header: `${t('conflicts.first')}: ${facts(conflict.first)}`,
              cell: ({ first }) => first,
            },
            {
              key: 'second',
              header: `${t('conflicts.second')}: ${facts(conflict.second)}`,
              cell: ({ second }) => second,
            },
          ]}
        />
      )}
      {take === null ? (
        <div className="row">
          <Button look="secondary" label={`${words.FIRST} (${title})`} onClick={() => setTake('FIRST')}>
            {words.FIRST}
          </Button>
          {isSameVersion && rows.length > 0 && (
            <Button look="secondary" label={`${words.SECOND} (${title})`} onClick={() => setTake('SECOND')}>
              {words.SECOND}
            </Button>
          )}
        </div>
      ) : (
        <DecisionForm
          id={conflictHash.slice(0, 8)}
          label={words[take]}
          isBusy={isBusy}
          onCancel={() => setTake(null)}
          onDecide={async (reason, remark) => {
            const problems = await decide({ surveyId, responseId, conflictHash, take, reason, remark })
            if (problems.length === 0) await onDone()
            return problems
          }}
        >
          {() => <p>{words[take]}</p>}
        </DecisionForm>
      )}
    </Card>
  )
}
