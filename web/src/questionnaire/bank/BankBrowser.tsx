import { everyQuestion, type Questionnaire } from '@rozeznanie/core/questionnaire'
import { type Copied, copyQuestions } from '@rozeznanie/core/questionnaire/editing'
import { InvalidInputError } from '@rozeznanie/core/errors'
import {
  attachModule,
  type BankQuestion,
  questionBank,
  type QuestionModule,
  searchBank,
} from '@rozeznanie/core/questionnaire/library'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import './bank.css'
import { ANYTHING, bankDocument, type BankWish, queryOf } from './bank-query.ts'
import type { BankDialogProps } from './BankDialog.tsx'
import { BankFilters } from './BankFilters.tsx'
import { BankItem } from './BankItem.tsx'
import { DroppedRules } from './DroppedRules.tsx'
import { ModuleList } from './ModuleList.tsx'
import { PlaceActions } from './PlaceActions.tsx'
import { HERE, placeOfChoice } from './places.ts'

const themes = new Map(questionBank.themes.map(({ theme, title }) => [theme, title]))
const AT_ONCE = 25

export function BankBrowser({ questionnaire, place, onAdd, onClose }: BankDialogProps) {
  const { t } = useTranslation('bank')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [where, setWhere] = useState(place ? HERE : (questionnaire.sections.at(-1)?.key ?? ''))
  const [problem, setProblem] = useState<string | null>(null)
  const [copied, setCopied] = useState<Copied | null>(null)
  const source = useMemo(() => bankDocument(questionnaire), [questionnaire])

  const finish = (next: Questionnaire, keys: readonly string[]) => {
    onAdd(next, keys)
    onClose()
  }
  const add = () => {
    if (chosen.length === 0) return setProblem(t('nothingChosen'))
    const at = placeOfChoice(questionnaire, where, place)
    if (at === null) return
    const outcome = copyQuestions(source, chosen, questionnaire, at)
    if (outcome.keys.length === 0) return setProblem(outcome.dropped.join(' '))
    if (outcome.dropped.length === 0) finish(outcome.questionnaire, outcome.keys)
    else setCopied(outcome)
  }
  const attach = (module: QuestionModule) => {
    try {
      const next = attachModule(questionnaire, module)
      const before = new Set(everyQuestion(questionnaire).map(({ key }) => key))
      const keys = everyQuestion(next).flatMap(({ key }) => (before.has(key) ? [] : [key]))
      finish(next, keys)
    } catch (refusal) {
      if (!(refusal instanceof InvalidInputError)) throw refusal
      setProblem(refusal.problems.map(({ message }) => message).join(' '))
    }
  }
  const toggle = (key: string) => {
    setProblem(null)
    setChosen(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key])
  }

  if (copied !== null) {
    const { dropped, keys } = copied
    const confirm = () => finish(copied.questionnaire, keys)
    return <DroppedRules dropped={dropped} onConfirm={confirm} onClose={onClose} />
  }
  return (
    <Dialog
      title={t('title')}
      lead={t('lead')}
      firstField="bank-search"
      onClose={onClose}
      actions={
        <PlaceActions
          problem={problem}
          questionnaire={questionnaire}
          hasHere={place !== undefined}
          value={where}
          onChange={setWhere}
          label={chosen.length === 0 ? t('add') : t('addCount', { count: chosen.length })}
          onDone={add}
        />
      }
    >
      <BankResults
        questionnaire={questionnaire}
        source={source}
        chosen={chosen}
        onToggle={toggle}
        onAttach={attach}
      />
    </Dialog>
  )
}

interface BankResultsProps {
  readonly questionnaire: Questionnaire
  readonly source: Questionnaire
  readonly chosen: readonly string[]
  readonly onToggle: (key: string) => void
  readonly onAttach: (module: QuestionModule) => void
}

function BankResults({ questionnaire, source, chosen, onToggle, onAttach }: BankResultsProps) {
  const { t } = useTranslation('bank')
  const [wish, setWish] = useState<BankWish>({ ...ANYTHING, audience: questionnaire.audience })
  const [most, setMost] = useState(AT_ONCE)
  const asked = useDeferredValue(wish)
  const found = useMemo(() => searchBank(queryOf(asked)), [asked])
  const present = useMemo(() => new Set(everyQuestion(questionnaire).map(({ key }) => key)), [questionnaire])
  const change = (next: BankWish) => {
    setWish(next)
    setMost(AT_ONCE)
  }
  return (
    <>
      <div>
        <BankFilters wish={wish} onChange={change} />
        <ModuleList questionnaire={questionnaire} onAttach={onAttach} />
      </div>
      <p role="status">{found.length === 0 ? t('none') : t('found', { count: found.length })}</p>
      {found.length === 0 ? (
        <EmptyState
          title={t('none')}
          action={
            <Button look="secondary" onClick={() => change(ANYTHING)}>
              {t('clear')}
            </Button>
          }
        />
      ) : (
        <ul className="bank-list" aria-label={t('results')}>
          {found.slice(0, most).map(({ question, theme, isLocked }: BankQuestion) => (
            <BankItem
              key={question.key}
              {...{ source, question, isLocked }}
              theme={themes.get(theme) ?? ''}
              isPresent={present.has(question.key)}
              isChosen={chosen.includes(question.key)}
              onToggle={() => onToggle(question.key)}
            />
          ))}
        </ul>
      )}
      {found.length > most && (
        <div className="row">
          <Button look="secondary" onClick={() => setMost(most + AT_ONCE)}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}
