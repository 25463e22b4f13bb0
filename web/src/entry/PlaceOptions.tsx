import { answerAt, keysOfSpecial, optionNumber, specialCodes, type Place } from '@rozeznanie/core/entry'
import { isSpecialCode, pipeText } from '@rozeznanie/core/questionnaire'
import { useTranslation } from 'react-i18next'
import { specialWord } from './entry-words.ts'
import type { SheetDesk } from './sheet-desk.ts'

interface PlaceOptionsProps {
  readonly desk: SheetDesk
  readonly place: Place
  readonly id: string
}

/** A key as it is drawn: the real minus instead of a hyphen. */
const drawn = (key: string): string => (key === '-' ? '−' : key)

/** The answers that can be chosen here, each with its key; they can be clicked as well. */
export function PlaceOptions({ desk, place, id }: PlaceOptionsProps) {
  const { t } = useTranslation('entry')
  const { entry, mode } = desk
  const answer = answerAt(entry, place)
  const chosen: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  const plain = place.options.filter(({ code }) => !isSpecialCode(code))
  const special = specialCodes(place).map((code) => ({
    code,
    keys: keysOfSpecial(place, code).map(drawn),
    label: place.options.find((option) => option.code === code)?.label ?? specialWord(t, code),
  }))
  const ordered = (code: string) =>
    place.kind === 'rank' && chosen.includes(code) ? ` (${chosen.indexOf(code) + 1}.)` : ''
  return (
    <div id={id} className="entry-options">
      {mode === 'CATI' && plain.length > 0 && <p className="eyebrow">{t('script.readOptions')}</p>}
      {plain.length > 0 && (
        <ul aria-label={t('sheet.options')} className={plain.length > 8 ? 'entry-options__many' : undefined}>
          {plain.map((option) => (
            <li key={option.code}>
              <Choice
                keys={[optionNumber(place, option) ?? '']}
                label={`${pipeText(entry.form, option.label, place.path)}${ordered(option.code)}`}
                isChosen={chosen.includes(option.code)}
                onPick={() => desk.pick(option.code)}
              />
            </li>
          ))}
        </ul>
      )}
      {mode === 'CATI' && special.length > 0 && <p className="eyebrow">{t('script.doNotRead')}</p>}
      {special.length > 0 && (
        <ul className="entry-options__special">
          {special.map(({ code, keys, label }) => (
            <li key={code}>
              <Choice
                keys={keys}
                label={label}
                isChosen={chosen.includes(code)}
                onPick={
                  place.options.some((option) => option.code === code) ? () => desk.pick(code) : undefined
                }
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly keys: readonly string[]
  readonly label: string
  readonly isChosen: boolean
  /** Absent where only the key enters it. */
  readonly onPick: (() => void) | undefined
}

function Choice({ keys, label, isChosen, onPick }: ChoiceProps) {
  const content = (
    <>
      <span className="entry-choice__keys">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>{' '}
      <span>{label}</span>
    </>
  )
  const look = isChosen ? 'entry-choice entry-choice--chosen' : 'entry-choice'
  if (onPick === undefined) return <span className={look}>{content}</span>
  // The box keeps the focus: a click chooses, and the next key goes on from there.
  return (
    <button
      type="button"
      className={look}
      tabIndex={-1}
      aria-pressed={isChosen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      {content}
    </button>
  )
}
