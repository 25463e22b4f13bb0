import { useTranslation } from 'react-i18next'
import { formatCount } from '../i18n/format.ts'
import { DataTable } from '../ui/DataTable.tsx'
import { inWords, type Roster } from './indicator-data.ts'

type Question = Roster['questions'][number]
type Share = Question['options'][number]['ofItems']

/** A share of 0 to 1 in words. */
function shareInWords(share: Share, otherwise: string): string {
  if (share === null) return otherwise
  const percent = (value: number | null) => (value === null ? null : value * 100)
  const { estimate, low, high } = share
  return inWords({ estimate: estimate * 100, low: percent(low), high: percent(high) }, 'PERCENT', otherwise)
}

/** Questions asked again for each person (or service), of persons and of the responses that have at least one. */
export function RostersSection({ rosters }: { readonly rosters: readonly Roster[] }) {
  const { t } = useTranslation('indicators')
  const shown = rosters.filter(({ itemCount }) => itemCount > 0)
  if (shown.length === 0) return null
  return (
    <section className="indicator-section">
      <h2>{t('rosters.title')}</h2>
      {shown.map(({ questionKey, text, itemName, itemCount, responseCount, questions }) => (
        <div key={questionKey} className="stack">
          <h3>{text}</h3>
          <p>
            {t('rosters.counts', {
              itemName,
              items: formatCount(itemCount),
              responses: formatCount(responseCount),
            })}
          </p>
          {questions.map((question) => (
            <RosterQuestion key={question.questionKey} question={question} />
          ))}
        </div>
      ))}
    </section>
  )
}

function RosterQuestion({ question }: { readonly question: Question }) {
  const { t } = useTranslation('indicators')
  const { text, options, mean, base } = question
  if (base.validCount === 0) return null
  if (mean !== null) {
    return (
      <p>
        <strong>{text}</strong> {t('rosters.mean', { value: inWords(mean, 'POINTS', '') })}
      </p>
    )
  }
  const chosen = options.filter(({ ofItems }) => (ofItems?.estimate ?? 0) > 0)
  if (chosen.length === 0) return null
  return (
    <DataTable
      caption={text}
      columns={[
        { key: 'option', header: t('columns.option'), cell: ({ label }) => label, isRowHeader: true },
        {
          key: 'items',
          header: t('columns.ofItems'),
          cell: ({ ofItems }) => shareInWords(ofItems, t('unknown')),
          align: 'end',
        },
        {
          key: 'responses',
          header: t('columns.ofResponses'),
          cell: ({ ofResponses }) => shareInWords(ofResponses, t('unknown')),
          align: 'end',
        },
      ]}
      rows={chosen}
      rowKey={({ code }) => code}
      narrow="scroll"
    />
  )
}
