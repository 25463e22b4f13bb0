import { useTranslation } from 'react-i18next'
import { Disclosure } from '../ui/Disclosure.tsx'
import { type FragmentType, graphql, readFragment } from '../gql/index.ts'
import type { WeightsKnown } from './workbench/weight-choice.ts'
import { weightChoiceOf, withWeightChoice } from './workbench/view-state.ts'
import { WeightsField } from './workbench/WeightsField.tsx'

const ResultsWeightsResults = graphql(`
  fragment ResultsWeights_results on SurveyResults {
    weightVersion {
      number
      name
    }
    footer
  }
`)

interface ResultsWeightsProps {
  readonly known: WeightsKnown
  /** `null`: the weights that were chosen cannot be applied. */
  readonly results: FragmentType<typeof ResultsWeightsResults> | null
  readonly search: URLSearchParams
  readonly onChange: (search: URLSearchParams) => void
}

/** Which weights the page uses, and what they are; nothing where the survey has none. */
export function ResultsWeights({ known, results, search, onChange }: ResultsWeightsProps) {
  const { t } = useTranslation('analysis')
  const shown = readFragment(ResultsWeightsResults, results)
  const name = shown?.weightVersion?.name
  return (
    <>
      <div className="no-print">
        <WeightsField
          known={known}
          value={weightChoiceOf(search)}
          onChange={(choice) => onChange(withWeightChoice(search, choice))}
        />
      </div>
      {shown && name !== undefined && (
        <div className="stack-tight">
          <p role="status">{t('weighted.line', { name })}</p>
          <Disclosure summary={t('weighted.how')}>
            {shown.footer.map((line) => (
              <p key={line} className="measure">
                {line}
              </p>
            ))}
          </Disclosure>
        </div>
      )}
    </>
  )
}
