import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const latin = (face: string): string =>
  resolve(`@expo-google-fonts/atkinson-hyperlegible/${face}/AtkinsonHyperlegible_${face}.ttf`)
const cyrillic = (face: string): string => resolve(`@expo-google-fonts/pt-sans/${face}/PTSans_${face}.ttf`)

type Face = '400Regular' | '700Bold' | '400Regular_Italic' | '700Bold_Italic'

/** How a text looks apart from its size. */
export interface FontStyle {
  readonly isBold?: boolean
  readonly isItalic?: boolean
}

const faceOf = ({ isBold = false, isItalic = false }: FontStyle): Face =>
  isBold ? (isItalic ? '700Bold_Italic' : '700Bold') : isItalic ? '400Regular_Italic' : '400Regular'

const CYRILLIC = /[\u0400-\u04FF№]/

/** True for a text that the first font cannot write. */
export const isCyrillic = (text: string): boolean => CYRILLIC.test(text)

/** The file of the font for a text: the legible one where it has the letters, a plain one for Cyrillic. */
export function fontFile(text: string, style: FontStyle): string {
  return (isCyrillic(text) ? cyrillic : latin)(faceOf(style))
}
