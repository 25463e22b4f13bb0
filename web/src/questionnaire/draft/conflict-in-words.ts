import type { MergeConflict } from '@rozeznanie/core/questionnaire/editing'
import type { TFunction } from 'i18next'

interface ConflictWords {
  /** What it is about: „Pytanie „Wiek” (treść)”. */
  readonly subject: string
  readonly mine: string
  readonly theirs: string
}

const textIn = (value: unknown): string | undefined => {
  const text = typeof value === 'object' && value !== null ? (Reflect.get(value, 'label') as unknown) : value
  return typeof text === 'string' ? text : undefined
}

/** A value as a person reads it; what has no words is told as „zmienione”. */
function valueInWords(value: unknown, t: TFunction<'draft'>): string {
  if (value === undefined) return t('conflict.none')
  if (typeof value === 'boolean') return t(value ? 'conflict.yes' : 'conflict.no')
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) {
    const texts = value.map(textIn)
    return texts.every((text) => text !== undefined) ? texts.join(' · ') : t('conflict.changed')
  }
  const text = textIn(value)
  if (text === undefined) return t('conflict.changed')
  return text === '' ? t('conflict.empty') : `„${text}”`
}

/** Both sides of a conflict, for the person who chooses. */
export function conflictInWords(conflict: MergeConflict, t: TFunction<'draft'>): ConflictWords {
  const { kind, message } = conflict
  const at = message.lastIndexOf(': ')
  const subject = at < 0 ? message : message.slice(0, at)
  switch (kind) {
    case 'VALUE':
      return {
        subject,
        mine: valueInWords(conflict.mine, t),
        theirs: valueInWords(conflict.theirs, t),
      }
    case 'REMOVED_HERE':
      return { subject, mine: t('conflict.removed'), theirs: t('conflict.keptChanged') }
    case 'REMOVED_THERE':
      return { subject, mine: t('conflict.keptChanged'), theirs: t('conflict.removed') }
    case 'PLACE':
      return { subject, mine: t('conflict.placeMine'), theirs: t('conflict.placeTheirs') }
    case 'ORDER':
      return { subject, mine: t('conflict.orderMine'), theirs: t('conflict.orderTheirs') }
  }
}
