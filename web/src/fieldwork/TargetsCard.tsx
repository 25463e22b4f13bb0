import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { formatCount } from '../i18n/format.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Form } from '../ui/Form.tsx'
import { errorOf } from '../ui/form-problems.ts'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { numberOf, recommendedTarget } from './targets.ts'
import { useSaving } from './use-saving.ts'
import type { BoardProps } from './WithBoard.tsx'

const SaveSurveyPlan = graphql(`
  mutation SaveSurveyPlan($input: SaveSurveyPlanInput!) {
    saveSurveyPlan(input: $input) {
      __typename
      ... on Survey {
        id
      }
      ... on InvalidInputError {
        message
        problems {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`)

interface TargetsCardProps extends Pick<BoardProps, 'survey' | 'board'> {
  readonly onSaved: () => void
}

const textOf = (number: number | null) => (number === null ? '' : String(number))

/** How many answers are wanted, in all and by locality, with what statistics advises. */
export function TargetsCard({ survey, board, onSaved }: TargetsCardProps) {
  const { t } = useTranslation('fieldwork')
  const [population, setPopulation] = useState(textOf(board.population))
  const [target, setTarget] = useState(textOf(board.target))
  const [byPlace, setByPlace] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(board.localities.map((one) => [one.localityId, textOf(one.target)])),
  )
  const saving = useSaving()
  const [save, { loading }] = useMutation(SaveSurveyPlan)
  const submit = async () => {
    const localityTargets = Object.entries(byPlace).flatMap(([localityId, text]) => {
      const number = numberOf(text)
      return number === null ? [] : [{ localityId, target: number }]
    })
    const numbers = { target: numberOf(target), population: numberOf(population) }
    const { data, error } = await save({
      variables: { input: { surveyId: survey.id, ...numbers, localityTargets } },
    })
    if (saving.settle(data?.saveSurveyPlan, error?.message ?? t('failed'))) onSaved()
  }
  const change = (set: (text: string) => void) => (text: string) => {
    saving.touch()
    set(text)
  }
  const advice = recommendedTarget(numberOf(population))
  return (
    <Card title={t('targets.title')}>
      <Form
        label={t('targets.title')}
        problems={saving.problems}
        names={['population', 'target']}
        onSubmit={() => void submit()}
        actions={
          <Button type="submit" isBusy={loading}>
            {t('targets.save')}
          </Button>
        }
      >
        <TextField
          name="population"
          label={t('targets.population')}
          hint={t('targets.populationHint')}
          error={errorOf(saving.problems, 'population')}
          value={population}
          onChange={change(setPopulation)}
          isShort
          isOptional
        />
        {advice && <Advice advice={advice} onTake={(number) => change(setTarget)(String(number))} />}
        <TextField
          name="target"
          label={t('targets.target')}
          error={errorOf(saving.problems, 'target')}
          value={target}
          onChange={change(setTarget)}
          isShort
          isOptional
        />
        {board.localities.length > 0 && (
          <PlaceTargets
            board={board}
            target={target}
            byPlace={byPlace}
            onChange={(localityId, text) =>
              change((next) => setByPlace((before) => ({ ...before, [localityId]: next })))(text)
            }
          />
        )}
        {saving.isSaved && (
          <Notice tone="success" isAnnounced>
            <p>{t('targets.saved')}</p>
          </Notice>
        )}
      </Form>
    </Card>
  )
}

interface AdviceProps {
  readonly advice: { readonly usual: number; readonly modest: number }
  readonly onTake: (target: number) => void
}

function Advice({ advice: { usual, modest }, onTake }: AdviceProps) {
  const { t } = useTranslation('fieldwork')
  return (
    <Notice>
      <p>{t('targets.advice', { usual: formatCount(usual), modest: formatCount(modest) })}</p>
      <div className="row">
        <Button look="secondary" onClick={() => onTake(usual)}>
          {t('targets.take', { target: formatCount(usual) })}
        </Button>
        <Button look="quiet" onClick={() => onTake(modest)}>
          {t('targets.take', { target: formatCount(modest) })}
        </Button>
      </div>
    </Notice>
  )
}

interface PlaceTargetsProps extends Pick<BoardProps, 'board'> {
  readonly target: string
  readonly byPlace: Readonly<Record<string, string>>
  readonly onChange: (localityId: string, text: string) => void
}

function PlaceTargets({ board, target, byPlace, onChange }: PlaceTargetsProps) {
  const { t } = useTranslation('fieldwork')
  const sum = Object.values(byPlace).reduce((all, text) => all + Math.max(0, numberOf(text) ?? 0), 0)
  return (
    <Disclosure
      summary={t('targets.byPlace')}
      isOpenAtFirst={board.localities.some((one) => one.target !== null)}
    >
      <p className="muted">{t('targets.placeSum', { sum: formatCount(sum), target: target || '–' })}</p>
      <div className="targets-grid">
        {board.localities.map(({ localityId, name }) => (
          <TextField
            key={localityId}
            name={`place-${localityId}`}
            label={name}
            value={byPlace[localityId] ?? ''}
            onChange={(text) => onChange(localityId, text)}
            isShort
          />
        ))}
      </div>
    </Disclosure>
  )
}
