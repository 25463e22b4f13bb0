import { BrokenRescueFileError } from '@rozeznanie/core/terrain'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card.tsx'
import { DataTable } from '../ui/DataTable.tsx'
import { FileField } from '../ui/FileField.tsx'
import { Notice } from '../ui/Notice.tsx'
import { rescueParts, type RescueOutcome, type RescueResult } from './rescue-parts.ts'
import { postFile } from './uploads.ts'
import { WithBoard } from './WithBoard.tsx'

/** Takes in the interviews that a tablet could not send by itself. */
export function RescuePage() {
  const { t } = useTranslation('fieldwork')
  return (
    <WithBoard title={t('rescue.title')} lead={t('rescue.lead')}>
      {({ survey }) => <Rescue surveyId={survey.id} />}
    </WithBoard>
  )
}

interface Sending {
  readonly done: number
  readonly all: number
}

function Rescue({ surveyId }: { readonly surveyId: string }) {
  const { t } = useTranslation('fieldwork')
  const [sending, setSending] = useState<Sending | null>(null)
  const [results, setResults] = useState<readonly RescueResult[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (file: File) => {
    const parts = rescueParts(await file.text())
    const all = parts.reduce((sum, { count }) => sum + count, 0)
    let done = 0
    for (const { text, count } of parts) {
      setSending({ done, all })
      const reply = await postFile<{ results: readonly RescueResult[] }>(
        surveyId,
        'rescue',
        new Blob([text], { type: 'application/json' }),
        t('offline'),
      )
      if (!reply.ok) return setProblem(reply.problems.map(({ message }) => message).join(' '))
      done += count
      setResults((before) => [...before, ...reply.value.results])
    }
  }
  const choose = async (file: File | null) => {
    setResults([])
    setProblem(null)
    if (!file) return
    try {
      await send(file)
    } catch (error) {
      if (!(error instanceof BrokenRescueFileError)) throw error
      setProblem(error.message)
    } finally {
      setSending(null)
    }
  }
  return (
    <>
      <Card title={t('rescue.choose')}>
        <p className="measure">{t('rescue.how')}</p>
        <FileField
          name="rescue"
          label={t('rescue.file')}
          accept=".json"
          onChange={(file) => void choose(file)}
        />
        {sending && (
          <p role="status">
            <progress
              className="fieldwork-progress"
              value={sending.done}
              max={sending.all}
              aria-hidden="true"
            />
            {t('rescue.sending', { done: sending.done, all: sending.all })}
          </p>
        )}
        {problem && (
          <Notice tone="danger" isAnnounced>
            <p>{problem}</p>
          </Notice>
        )}
      </Card>
      {results.length > 0 && !sending && <RescueResults results={results} />}
    </>
  )
}

const OUTCOMES: readonly RescueOutcome[] = ['stored', 'replay', 'conflict', 'refused']

function RescueResults({ results }: { readonly results: readonly RescueResult[] }) {
  const { t } = useTranslation('fieldwork')
  const late = results.filter(({ isAfterEnd, outcome }) => isAfterEnd && outcome === 'stored').length
  const rows = results.map((result, index) => ({ ...result, number: index + 1 }))
  return (
    <Card title={t('rescue.results')}>
      <ul role="status" className="fieldwork-outcomes">
        {OUTCOMES.map((outcome) => {
          const count = results.filter((one) => one.outcome === outcome).length
          return count > 0 && <li key={outcome}>{t(`rescue.count.${outcome}`, { count })}</li>
        })}
      </ul>
      {late > 0 && <p>{t('rescue.late', { count: late })}</p>}
      <DataTable
        caption={t('rescue.list')}
        rows={rows}
        rowKey={({ number }) => String(number)}
        narrow="cards"
        columns={[
          {
            key: 'number',
            header: t('rescue.number'),
            isRowHeader: true,
            cell: ({ number }) => t('rescue.interview', { number }),
          },
          {
            key: 'outcome',
            header: t('rescue.outcome'),
            cell: ({ outcome, message }) => message ?? t(`rescue.one.${outcome}`),
          },
        ]}
      />
    </Card>
  )
}
