import { plainLetters } from '../plain-letters.ts'

/** Words that say nothing of what an answer is about. */
const STOP_WORDS = new Set(
  (
    'a aby ale albo ani az bardzo bez bo bym byc byl byla bylo byly by bysmy cala calej calego caly chce chcialabym ' +
    'chcialbym chyba ci ciagle co coraz cos czesto czy czyli dla dlaczego dlatego do duzo dwa gdy gdyby gdzie go i ich ' +
    'ile im inne innych it ja jak jaki jakie jako je jeden jedna jednak jest jesli jeszcze jezeli juz kazdy kiedy kilka ' +
    'ktora ktore ktory ktorych ktorzy ku lub ma maja mam mamy mi miec mimo moga moj moja moje mozna moze musi my na nad ' +
    'nam nami nas nasz nasza nasze naszej naszym nawet nic nich nie niech niektore niektorych niestety nigdy nim niz no o ' +
    'od on ona one oni oraz pan pani po pod poniewaz powinien powinna powinno powinny przed przede przez przy raczej sa ' +
    'samo sie sobie sa super swoj swoje ta tak taka takie taki takze tam te tego tej ten teraz tez to trzeba tu tutaj ' +
    'tych tylko tym u w we wiecej wiele wielu wlasnie wszyscy wszystkie wszystko wszystkich wszystkim wy z za zawsze ze ' +
    'zeby zbyt znow jakis jakas jakies mogloby mogliby mogl byloby beda bedzie'
  ).split(' '),
)

/**
 * Endings of Polish inflection without Polish letters, longest first. What is left of a word is not its root, only the
 * same for most of its forms.
 */
const ENDINGS = [
  'owaniach owaniami owania owaniem owaniu owanie iejszych iejsze osciami osciach owskiego owskiej',
  'kami kach niach niami osciom oscia osci iami iach iego iemu owie owych owym owego owej',
  'ami ach ych ymi imi ego emu owi ows osc oscie ow om em ie ia iu ej ym ich im ac ec ic yc uje ka ki ke ko ce',
  'a e i o u y',
]
  .join(' ')
  .split(' ')
  .sort((one, other) => other.length - one.length)

const SHORTEST_STEM = 4

/** What the forms of a word have in common: „autobusów”, „autobusy” and „autobusem” give „autobus”. */
export function stemOf(word: string): string {
  const plain = plainLetters(word)
  const ending = ENDINGS.find((one) => plain.endsWith(one) && plain.length - one.length >= SHORTEST_STEM)
  return ending === undefined ? plain : plain.slice(0, plain.length - ending.length)
}

/** A word of a text and what stands for all its forms. */
export interface Word {
  readonly stem: string
  /** As it was written, in small letters. */
  readonly form: string
}

/** The words of a text that say what it is about, in their order. */
export function wordsOf(text: string): readonly Word[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((form) =>
    form.length < 3 || STOP_WORDS.has(plainLetters(form)) || /^\p{N}+$/u.test(form)
      ? []
      : [{ stem: stemOf(form), form }],
  )
}

/** Stems of a text, each once. */
export const stemsOf = (text: string): ReadonlySet<string> => new Set(wordsOf(text).map(({ stem }) => stem))
