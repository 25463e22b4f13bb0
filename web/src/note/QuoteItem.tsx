import type { DiArea } from '@rozeznanie/core/note'
import { useMutation } from '@apollo/client/react'
import { personalDataWarnings } from '@rozeznanie/core/response'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { graphql } from '../gql/index.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'
import { PersonalDataNotice } from './PersonalDataNotice.tsx'
import { ReleaseQuoteForm } from './ReleaseQuoteForm.tsx'

const WithdrawQuote = graphql(`
  mutation WithdrawQuote($input: WithdrawQuoteInput!) {
    withdrawQuote(input: $input) {
      id
      ...NoteForm_note
    }
  }
`)

export interface ShownQuote {
  readonly number: number
  readonly text: string
  readonly speaker: string
  readonly releasedText?: string | null
  readonly releasedArea?: DiArea | null
  readonly warnings: readonly string[]
}

interface QuoteItemProps {
  readonly noteId: string
  readonly quote: ShownQuote
  readonly areas: readonly DiArea[]
  readonly mayRelease: boolean
}

/** One quote as it was said, what in it may point at a person, and whether it stands in the report. */
export function QuoteItem({ noteId, quote, areas, mayRelease }: QuoteItemProps) {
  const { t } = useTranslation('note')
  const { number, text, speaker, releasedText, releasedArea, warnings } = quote
  const [isEditing, setIsEditing] = useState(false)
  const [news, setNews] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [withdraw, { loading }] = useMutation(WithdrawQuote)
  const item = useRef<HTMLLIElement>(null)
  const isReleased = releasedText != null
  const found = isReleased ? personalDataWarnings(releasedText) : warnings

  /** The form is gone and its focus with it: it goes on from the quote itself. */
  const leaveForm = () => {
    setIsEditing(false)
    item.current?.focus()
  }
  const takeBack = async () => {
    const { data, error } = await withdraw({ variables: { input: { noteId, number } } })
    if (data?.withdrawQuote) setNews(t('report.withdrawn'))
    else setProblem(error?.message ?? t('failed'))
  }
  return (
    <li className="quote-list__one" ref={item} tabIndex={-1}>
      <blockquote>{text}</blockquote>
      {speaker && <p className="muted">{speaker}</p>}
      {!isEditing && <PersonalDataNotice warnings={found} advice={t('warnings.inQuote')} />}
      {isReleased && (
        <p>
          <strong>{t('report.as')}</strong> {releasedText}
          {releasedArea && <span className="muted"> ({t(`areas.${releasedArea}`, { ns: 'bank' })})</span>}
        </p>
      )}
      {problem && (
        <Notice tone="danger" isAnnounced>
          <p>{problem}</p>
        </Notice>
      )}
      {isEditing ? (
        <ReleaseQuoteForm
          noteId={noteId}
          quote={quote}
          areas={areas}
          onDone={() => {
            leaveForm()
            setNews(t('report.done'))
          }}
          onCancel={leaveForm}
        />
      ) : (
        <div className="row">
          <StatusTag tone={isReleased ? 'positive' : 'neutral'}>
            {t(isReleased ? 'report.in' : 'report.out')}
          </StatusTag>
          {mayRelease && (
            <Button
              look="secondary"
              label={t(isReleased ? 'report.changeOf' : 'report.releaseOf', { number })}
              onClick={() => setIsEditing(true)}
            >
              {t(isReleased ? 'report.change' : 'report.release')}
            </Button>
          )}
          {mayRelease && isReleased && (
            <Button
              look="quiet"
              isBusy={loading}
              label={t('report.withdrawOf', { number })}
              onClick={() => void takeBack()}
            >
              {t('report.withdraw')}
            </Button>
          )}
        </div>
      )}
      <p role="status" className={news === '' ? 'visually-hidden' : 'muted'}>
        {news}
      </p>
    </li>
  )
}
