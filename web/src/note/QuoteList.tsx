import type { DiArea } from '@rozeznanie/core/note'
import { useTranslation } from 'react-i18next'
import { Card } from '../ui/Card.tsx'
import { QuoteItem, type ShownQuote } from './QuoteItem.tsx'

interface QuoteListProps {
  readonly noteId: string
  readonly note: { readonly quotes: readonly ShownQuote[]; readonly diAreas: readonly DiArea[] }
  readonly mayRelease: boolean
}

/** The quotes of a note and what of them stands in the report. */
export function QuoteList({ noteId, note, mayRelease }: QuoteListProps) {
  const { t } = useTranslation('note')
  return (
    <Card title={t('report.title')}>
      <p className="measure">{t(mayRelease ? 'report.lead' : 'report.leadOther')}</p>
      <ul className="quote-list">
        {note.quotes.map((quote) => (
          <QuoteItem
            key={quote.number}
            noteId={noteId}
            quote={quote}
            areas={note.diAreas}
            mayRelease={mayRelease}
          />
        ))}
      </ul>
    </Card>
  )
}
