/** Where a conflict is. With neither key it is about the questionnaire as a whole. */
export interface MergePlace {
  readonly sectionKey?: string
  readonly questionKey?: string
  readonly listName?: string
  /**
   * Way to the value: a field, then a code of an option, a key of a row or a language, then a field again
   * (`['options', 'CARE', 'label']`); empty when it is about the whole thing.
   */
  readonly path: readonly string[]
}

export const CONFLICT_KINDS = ['VALUE', 'REMOVED_HERE', 'REMOVED_THERE', 'PLACE', 'ORDER'] as const
/**
 * - `VALUE`: both changed one field; the merged one has theirs, or the one that is left where the other took it out
 * - `REMOVED_HERE`: mine took out what theirs changed; it stayed
 * - `REMOVED_THERE`: theirs took out what mine changed; it stayed
 * - `PLACE`, `ORDER`: both moved; it stands as theirs has it
 */
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

/** Something two people changed in different ways; what the merged document does not have stands here. */
export interface MergeConflict {
  readonly kind: ConflictKind
  readonly place: MergePlace
  readonly mine: unknown
  readonly theirs: unknown
  /** Polish: what it is about, and what was kept. */
  readonly message: string
}

/** What a conflict is about, in the nominative: „pytanie „Wiek””, and how it is spoken of. */
export interface Subject {
  readonly name: string
  readonly place: Omit<MergePlace, 'path'>
}

const PARTS: Readonly<Record<string, string>> = {
  text: 'treść',
  help: 'objaśnienie',
  easyText: 'tekst łatwy do czytania',
  required: 'obowiązkowość',
  requiredIf: 'warunek obowiązkowości',
  visibleIf: 'warunek pokazania',
  rowVisibleIf: 'warunek wierszy',
  optionFilter: 'warunek odpowiedzi do wyboru',
  expression: 'obliczenie',
  constraint: 'reguły poprawności',
  translations: 'tłumaczenie',
  crosswalk: 'przejście od dawnego pytania',
  type: 'rodzaj pytania',
  options: 'odpowiedzi do wyboru',
  rows: 'wiersze',
  title: 'tytuł',
  description: 'opis',
  audience: 'grupa odbiorców',
  estimatedMinutes: 'czas wypełniania',
  intro: 'wstęp',
  thanks: 'podziękowanie',
  label: 'nazwa',
  minLabel: 'opis początku skali',
  maxLabel: 'opis końca skali',
  unit: 'jednostka',
  itemName: 'nazwa jednej pozycji',
  sections: 'części i pytania',
}

const partName = (path: readonly string[]): string => PARTS[path[0] ?? ''] ?? 'ustawienia'

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const SENTENCES: Readonly<Record<Exclude<ConflictKind, 'VALUE'>, string>> = {
  REMOVED_HERE: 'usunięte tutaj, a zmienione przez drugą osobę. Nic nie usunięto.',
  REMOVED_THERE: 'usunięte przez drugą osobę, a zmienione tutaj. Nic nie usunięto.',
  PLACE: 'przeniesione przez dwie osoby w różne miejsca. Jest tam, gdzie chciała druga osoba.',
  ORDER: 'dwie osoby ułożyły inną kolejność. Została kolejność drugiej osoby.',
}

/** Gathers conflicts in the order they are met. */
export class Conflicts {
  found: readonly MergeConflict[] = []

  /** A question that holds others stays a roster, whichever side says so, and the other's part stands here. */
  keepRoster(subject: Subject, mine: unknown, theirs: unknown): void {
    const { questionKey } = subject.place
    this.found = this.found.filter(
      ({ place }) => place.questionKey !== questionKey || place.path.join() !== 'type',
    )
    const message = `${capital(subject.name)} (${partName(['type'])}): dwie osoby zmieniły to samo. Została grupa powtarzana, bo są w niej pytania.`
    this.push({ kind: 'VALUE', place: { ...subject.place, path: ['type'] }, mine, theirs, message })
  }

  private push(conflict: MergeConflict): void {
    this.found = [...this.found, conflict]
  }

  add(kind: ConflictKind, subject: Subject, path: readonly string[], mine: unknown, theirs: unknown): void {
    const place = { ...subject.place, path }
    const about = path.length === 0 ? '' : ` (${partName(path)})`
    const what = capital(subject.name) + about
    const kept =
      theirs === undefined
        ? 'druga osoba to usunęła, a tutaj zmieniono. Została zmiana zrobiona tutaj.'
        : mine === undefined
          ? 'tutaj to usunięto, a druga osoba zmieniła. Została zmiana drugiej osoby.'
          : 'dwie osoby zmieniły to samo. Została zmiana drugiej osoby, a tę zrobioną tutaj można przywrócić.'
    const message = `${what}: ${kind === 'VALUE' ? kept : SENTENCES[kind]}`
    this.push({ kind, place, mine, theirs, message })
  }
}
