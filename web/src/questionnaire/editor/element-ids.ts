import { fieldId } from '../../ui/field-ids.ts'

/** Names of fields and ids of elements, so that a problem or an action finds what it speaks of. */
export const questionField = (key: string, part: string): string => `question.${key}.${part}`
export const sectionField = (key: string, part: string): string => `section.${key}.${part}`
export const factsField = (part: string): string => `facts.${part}`

export const questionTextId = (key: string): string => fieldId(questionField(key, 'text'))
export const sectionTitleId = (key: string): string => fieldId(sectionField(key, 'title'))
/** The button that opens a card. */
export const cardHeadId = (target: string): string => `karta-${target.replace(':', '-')}`
export const moveButtonId = (key: string, direction: 'up' | 'down' | 'move'): string => `${direction}-${key}`
export const outlineRowId = (target: string): string => `spis-${target.replace(':', '-')}`
export const addButtonId = (sectionKey: string): string => `dodaj-${sectionKey}`
