import { polishTexts } from './wordings/polish.ts'

/** The shape of a value, whatever its words. */
type Worded<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Result
    ? (...given: Given) => Result
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [Name in keyof T]: Worded<T[Name]> }

/** What the answering page says by itself, in some language. */
export type Texts = Worded<typeof polishTexts>

/** The texts of the language being spoken; every module that imports them sees the change. */
export let texts: Texts = polishTexts

let amended: (words: Texts) => Texts = (words) => words

/** From here on the page's own texts are these. */
export function speak(words: Texts): void {
  texts = amended(words)
}

/** From here on the page's own texts are changed so, in every language: where it stands, some would not be true. */
export function amendTexts(change: (words: Texts) => Texts): void {
  amended = change
  texts = change(texts)
}
