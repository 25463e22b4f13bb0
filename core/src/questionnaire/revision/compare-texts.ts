import { answersOf, changeOf, type Change, type Usage, type Weight } from './change.ts'
import { answersSoFar } from './counted-words.ts'
import { wordingDistance } from './wording-distance.ts'

/** What a text is called, and how grave it is when it says something else. */
export interface TextField {
  readonly part: string
  readonly name: string
  readonly key: string
  readonly code?: string
  /** Weight of a text that seems to say something else. */
  readonly whenOther: Weight
  /** Weight of one with a denial or a number more or less. */
  readonly whenOpposite: Weight
}

function added(field: TextField, isNew: boolean): readonly Change[] {
  const message = `${field.name}: ${isNew ? 'dodano tekst' : 'usunięto tekst'}. Wyniki przed zmianą i po niej prosimy porównywać ostrożnie.`
  return [changeOf(field.key, 'TEXT_REWORDED', 'careful', field.part, message, field.code)]
}

const soFar = (usage: Usage, key: string): string => {
  const count = answersOf(usage, key)
  return count === undefined ? '' : ` ${answersSoFar(count)}`
}

/** Compares two wordings of one text. */
export function textChanges(
  field: TextField,
  before: string | undefined,
  after: string | undefined,
  usage: Usage,
): readonly Change[] {
  if (before === after) return []
  if (before === undefined || after === undefined) return added(field, before === undefined)
  const { name, key, part, code } = field
  const distance = wordingDistance(before, after)
  const shown = `„${before}” → „${after}”`
  if (distance === 'same' || distance === 'fixed') {
    const message = `${name}: poprawka tekstu, ${shown}. Odpowiedzi można łączyć.`
    return [changeOf(key, 'TEXT_FIXED', 'harmless', part, message, code)]
  }
  const weight =
    distance === 'opposite' ? field.whenOpposite : distance === 'other' ? field.whenOther : 'careful'
  if (weight === 'breaking') {
    const why =
      distance === 'opposite'
        ? 'zmieniło się przeczenie albo liczba, więc i znaczenie'
        : 'to wygląda na coś innego niż dotąd'
    const message = `${name}: ${why}, ${shown}.${soFar(usage, key)} Prosimy potraktować je jako nowe pytanie albo cofnąć tę zmianę.`
    return [changeOf(key, 'MEANING_CHANGED', 'breaking', part, message, code)]
  }
  const message = `${name}: inne słowa, ${shown}.${soFar(usage, key)} Wyniki przed zmianą i po niej pokażemy osobno.`
  return [changeOf(key, 'TEXT_REWORDED', weight, part, message, code)]
}
