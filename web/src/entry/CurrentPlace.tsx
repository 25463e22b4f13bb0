import { answerAt, currentPlace, findLocalities, type Entry, type Place } from '@rozeznanie/core/entry'
import { isMatrix, pipeText, type Question } from '@rozeznanie/core/questionnaire'
import type { TFunction } from 'i18next'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EntryInput } from './EntryInput.tsx'
import { answerWords } from './entry-words.ts'
import { PlaceNotes } from './PlaceNotes.tsx'
import { PlaceOptions } from './PlaceOptions.tsx'
import type { SheetDesk } from './sheet-desk.ts'

interface CurrentPlaceProps {
  readonly desk: SheetDesk
  /** Texts to be read before the question. */
  readonly before: readonly Question[]
}

/** The items of rosters that a place stands in: „osoba 2”. */
function itemWords(t: TFunction<'entry'>, entry: Entry, { path }: Place): string {
  const items = path.flatMap((step, index) => {
    const roster = entry.form.compiled.questions.get(String(path[index - 1]))?.question
    if (typeof step !== 'number' || roster?.type !== 'ROSTER') return []
    return [t('sheet.item', { name: roster.itemName, number: step + 1 })]
  })
  return items.join(', ')
}

/** Shows the whole question; of one taller than the window, its end with the box. */
function bringIntoView(frame: HTMLElement | null): void {
  const isTall = (frame?.offsetHeight ?? 0) > window.innerHeight
  frame?.scrollIntoView({ block: isTall ? 'end' : 'center' })
}

/** Where the clerk stands: the question in large type, its answers with their keys, and the box that takes the keys. */
export function CurrentPlace({ desk, before }: CurrentPlaceProps) {
  const { t } = useTranslation('entry')
  const { entry, numbers, mode } = desk
  const place = currentPlace(entry)
  const { question } = place
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    bringIntoView(frame.current)
  }, [place.id])
  if (!question) return null
  const item = itemWords(t, entry, place)
  const words = answerWords(t, entry, place)
  const isOther = place.kind === 'text' && place.answerPath.at(-1) !== place.path.at(-1)
  return (
    <div className="entry-place" ref={frame}>
      {mode === 'CATI' && before.length > 0 && (
        <div className="entry-script">
          {before.map((info) => (
            <p key={info.key}>{pipeText(entry.form, info.text, place.path)}</p>
          ))}
        </div>
      )}
      {mode === 'CATI' && <p className="eyebrow">{t('script.read')}</p>}
      <div id={`${id}-text`} className="entry-place__question">
        {item && <p className="entry-place__item">{item}</p>}
        <p className="entry-place__text">
          <span className="entry-place__number">{numbers.get(question.key)}</span>{' '}
          {pipeText(entry.form, question.text, place.path)}
          {isOther && <span className="muted"> – {t('sheet.other')}</span>}
        </p>
      </div>
      {mode === 'CATI' && question.help && (
        <p className="muted">
          {t('script.help')}: {pipeText(entry.form, question.help, place.path)}
        </p>
      )}
      <div className={isMatrix(question) ? 'entry-matrix' : undefined}>
        {isMatrix(question) && <Rows desk={desk} place={place} id={`${id}-row`} />}
        <PlaceOptions desk={desk} place={place} id={`${id}-options`} />
      </div>
      {place.kind === 'locality' && <Found desk={desk} />}
      <EntryInput
        key={place.id}
        desk={desk}
        place={place}
        labelledBy={`${id}-text${isMatrix(question) ? ` ${id}-row` : ''}`}
        describedBy={`${id}-options ${id}-notes`}
        words={words}
      />
      <PlaceNotes desk={desk} place={place} id={`${id}-notes`} />
    </div>
  )
}

/** The rows of a matrix, with what is entered in each; the present one stands out. */
function Rows({ desk, place, id }: { readonly desk: SheetDesk; readonly place: Place; readonly id: string }) {
  const { t } = useTranslation('entry')
  const { entry } = desk
  const rows = entry.places.filter(({ path }) => JSON.stringify(path) === JSON.stringify(place.path))
  const labels = new Map(
    entry.form.compiled.questions.get(place.question?.key ?? '')?.rows.map(({ key, label }) => [key, label]),
  )
  return (
    <ul className="entry-rows" aria-label={t('sheet.rows')}>
      {rows.map((row, index) => {
        const isHere = row.id === place.id
        const label = pipeText(entry.form, labels.get(row.rowKey ?? '') ?? '', row.path)
        const words = answerWords(t, entry, row)
        const numbered = t('sheet.rowOf', { number: index + 1, all: rows.length })
        return (
          <li key={row.id} className={isHere ? 'entry-rows__row entry-rows__row--here' : 'entry-rows__row'}>
            <button type="button" tabIndex={-1} id={isHere ? id : undefined} onClick={() => desk.go(row.id)}>
              <span className="entry-rows__place">{numbered}</span>
              {label}
            </button>
            <span className="muted">{words || (entry.blanks.has(row.id) ? t('sheet.blank') : '')}</span>
          </li>
        )
      })}
    </ul>
  )
}

const MOST_FOUND = 6

/** Localities that the typed letters may mean; the first is taken by Enter. */
function Found({ desk }: { readonly desk: SheetDesk }) {
  const { t } = useTranslation('entry')
  const { entry } = desk
  const found = findLocalities(entry.setting, entry.typed ?? '')
  const from = Math.max(0, entry.highlighted - MOST_FOUND + 1)
  if (entry.typed === null && answerAt(entry, currentPlace(entry)) !== undefined) return null
  return (
    <ul className="entry-found" aria-label={t('sheet.found')} aria-live="polite">
      {found.slice(from, from + MOST_FOUND).map(({ id, name }, index) => (
        <li key={id} className={index + from === entry.highlighted ? 'entry-found__here' : undefined}>
          {name}
        </li>
      ))}
    </ul>
  )
}
