import { createRequire } from 'node:module'
import { FONT_FAMILY } from './svg/elements.ts'

const FOLDER = '@expo-google-fonts/atkinson-hyperlegible'
const { resolve } = createRequire(import.meta.url)
const file = (face: string): string => resolve(`${FOLDER}/${face}/AtkinsonHyperlegible_${face}.ttf`)

/** The font of documents and their charts, from its files: what the machine has installed does not matter. */
export const DOCUMENT_FONT = {
  family: FONT_FAMILY,
  regular: file('400Regular'),
  bold: file('700Bold'),
  italic: file('400Regular_Italic'),
} as const
