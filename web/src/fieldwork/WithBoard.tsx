import type { FieldworkBoard } from '@rozeznanie/core/fieldwork'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Page } from '../ui/Page.tsx'
import { PageFallback } from '../ui/PageFallback.tsx'
import './fieldwork.css'
import { type BoardSurvey, useBoard } from './use-board.ts'

/** What the pages about collecting show. */
export interface BoardProps {
  readonly survey: BoardSurvey
  readonly board: FieldworkBoard
  readonly asOf: string | null
  readonly refresh: () => void
}

interface WithBoardProps {
  readonly title: string
  readonly lead: string
  readonly children: (props: BoardProps) => ReactNode
}

/** A page about collecting, for organisers only. */
export function WithBoard({ title, lead, children }: WithBoardProps) {
  const { t } = useTranslation('fieldwork')
  const { id = '' } = useParams()
  const { survey, board, isLoading, problem, asOf, refresh } = useBoard(id)
  if (!survey) return <PageFallback isLoading={isLoading} problem={problem} onRetry={refresh} />
  if (!board) {
    return (
      <Page title={title}>
        <EmptyState title={t('hidden.title')}>
          <p>{t('hidden.text')}</p>
        </EmptyState>
      </Page>
    )
  }
  return (
    <Page title={title} lead={lead}>
      {children({ survey, board, asOf, refresh })}
    </Page>
  )
}
