import type { Texts } from '../texts.ts'
import { polishTexts } from './polish.ts'
export const englishTexts: Texts = polishTexts
