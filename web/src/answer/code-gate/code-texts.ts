import type { ReadCode } from '@rozeznanie/core/invitation'
import { englishCodeTexts } from './code-texts.english.ts'
import { ukrainianCodeTexts } from './code-texts.ukrainian.ts'

/** What is wrong with a code: with how it is typed, or with the code itself. */
export type CodeFault = Extract<ReadCode, { readonly fault: string }>['fault'] | 'UNKNOWN' | 'USED'

/** What the page says of the code of the letter, in some language. */
export interface CodeTexts {
  readonly label: string
  readonly hint: string
  readonly unlinked: string
  readonly asking: string
  readonly faults: Readonly<Record<CodeFault, string>>
}

const polishCodeTexts: CodeTexts = {
  label: 'Kod z listu',
  hint: 'Kod ma dziesięć znaków w dwóch częściach, na przykład 7XK29-QMB4F. Wielkość liter nie ma znaczenia.',
  unlinked:
    'Kod pozwala wysłać jedną ankietę. Nie łączymy go z odpowiedziami. Nikt nie sprawdzi, co kto odpowiedział.',
  asking: 'Sprawdzamy kod…',
  faults: {
    EMPTY: 'Prosimy wpisać kod, który jest wydrukowany na liście.',
    TOO_SHORT: 'Kod jest za krótki. Powinien mieć dziesięć znaków.',
    TOO_LONG: 'Kod jest za długi. Powinien mieć dziesięć znaków.',
    STRANGE: 'W kodzie są znaki, których w nim nie ma. Kod składa się z cyfr i liter bez ogonków.',
    FIRST_PART: 'Kod ma błąd w pierwszej części. Prosimy sprawdzić pierwsze pięć znaków.',
    SECOND_PART: 'Kod ma błąd w drugiej części. Prosimy sprawdzić ostatnie pięć znaków.',
    BOTH_PARTS: 'Kod ma błąd. Prosimy sprawdzić obie jego części.',
    UNKNOWN:
      'Nie znamy tego kodu. Prosimy sprawdzić, czy jest przepisany bez pomyłki. Jeśli przyszedł później nowy list, ważny jest kod z nowego listu. Można też zadzwonić pod numer na dole strony.',
    USED: 'Z tym kodem ktoś już wysłał ankietę. Jeden kod wystarcza na jedną ankietę. Jeśli to pomyłka, prosimy zadzwonić pod numer na dole strony.',
  },
}

/** The texts of a language; Polish where there are none. */
export const codeTextsIn = (code: string): CodeTexts =>
  code === 'en' ? englishCodeTexts : code === 'uk' ? ukrainianCodeTexts : polishCodeTexts
