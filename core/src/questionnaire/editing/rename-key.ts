import { EXPRESSION_LIMITS, parseExpression } from '../expression/parse.ts'
import { referencesIn } from '../expression/references.ts'
import type { Crosswalk, Question, Questionnaire } from '../model.ts'
import { hasOptions, optionsOf } from '../options.ts'
import { ruleBook, type Rule } from '../rules.ts'
import { isSoundKey, takenKeys } from './keys.ts'
import { changeQuestion } from './edit-questions.ts'
import { questionOf } from './place.ts'
import {
  patched,
  renaming,
  rewriteLabels,
  rewriteQuestion,
  rewriteSection,
  type Rewriting,
} from './rewrite.ts'
import { mapQuestions, sameIfSame } from './tree.ts'

/** The longest texts of the format that can hold an expression in braces. */
const LONGEST = { prose: 2000, label: 300 } as const
const PROSE: readonly string[] = ['text', 'help', 'easyText', 'description']

/** Every rule that speaks of a question, texts with its answer in braces too, in the order of asking. */
export function referencesTo(questionnaire: Questionnaire, key: string): readonly Rule[] {
  return ruleBook(questionnaire).rules.filter(({ text }) => {
    const { expression } = text.includes(key) ? parseExpression(text) : {}
    return expression !== undefined && referencesIn(expression).some((reference) => reference.key === key)
  })
}

/** Why a question cannot have this key, in Polish; `null` when it can. */
export function keyRefusal(questionnaire: Questionnaire, from: string, to: string): string | null {
  const taken = takenKeys(questionnaire)
  if (!taken.has(from)) return 'Tego pytania nie ma już w kwestionariuszu.'
  if (!isSoundKey(to))
    return 'Klucz zaczyna się małą literą i ma tylko litery bez ogonków, cyfry i podkreślenia, najwyżej 60 znaków. Nie może też być słowem warunków.'
  return from !== to && taken.has(to) ? `Kwestionariusz ma już pytanie o kluczu „${to}”.` : null
}

/** Minds whether a rule or a text has become longer than the format allows. */
function minding(rewriting: Rewriting, onTooLong: () => void): Rewriting {
  const within = (before: string, after: string, most: number) => {
    if (after !== before && after.length > most) onTooLong()
    return after
  }
  return {
    rule: (text, kind) => within(text, rewriting.rule(text, kind) ?? text, EXPRESSION_LIMITS.length),
    text: (text, name) =>
      within(text, rewriting.text(text, name), PROSE.includes(name) ? LONGEST.prose : LONGEST.label),
  }
}

/**
 * Gives a question another key and rewrites every rule and every text in braces that speaks of it, in all languages.
 * `crosswalk.from` stays: it names a question of an earlier version. Rules that cannot be read stay as they are. The
 * questionnaire stays as it is where `keyRefusal` says why not, and where a rule would become too long.
 */
export function renameKey(questionnaire: Questionnaire, from: string, to: string): Questionnaire {
  if (from === to || keyRefusal(questionnaire, from, to) !== null) return questionnaire
  let isTooLong = false
  const rewriting = minding(renaming(new Map([[from, to]])), () => {
    isTooLong = true
  })
  const questions = mapQuestions(questionnaire, (question) =>
    patched(rewriteQuestion(question, rewriting), { key: question.key === from ? to : question.key }),
  )
  const sections = sameIfSame(
    questions.sections,
    questions.sections.map((section) => rewriteSection(section, rewriting)),
  )
  const lists = Object.fromEntries(
    Object.entries(questionnaire.lists).map(([name, list]) => [
      name,
      patched(list, { options: rewriteLabels(list.options, rewriting) }),
    ]),
  )
  return isTooLong ? questionnaire : { ...questions, sections, lists: patched(questionnaire.lists, lists) }
}

/** Each option that the older question had and the newer still has, under its own code. */
function sameCodes(before: readonly string[], after: readonly string[]): Crosswalk['codes'] {
  return Object.fromEntries(before.filter((code) => after.includes(code)).map((code) => [code, code]))
}

function crosswalkFrom(
  question: Question,
  now: Questionnaire,
  published: Questionnaire | undefined,
): Crosswalk | undefined {
  const codesIn = (questionnaire: Questionnaire, one: Question) =>
    optionsOf(questionnaire, one).map(({ code }) => code)
  const old = published === undefined ? question : questionOf(published, question.key)
  if (old === null) return question.crosswalk
  if (!hasOptions(question) || old.type !== question.type) return undefined
  const codes = sameCodes(codesIn(published ?? now, old), codesIn(now, question))
  return { from: question.key, codes }
}

/**
 * Gives a question a new key because it no longer means what answers under the old one say. With a crosswalk answers
 * can still be joined: codes that both questions have go over as they are, the others are for a person to tell.
 *
 * @param options.published - the newest published version: codes of the old question are read from it, and a question
 *   that it does not have keeps the crosswalk it came with
 */
export function renewKey(
  questionnaire: Questionnaire,
  key: string,
  newKey: string,
  options: { readonly crosswalk: boolean; readonly published?: Questionnaire },
): Questionnaire {
  const question = questionOf(questionnaire, key)
  const renamed = renameKey(questionnaire, key, newKey)
  if (question === null || renamed === questionnaire) return questionnaire
  const crosswalk = options.crosswalk ? crosswalkFrom(question, questionnaire, options.published) : undefined
  return changeQuestion(renamed, newKey, (one) => patched(one, { crosswalk }))
}
