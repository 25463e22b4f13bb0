import type { ColumnMapping } from '@rozeznanie/core/import'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormProblem } from '../ui/form-problems.ts'
import {
  postImport,
  type DryRun,
  type FileDescription,
  type ImportFields,
  type ImportOutcome,
  type Reply,
} from './import-requests.ts'

/** Where the person is, with what is known there. */
export type ImportStage =
  | { readonly kind: 'file' }
  | { readonly kind: 'columns'; readonly file: FileDescription }
  | {
      readonly kind: 'check'
      readonly file: FileDescription
      readonly dryRun: DryRun
      readonly isChanged: boolean
    }
  | { readonly kind: 'done'; readonly outcome: ImportOutcome }

/** Sends the chosen file from step to step; problems stay until the next answer. */
function useSending(surveyId: string) {
  const { t } = useTranslation('import')
  const [chosen, setChosen] = useState<File | null>(null)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isBusy, setBusy] = useState(false)

  async function send<T>(
    step: 'columns' | 'dry-run' | 'confirm',
    fields: ImportFields,
    onValue: (value: T) => void,
  ): Promise<void> {
    if (!chosen) return setProblems([{ name: 'file', message: t('file.missing') }])
    setBusy(true)
    const reply: Reply<T> = await postImport<T>(surveyId, step, chosen, fields, t('offline'))
    setBusy(false)
    setProblems(reply.ok ? [] : reply.problems)
    if (reply.ok) onValue(reply.value)
  }
  return { send, problems, isBusy, setChosen }
}

/** The state of an import and its four steps; the file itself never leaves this page before it is confirmed. */
export function useImport(surveyId: string) {
  const { send, problems, isBusy, setChosen } = useSending(surveyId)
  const [stage, setStage] = useState<ImportStage>({ kind: 'file' })
  const [mode, setMode] = useState('IMPORT')
  const [mapping, setMappingState] = useState<ColumnMapping>([])

  const read = () =>
    send<FileDescription>('columns', {}, (file) => {
      setMappingState(file.mapping)
      setStage({ kind: 'columns', file })
    })
  const check = (file: FileDescription) =>
    send<DryRun>('dry-run', { mapping }, (dryRun) =>
      setStage({ kind: 'check', file, dryRun, isChanged: false }),
    )
  const confirm = (dryRun: DryRun) =>
    send<ImportOutcome>('confirm', { mapping, mode, planHash: dryRun.planHash }, (outcome) =>
      setStage({ kind: 'done', outcome }),
    )

  function setMapping(next: ColumnMapping) {
    setMappingState(next)
    if (stage.kind === 'check') setStage({ ...stage, isChanged: true })
  }
  function startAgain() {
    setChosen(null)
    setStage({ kind: 'file' })
  }
  return {
    stage,
    setStage,
    mode,
    setMode,
    mapping,
    setMapping,
    problems,
    isBusy,
    setChosen,
    read,
    check,
    confirm,
    startAgain,
  }
}
