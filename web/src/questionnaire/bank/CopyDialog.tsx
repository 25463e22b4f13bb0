import { useQuery } from '@apollo/client/react'
import { parseQuestionnaire, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { type Copied, copyQuestions } from '@rozeznanie/core/questionnaire/editing'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../../gql/index.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import './bank.css'
import type { BankDialogProps } from './BankDialog.tsx'
import { DroppedRules } from './DroppedRules.tsx'
import { PlaceActions } from './PlaceActions.tsx'
import { HERE, placeOfChoice } from './places.ts'
import { SourceQuestions } from './SourceQuestions.tsx'

const CopySources = graphql(`
  query CopySources {
    questionnaires {
      id
      key
      title
      organisation {
        id
      }
    }
  }
`)

const CopySource = graphql(`
  query CopySource($key: String!) {
    questionnaire(key: $key) {
      id
      latestVersion {
        id
        document
      }
      draft {
        id
        document
      }
    }
  }
`)

/** Questions of another questionnaire, own or ready, to tick and to copy with the lists they use. */
export function CopyDialog({ questionnaire, place, onAdd, onClose }: BankDialogProps) {
  const { t } = useTranslation('bank')
  const [key, setKey] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [where, setWhere] = useState(place ? HERE : (questionnaire.sections.at(-1)?.key ?? ''))
  const [problem, setProblem] = useState<string | null>(null)
  const [copied, setCopied] = useState<Copied | null>(null)
  const { source, isLoading, failure } = useSource(key)

  const choose = (next: readonly string[]) => {
    setProblem(null)
    setChosen(next)
  }
  const copy = () => {
    const at = placeOfChoice(questionnaire, where, place)
    if (source === null || at === null || chosen.length === 0) return setProblem(t('nothingChosen'))
    const outcome = copyQuestions(source, chosen, questionnaire, at)
    if (outcome.keys.length === 0) return setProblem(outcome.dropped.join(' '))
    if (outcome.dropped.length === 0) finish(outcome)
    else setCopied(outcome)
  }
  const finish = ({ questionnaire: next, keys }: Copied) => {
    onAdd(next, keys)
    onClose()
  }

  if (copied !== null) {
    const { dropped } = copied
    return <DroppedRules dropped={dropped} onConfirm={() => finish(copied)} onClose={onClose} />
  }
  return (
    <Dialog
      title={t('copy.title')}
      lead={t('copy.lead')}
      onClose={onClose}
      actions={
        <PlaceActions
          problem={problem ?? failure}
          questionnaire={questionnaire}
          hasHere={place !== undefined}
          value={where}
          onChange={setWhere}
          label={chosen.length === 0 ? t('copy.copy') : t('copy.copyCount', { count: chosen.length })}
          onDone={copy}
        />
      }
    >
      <SourceField
        ownKey={questionnaire.key}
        value={key}
        onChange={(next) => {
          setKey(next)
          choose([])
        }}
      />
      {isLoading && <p role="status">{t('loading', { ns: 'ui' })}</p>}
      {source && <SourceQuestions source={source} into={questionnaire} chosen={chosen} onChoose={choose} />}
    </Dialog>
  )
}

interface SourceFieldProps {
  readonly ownKey: string
  readonly value: string
  readonly onChange: (key: string) => void
}

/** All questionnaires but the one that is edited; own ones first. */
function SourceField({ ownKey, value, onChange }: SourceFieldProps) {
  const { t } = useTranslation('bank')
  const { data } = useQuery(CopySources)
  const others = (data?.questionnaires ?? []).filter(({ key }) => key !== ownKey)
  const choicesOf = (isOwn: boolean) =>
    others
      .filter(({ organisation }) => Boolean(organisation) === isOwn)
      .map(({ key, title }) => ({
        value: key,
        label: t('copy.option', { group: t(isOwn ? 'copy.own' : 'copy.library'), title }),
      }))
  if (data && others.length === 0) return <p>{t('copy.none')}</p>
  return (
    <SelectField
      name="copy-source"
      label={t('copy.questionnaire')}
      emptyLabel={t('copy.choose')}
      choices={[...choicesOf(true), ...choicesOf(false)]}
      value={value}
      onChange={onChange}
    />
  )
}

interface Source {
  readonly source: Questionnaire | null
  readonly isLoading: boolean
  readonly failure: string | undefined
}

/** The document to copy from: the draft of whoever may edit it, else what was published last. */
function useSource(key: string): Source {
  const { data, loading, error } = useQuery(CopySource, {
    variables: { key },
    skip: key === '',
    fetchPolicy: 'cache-and-network',
  })
  const found = key === '' ? null : data?.questionnaire
  const document = found?.draft?.document ?? found?.latestVersion?.document
  const source = useMemo(() => (document ? parseQuestionnaire(document) : null), [document])
  return { source, isLoading: loading && source === null, failure: error?.message }
}
