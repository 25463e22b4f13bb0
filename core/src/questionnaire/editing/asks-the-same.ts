import type { Question } from '../model.ts'

const words = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase()

/** Do two questions ask the same, so that a rule about one can be a rule about the other? */
export function asksTheSame(one: Question, other: Question): boolean {
  return one.type === other.type && words(one.text) === words(other.text)
}
