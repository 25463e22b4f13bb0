import { describeRule } from '../describe-rule.ts'
import { parseExpression } from '../expression/parse.ts'
import { referencesIn } from '../expression/references.ts'
import type { ExpressionText, Question, Questionnaire } from '../model.ts'
import { rewritePiping } from '../pipe-text.ts'
import { checkRule, ruleBook, type Rule, type RuleBook, type RuleKind } from '../rules.ts'
import { asksTheSame } from './asks-the-same.ts'
import { changeQuestion, removeQuestion } from './edit-questions.ts'
import { placeOf, questionOf, sectionOf } from './place.ts'
import { renameInExpression, rewriteQuestion } from './rewrite.ts'

/** Copying as its rules see it: `names` tells the key of each copy by the key it was copied from. */
export interface Copying {
  readonly from: Questionnaire
  /** Before the copies came. */
  readonly into: Questionnaire
  readonly names: ReadonlyMap<string, string>
}

const WHAT: Readonly<Record<RuleKind, string>> = {
  visibleIf: 'warunek pokazania',
  requiredIf: 'warunek obowiązkowości',
  rowVisibleIf: 'warunek wierszy',
  optionFilter: 'warunek odpowiedzi do wyboru',
  constraint: 'regułę poprawności',
  expression: 'obliczenie',
  text: 'odpowiedź wstawioną w treść',
}

/** Why a rule has no place in the questionnaire, as the end of a sentence; `null` when it has. */
function strangeness(book: RuleBook, rule: Rule, { from, into, names }: Copying): string | null {
  const { expression } = parseExpression(rule.text)
  const copies = new Set(names.values())
  for (const { key } of expression === undefined ? [] : referencesIn(expression)) {
    if (copies.has(key)) continue
    const [meant, present] = [questionOf(from, key), questionOf(into, key)]
    if (present === null) return `w tym kwestionariuszu nie ma pytania „${meant?.text ?? key}”`
    if (meant !== null && !asksTheSame(meant, present))
      return `w tym kwestionariuszu zamiast pytania „${meant.text}” stoi inne: „${present.text}”`
  }
  const [problem] = checkRule(book, rule).problems
  return problem ? `nie pasuje do tego miejsca. ${problem.message}` : null
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`
}

class Cleaning {
  readonly dropped: string[] = []
  private readonly sources: ReadonlyMap<string, string>

  constructor(
    private questionnaire: Questionnaire,
    private readonly copying: Copying,
  ) {
    this.sources = new Map([...copying.names].map(([from, to]) => [to, from]))
  }

  /** A calculation that is left out may be what another rule speaks of, so it goes on until nothing is left out. */
  clean(): Questionnaire {
    for (;;) {
      const before = this.questionnaire
      const book = ruleBook(before)
      for (const key of this.sources.keys()) {
        const question = questionOf(before, key)
        if (question !== null) this.cleanQuestion(book, question)
      }
      if (this.questionnaire === before) return before
    }
  }

  private cleanQuestion(book: RuleBook, question: Question): void {
    const standing = book.standings.get(question.key)
    const place = placeOf(book.questionnaire, question.key)
    const section = place && sectionOf(book.questionnaire, place.sectionKey)
    if (standing === undefined || section === null) return
    const { rosters, position } = standing
    const why = (text: ExpressionText, kind: RuleKind) =>
      strangeness(book, { kind, text, path: '', question, section, rosters, position }, this.copying)
    const calculation = question.type === 'CALCULATED' ? why(question.expression, 'expression') : null
    if (calculation !== null) {
      this.dropped.push(ended(`Nie skopiowano obliczenia „${question.text}”, bo ${calculation}`))
      this.questionnaire = removeQuestion(this.questionnaire, question.key)
      return
    }
    const cleaned = rewriteQuestion(question, {
      rule: (text, kind) => this.keeps(question, text, kind, why(text, kind)) ?? undefined,
      text: (text) => rewritePiping(text, (inner) => this.keeps(question, inner, 'text', why(inner, 'text'))),
    })
    // A roster comes before what it holds, so nothing of it has changed yet.
    this.questionnaire = changeQuestion(this.questionnaire, question.key, () => cleaned)
  }

  private inWords(question: Question, text: string, kind: RuleKind): string {
    const source = questionOf(this.copying.from, this.sources.get(question.key) ?? '') ?? question
    const rule = renameInExpression(text, this.sources)
    return kind === 'text' ? '' : ` (${describeRule(this.copying.from, rule, source)})`
  }

  private keeps(question: Question, text: string, kind: RuleKind, why: string | null): string | null {
    if (why === null) return text
    const sentence = ended(
      `Pytanie „${question.text}”: pominięto ${WHAT[kind]}${this.inWords(question, text, kind)}, bo ${why}`,
    )
    if (!this.dropped.includes(sentence)) this.dropped.push(sentence)
    return null
  }
}

/** Leaves out what rules and texts of copies say about questions that are not there. */
export function dropStrangeRules(
  questionnaire: Questionnaire,
  copying: Copying,
): { readonly questionnaire: Questionnaire; readonly dropped: readonly string[] } {
  const cleaning = new Cleaning(questionnaire, copying)
  return { questionnaire: cleaning.clean(), dropped: cleaning.dropped }
}
