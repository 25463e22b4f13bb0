import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormProblem } from '../../ui/form-problems.ts'
import { readForm, type FormRefusal, type ReadForm } from './read-form-request.ts'

/** Where the person is, with what is known there. */
export type ImportStage =
  | { readonly kind: 'file' }
  | { readonly kind: 'broken'; readonly refusal: FormRefusal; readonly fileName: string }
  | { readonly kind: 'report'; readonly form: ReadForm; readonly fileName: string }

/** Choosing a file and having it read. */
export function useFormImport() {
  const { t } = useTranslation('interchange')
  const [stage, setStage] = useState<ImportStage>({ kind: 'file' })
  const [file, setFile] = useState<File | null>(null)
  const [problems, setProblems] = useState<readonly FormProblem[]>([])
  const [isBusy, setBusy] = useState(false)

  async function read() {
    if (!file) return setProblems([{ name: 'file', message: t('file.missing') }])
    setProblems([])
    setBusy(true)
    const reply = await readForm(file, t('import.offline'))
    setBusy(false)
    const fileName = file.name
    setStage(
      reply.ok
        ? { kind: 'report', form: reply.form, fileName }
        : { kind: 'broken', refusal: reply.refusal, fileName },
    )
  }
  function startAgain() {
    setFile(null)
    setProblems([])
    setStage({ kind: 'file' })
  }
  return { stage, file, setFile, problems, isBusy, read, startAgain }
}
